import { lexer, type Token, type Tokens } from "marked";

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
 * a typed number (1.) stays as typed.
 */
export function blocks(markdown: string): Block[] {
  return lexer(withoutIndents(markdown)).flatMap(toBlocks);
}

/** The text a reader of the printed narrative sees: no markup, a line for each paragraph. */
export function printedText(markdown: string): string {
  return blocks(markdown)
    .map((block) =>
      block.kind === "table" ? block.rows.map((row) => row.map(plain).join("\n")).join("\n") : plain(block.runs),
    )
    .join("\n");
}

/** People indent paragraphs with spaces, which Markdown would take for program code. */
function withoutIndents(markdown: string): string {
  return markdown.replace(/^[ \t\u3000]+(?!(?:[-*+]|\d+[.)])\s)/gmu, "");
}

function plain(runs: Run[]): string {
  return runs.map((run) => run.text).join("");
}

function toBlocks(token: Token): Block[] {
  switch (token.type) {
    case "space":
    case "hr":
    case "def":
      return [];
    case "list":
      return (token as Tokens.List).items.flatMap((item) => listItem(item, (token as Tokens.List).ordered));
    case "table": {
      const { header, rows } = token as Tokens.Table;
      return [{ kind: "table", rows: [header, ...rows].map((row) => row.map((cell) => runsOf(cell.tokens))) }];
    }
    case "blockquote":
      return (token.tokens ?? []).flatMap(toBlocks);
    default:
      return paragraphs(runsOf(inline(token)), token.type === "heading" ? "heading" : "paragraph");
  }
}

function listItem(item: Tokens.ListItem, ordered: boolean): Block[] {
  const [first, ...rest] = item.tokens.flatMap(toBlocks);
  if (!first || first.kind === "table") return first ? [first, ...rest] : [];
  if (!ordered) return [{ kind: "bullet", runs: first.runs }, ...rest];
  const number = /^\s*\d+[.)]\s*/u.exec(item.raw)?.[0].trimStart() ?? "";
  return [{ kind: "paragraph", runs: [{ text: number }, ...first.runs] }, ...rest];
}

function paragraphs(runs: Run[], kind: "paragraph" | "heading"): Block[] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    const [head = "", ...tail] = run.text.split("\n");
    lines.at(-1)?.push({ ...run, text: head });
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
    if (token.type === "strong") return runsOf(token.tokens ?? [], true);
    if (token.type === "br") return [{ text: "\n" }];
    if ("tokens" in token && token.tokens && token.tokens.length > 0) return runsOf(token.tokens, bold);
    const text = "text" in token ? String(token.text) : token.raw;
    return [bold ? { text, bold } : { text }];
  });
}
