/** What the lines above allow a line to be indented by. */
export interface AllowedIndents {
  /** Indentations of the fields that a line may stand beside. */
  open: Set<number>;
  /** The line above waits for its content, which stands further in than this. */
  inside?: number | undefined;
}

/** The indentations that would suit a line, seen from those above it. */
export function allowedIndents(lines: string[], at: number): AllowedIndents {
  const open = new Set<number>();
  let inside: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let line = at - 1; line >= 0 && least > 0; line -= 1) {
    const text = (lines[line] ?? "").trimEnd();
    if (/^\s*(?:#|$)/u.test(text)) continue;
    const indent = indentOf(text);
    if (least === Number.POSITIVE_INFINITY && /:(?:\s*[|>][-+\d]*)?(?:\s+#.*)?$/u.test(text)) inside = indent;
    if (indent >= least) continue;
    least = indent;
    open.add(indent);
    const dash = /^ *- +(?=\S)/u.exec(text)?.[0].length;
    if (dash !== undefined) open.add(dash);
  }
  return { open, inside };
}

/** Whether so many spaces are one of the indentations that suit. */
export function isAllowedIndent(spaces: number, { open, inside }: AllowedIndents): boolean {
  return open.has(spaces) || (inside !== undefined && spaces > inside);
}

/** How many spaces an indentation is meant to be: a level for a tab, a character's width for a full-width space. */
export function indentWidth(indent: string, tab = 2): number {
  // mostly it is spaces
  if (!/[\t\u3000]/u.test(indent)) return indent.length;
  return [...indent].reduce((sum, char) => sum + (char === "\t" ? tab : char === "\u3000" ? 2 : 1), 0);
}

/** What a line is indented with: spaces, tabs, and what looks like them. */
export function leadingSpace(line: string): string {
  return /^[ \t\u3000\u00a0]*/u.exec(line)?.[0] ?? "";
}

/** How far a line is indented, a tab being a layer. */
export function indentOf(line: string): number {
  return indentWidth(leadingSpace(line));
}

/** The last line above that is not empty. */
export function lastNonBlankLine(lines: string[], at: number): number {
  let line = at - 1;
  while (line > 0 && lines[line]?.trim() === "") line -= 1;
  return line;
}

/** A line right below “键: |” is the beginning of its text, indented or not. */
export function opensBlock(lines: string[], at: number): boolean {
  return BLOCK.test(lines[lastNonBlankLine(lines, at)] ?? "");
}

const BLOCK = /[:：]\s*[|>][-+\d]*\s*(?:#.*)?$/u;

/** Whether a line is text below a “键: |”, where anything may stand. */
export function isInBlock(lines: string[], at: number): boolean {
  const own = indentOf(lines[at] ?? "");
  for (let line = at - 1; line >= 0; line -= 1) {
    const text = lines[line] ?? "";
    if (text.trim() !== "" && indentOf(text) < own) return BLOCK.test(text);
  }
  return false;
}
