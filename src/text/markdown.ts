import { Marked, type Token, type Tokens } from "marked";
import { halfWidthPictures, pictureAt, replacePictures } from "./pictures.js";

/** A stretch of text in one weight. */
export interface Run {
  text: string;
  bold?: true;
}

/** A printed block of a narrative. */
export type Block =
  | { kind: "paragraph" | "heading" | "bullet"; runs: Run[] }
  /** Rows of cells; the first row is the header. */
  | { kind: "table"; rows: Run[][][] }
  /** A picture on a line of its own, by the name of its file as typed. */
  | { kind: "picture"; file: string; caption: string };

/**
 * Reads the small Markdown that narratives are written in: paragraphs, headings, bold, lists, tables,
 * pictures. Every line break starts a new paragraph, because that is what people who type in Notepad mean, and
 * a typed number (1.) stays as typed. Whatever else means something in Markdown is text here: official
 * prose is full of 10~20人, 长*宽 and lines of dashes.
 */
export function parseBlocks(markdown: string): Block[] {
  return withTypedHeadings(MARKUP.test(markdown) ? readBlocks(markdown) : plainLines(markdown));
}

/** What markup may begin with. */
const MARKUP = /[*|#]|[!！][[［【]|^[ \t\u3000]*(?:[-+]|\d+[.)])(?:\s|$)/mu;

/** Most texts have no markup; to read them as if takes ten times as long. */
function plainLines(text: string): Block[] {
  const lines = text.split(/\r\n|\r|\n/u).map((line) => line.trim());
  return lines.filter((line) => line !== "").map((line) => ({ kind: "paragraph", runs: [{ text: line }] }));
}

function readBlocks(markdown: string): Block[] {
  reader ??= new Marked({
    tokenizer: {
      ...Object.fromEntries(AS_TYPED.map((name) => [name, () => undefined])),
      emStrong,
      link: picture,
      table,
    },
  });
  return reader.lexer(asPeopleType(markdown)).flatMap(toBlocks);
}

let reader: Marked | undefined;

/** Columns that a table may have in Word. What has more is a line of strokes, and would become an immense table. */
const MAX_TABLE_COLUMNS = 63;

/** @returns nothing for what is no table, `false` to have it read as usual */
function table(source: string): undefined | false {
  const [head = ""] = source.split("\n", 1);
  return head.split("|", MAX_TABLE_COLUMNS + 3).length > MAX_TABLE_COLUMNS + 2 ? undefined : false;
}

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

/** The picture a text begins with, as the token Markdown has for it. */
function picture(source: string): Tokens.Image | undefined {
  const found = pictureAt(source);
  return found && { type: "image", raw: found.raw, text: found.caption, href: found.file, title: null, tokens: [] };
}

/** Which of the pictures a narrative asks for are printed, by their order in the text. */
export function printedPictures(markdown: string): Set<number> {
  let next = 0;
  // the same file may be asked for where it can be printed and where it cannot
  const numbered = replacePictures(markdown, () => `![](${next++})`);
  return new Set(parseBlocks(numbered).flatMap((block) => (block.kind === "picture" ? Number(block.file) : [])));
}

/** The text a reader of the printed narrative sees: no markup, a line for each paragraph. */
export function printedText(markdown: string): string {
  return parseBlocks(markdown).map(textOf).join("\n");
}

/**
 * People indent paragraphs with spaces, which Markdown would take for program code, and go on writing
 * right below a table, which it would take for another row.
 */
function asPeopleType(markdown: string): string {
  return (
    halfWidthPictures(markdown)
      .replace(TABLE, evenTable)
      .replace(/^[ \t\u3000]+(?!(?:[-*+]|\d+[.)])\s)/gmu, "")
      .replace(/^([^|\n]*\|.*)\n(?=[^|\n]+$)/gmu, "$1\n\n")
      // “- - -” is a line of dashes, not a list in a list in a list
      .replace(/^([-*+] )((?:[-*+] )+)/gmu, (_, first: string, rest: string) => first + rest.replaceAll(" ", "\u00a0"))
  );
}

