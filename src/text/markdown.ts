import { Marked, type Token, type Tokens } from "marked";

/** A stretch of text in one weight. */
export interface Run {
  text: string;
  bold?: true;
}

/** A printed block of a narrative. */
export type Block =
  | { kind: "paragraph" | "heading" | "bullet"; runs: Run[] }
  /** Rows of cells; the first row is the header. */
  | { kind: "table"; rows: Run[][][] };

/**
 * Reads the small Markdown that narratives are written in: paragraphs, headings, bold, lists, tables.
 * Every line break starts a new paragraph, because that is what people who type in Notepad mean, and
 * a typed number (1.) stays as typed. Whatever else means something in Markdown is text here: official
 * prose is full of 10~20人, 长*宽 and lines of dashes.
 */
export function blocks(markdown: string): Block[] {
  reader ??= new Marked({
    tokenizer: { ...Object.fromEntries(AS_TYPED.map((name) => [name, () => undefined])), emStrong },
  });
  return reader.lexer(asPeopleType(markdown)).flatMap(toBlocks);
}

let reader: Marked | undefined;

/** Markdown's other constructs, which are left as typed. */
const AS_TYPED = [
  "autolink",
  "blockquote",
  "br",
  "code",
  "codespan",
  "def",
  "del",
  "escape",
  "fences",
  "hr",
  "html",
  "lheading",
  "link",
  "reflink",
  "tag",
  "url",
];

/** Bold between double asterisks; the standard's rule for where they may stand fails beside Chinese punctuation. */
function emStrong(this: { lexer: { inlineTokens(text: string): Token[] } }, source: string): Tokens.Strong | undefined {
  const [raw, text] = /^\*\*(?=\S)([\s\S]*?[^\s*])\*\*/u.exec(source) ?? [];
  return raw === undefined || text === undefined
    ? undefined
    : { type: "strong", raw, text, tokens: this.lexer.inlineTokens(text) };
}

/** The text a reader of the printed narrative sees: no markup, a line for each paragraph. */
export function printedText(markdown: string): string {
  return blocks(markdown)
    .map((block) =>
      block.kind === "table" ? block.rows.map((row) => row.map(plain).join("\n")).join("\n") : plain(block.runs),
    )
    .join("\n");
}

/**
 * People indent paragraphs with spaces, which Markdown would take for program code, and go on writing
 * right below a table, which it would take for another row.
 */
function asPeopleType(markdown: string): string {
  return (
    markdown
      .replace(/^[ \t\u3000]+(?!(?:[-*+]|\d+[.)])\s)/gmu, "")
      .replace(/^([^|\n]*\|.*)\n(?=[^|\n]+$)/gmu, "$1\n\n")
      // “- - -” is a line of dashes, not a list in a list in a list
      .replace(/^([-*+] )((?:[-*+] )+)/gmu, (_, first: string, rest: string) => first + rest.replaceAll(" ", "\u00a0"))
  );
}

function plain(runs: Run[]): string {
  return runs.map((run) => run.text).join("");
}

function toBlocks(token: Token): Block[] {
  switch (token.type) {
    case "space":
      return [];
    case "list":
      return (token as Tokens.List).items.flatMap((item) => listItem(item, (token as Tokens.List).ordered));
    case "table": {
      const { header, rows } = token as Tokens.Table;
      return [{ kind: "table", rows: [header, ...rows].map((row) => row.map((cell) => runsOf(cell.tokens))) }];
    }
    default:
      return paragraphs(runsOf(inline(token)), token.type === "heading" ? "heading" : "paragraph");
  }
}

function listItem(item: Tokens.ListItem, ordered: boolean): Block[] {
  const [first, ...rest] = item.tokens.flatMap(toBlocks);
  // a number or dash with nothing behind it is no list
  if (!first) return paragraphs([{ text: item.raw.trim() }], "paragraph");
  if (first.kind === "table") return [first, ...rest];
  if (!ordered) return [{ kind: "bullet", runs: first.runs }, ...rest];
  const number = /^\s*\d+[.)]\s*/u.exec(item.raw)?.[0].trimStart() ?? "";
  return [{ kind: "paragraph", runs: [{ text: number }, ...first.runs] }, ...rest];
}

function paragraphs(runs: Run[], kind: "paragraph" | "heading"): Block[] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    const [head = "", ...tail] = run.text.split("\n");
    lines.at(-1)?.push({ ...run, text: tail.length > 0 ? head.trimEnd() : head });
    for (const text of tail) lines.push([{ ...run, text }]);
  }
  return lines
    .map((line) => line.filter((run) => run.text !== ""))
    .filter((line) => plain(line).trim() !== "")
    .map((line) => ({ kind, runs: line }));
}

function inline(token: Token): Token[] {
  return "tokens" in token && token.tokens ? token.tokens : [token];
}

function runsOf(tokens: Token[], bold?: true): Run[] {
  return tokens.flatMap((token) => {
    const inner = "tokens" in token ? (token.tokens ?? []) : [];
    if (token.type === "strong") return runsOf(inner, true);
    if (inner.length > 0) return runsOf(inner, bold);
    return [bold ? { text: token.raw, bold } : { text: token.raw }];
  });
}
