/** A line of a YAML text, as far as it can be understood by itself. */
export interface ScannedLine {
  /** Offset of its first character in the text. */
  start: number;
  /** Without the line break. */
  text: string;
  kind: "blank" | "comment" | "block" | "field" | "other";
  /** For a field: the column of its key, and the column after the colon. */
  key?: { at: number; end: number };
  /** Column of the `#` that begins a comment. */
  comment?: number;
  /** For a field: its value is a text on the lines below (`|` or `>`). */
  opensBlock?: true;
}

const FIELD = /^( *(?:- +)*)(?:"[^"]*"|'[^']*'|[^\s:#"'|>{}[\]-][^:#]*?|-[^\s:#][^:#]*?) *:(?=\s|$)/u;

/**
 * Scans the lines of a text that YAML can read: which are fields, comments, or lines of a block text. Comments are not
 * part of the data, so nothing else knows where they stand.
 */
export function scanLines(text: string): ScannedLine[] {
  const lines: ScannedLine[] = [];
  /** The key above a block text, and the indentation of the text once it is known. */
  let block: { above: number; depth?: number } | undefined;
  let start = 0;
  for (const raw of text.split("\n")) {
    const line = raw.endsWith("\r") ? raw.slice(0, -1) : raw;
    const indent = line.length - line.trimStart().length;
    const isBlank = indent === line.length;
    if (block && !isBlank && indent < (block.depth ?? block.above + 1)) block = undefined;
    if (block && !isBlank) block.depth ??= indent;
    const scanned: ScannedLine = block
      ? { start, text: line, kind: isBlank ? "blank" : "block" }
      : { start, text: line, ...scan(line, indent) };
    if (scanned.opensBlock && scanned.key) block = { above: scanned.key.at };
    lines.push(scanned);
    start += raw.length + 1;
  }
  return lines;
}

function scan(line: string, indent: number): Omit<ScannedLine, "start" | "text"> {
  if (indent === line.length) return { kind: "blank" };
  if (line[indent] === "#") return { kind: "comment", comment: indent };
  const [head, lead = ""] = FIELD.exec(line) ?? [];
  const value = head?.length ?? /^ *(?:- +)*/u.exec(line)?.[0].length ?? 0;
  const comment = commentBehind(line, value);
  const marks = comment === undefined ? {} : { comment };
  if (head === undefined) return { kind: "other", ...marks };
  const isBlock = /^\s*[|>][-+\d]*\s*$/u.test(line.slice(value, comment));
  return {
    kind: "field",
    key: { at: lead.length, end: head.length },
    ...marks,
    ...(isBlock && { opensBlock: true as const }),
  };
}

/** Finds the `#` of the comment behind a value. One in quotation marks belongs to the value. */
function commentBehind(line: string, from: number): number | undefined {
  let quote: string | undefined;
  // a quotation mark counts only where a value begins
  let opens = true;
  for (let at = from; at < line.length; at += 1) {
    const char = line.charAt(at);
    if (quote !== undefined) {
      if (char === "\\" && quote === '"') at += 1;
      else if (char === quote) quote = undefined;
    } else if (opens && (char === '"' || char === "'")) {
      quote = char;
      opens = false;
    } else if (char === "#" && (at === 0 || /\s/u.test(line.charAt(at - 1)))) return at;
    else if (!/\s/u.test(char)) opens = /[[{,:]/u.test(char);
  }
  return undefined;
}