/** A header, the line below it, and rows. */
const TABLE = /^[^|\n]*\|.*\n[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*(?:\n[^|\n]*\|.*)*/gmu;

/** A table with as many columns as its longest row: Markdown leaves out cells that have no header. */
function evenTable(table: string): string {
  const [header = "", , ...rows] = table.split("\n");
  const cellsOf = (row: string) =>
    row
      .trim()
      .replace(/^\|/u, "")
      .replace(/(?<!\\)\|$/u, "")
      .split(/(?<!\\)\|/u);
  const columns = Math.max(...[header, ...rows].map((row) => cellsOf(row).length));
  const head = cellsOf(header);
  const even = [...head, ...Array<string>(columns - head.length).fill(" ")];
  return [`|${even.join("|")}|`, `|${"---|".repeat(columns)}`, ...rows].join("\n");
}

function textOf(block: Block): string {
  if (block.kind === "table") return block.rows.map((row) => row.map(plain).join("\n")).join("\n");
  return block.kind === "picture" ? block.caption : plain(block.runs);
}

/** 一、 and （一） begin a heading, and so does 1. where text follows; it is short, without bold or a mark at its end. */
const HEADING = /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）])[^。；;！？!?，,]{1,40}$/u;
const NUMBERED = /^\d+[.．、)）]\s*[^\d\s]/u;
const SHORT = /^[^。；;！？!?，,：:]{1,30}$/u;

function withTypedHeadings(all: Block[]): Block[] {
  const text = (block: Block | undefined) => (block?.kind === "paragraph" ? plain(block.runs).trim() : "");
  return all.map((block, index) => {
    if (block.kind !== "paragraph") return block;
    const [before, own, after] = [index - 1, index, index + 1].map((at) => text(all[at])) as [string, string, string];
    const numbered = NUMBERED.test(own) && SHORT.test(own);
    // 1. 甲 / 2. 乙 / 3. 丙 is a list
    const inList = (NUMBERED.test(before) && SHORT.test(before)) || SHORT.test(after || "无") || NUMBERED.test(after);
    const bold = block.runs.some((run) => run.bold);
    return !bold && (HEADING.test(own) || (numbered && !inList)) ? { ...block, kind: "heading" } : block;
  });
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
      return lines(inline(token), token.type === "heading" ? "heading" : "paragraph");
  }
}

function listItem(item: Tokens.ListItem, ordered: boolean): Block[] {
  // “- [ ] 待办” is a list to tick elsewhere; here the brackets are text
  const box = item.task ? `[${item.checked ? "x" : " "}] ` : "";
  const [first, ...rest] = withBox(box, item.tokens.filter(({ type }) => type !== "checkbox").flatMap(toBlocks));
  // a number or dash with nothing behind it is no list
  if (!first) return paragraphs([{ text: item.raw.trim() }], "paragraph");
  const number = /^\s*\d+[.)]\s*/u.exec(item.raw)?.[0].trimStart() ?? "";
  if (!("runs" in first))
    return ordered ? [...paragraphs([{ text: number }], "paragraph"), first, ...rest] : [first, ...rest];
  if (!ordered) return [{ kind: "bullet", runs: first.runs }, ...rest];
  return [{ kind: "paragraph", runs: [{ text: number }, ...first.runs] }, ...rest];
}

function withBox(box: string, [first, ...rest]: Block[]): Block[] {
  if (box === "" || !first || !("runs" in first)) return first ? [first, ...rest] : rest;
  return [{ ...first, runs: [{ text: box }, ...first.runs] }, ...rest];
}

/** Paragraphs, and the pictures between them. */
function lines(tokens: Token[], kind: "paragraph" | "heading"): Block[] {
  const blocks: Block[] = [];
  let from = 0;
  for (const [at, token] of tokens.entries()) {
    if (token.type !== "image") continue;
    const { href, text } = token as Tokens.Image;
    blocks.push(...paragraphs(runsOf(tokens.slice(from, at)), kind), { kind: "picture", file: href, caption: text });
    from = at + 1;
  }
  return [...blocks, ...paragraphs(runsOf(tokens.slice(from)), kind)];
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
