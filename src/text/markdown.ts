import { Marked, type Token, type Tokens } from "marked";
import { halfWidthPictures, pictureAt, replacePictures } from "./pictures.js";
import { MAX_TABLE_COLUMNS } from "./tabbed-lines.js";

/** A piece of text that is bold or not bold throughout. */
export interface Run {
  text: string;
  bold?: true;
}

/** A printed block of a narrative. */
export type Block =
  | { kind: "paragraph" | "heading" | "bullet"; runs: Run[] }
  /** Rows of cells; the first row is the header. */
  | { kind: "table"; rows: Run[][][] }
  /** A picture on a line of its own. `file` is its file name as typed. */
  | { kind: "picture"; file: string; caption: string };

/**
 * Parses the part of Markdown that narratives may use: paragraphs, headings, bold, lists, tables, pictures. Every line
 * break starts a new paragraph, because people who type in Notepad mean it so. A typed number (1.) stays as typed. All
 * other Markdown constructs are plain text here, because official prose is full of 10~20人, 长*宽 and lines of dashes.
 * @param markdown a narrative as typed
 * @returns the blocks to print, in order
 */
export function parseBlocks(markdown: string): Block[] {
  const mayHaveMarkup = markdown.length <= MAX_LENGTH && MARKUP.test(markdown);
  return withTypedHeadings(mayHaveMarkup ? readBlocks(markdown) : plainLines(markdown));
}

/** Characters of a narrative whose markup is read, ten times as many as any form allows: Markdown may take long. */
const MAX_LENGTH = 20_000;

/** Matches a text that may contain markup. */
const MARKUP = /[*|#]|[!！][[［【]|^[ \t\u3000]*(?:[-+]|\d+[.)])(?:\s|$)/mu;

/** Parses a text without markup. Most texts have none, and the Markdown parser takes ten times as long. */
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
  return reader.lexer(asStandardMarkdown(markdown)).flatMap(toBlocks);
}

let reader: Marked | undefined;

/** Tokenizer for tables. @returns undefined when the source is no table, `false` to let marked read it */
function table(source: string): undefined | false {
  const [head = ""] = source.split("\n", 1);
  return isTooWide(head) ? undefined : false;
}

/** Tells whether a line has more `|` than Word allows columns. It is a decoration and would become an immense table. */
function isTooWide(head: string): boolean {
  return head.split("|", MAX_TABLE_COLUMNS + 3).length > MAX_TABLE_COLUMNS + 2;
}

/** Markdown constructs that are not supported: their text is printed as typed. */
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

/** Reads bold text between double asterisks. CommonMark's own rule fails when they stand beside Chinese punctuation. */
function emStrong(this: { lexer: { inlineTokens(text: string): Token[] } }, source: string): Tokens.Strong | undefined {
  const [raw, text] = /^\*\*(?=\S)([\s\S]*?[^\s*])\*\*/u.exec(source) ?? [];
  return raw === undefined || text === undefined
    ? undefined
    : { type: "strong", raw, text, tokens: this.lexer.inlineTokens(text) };
}

/** Reads the picture that a text begins with, as marked's token for images. */
function picture(source: string): Tokens.Image | undefined {
  const found = pictureAt(source);
  return found && { type: "image", raw: found.raw, text: found.caption, href: found.file, title: null, tokens: [] };
}

/**
 * Finds out which pictures of a narrative can be printed. A picture in a table or in bold text cannot.
 * @returns the positions of the printed pictures in the list that `picturesIn` returns, from 0
 */
export function printedPictures(markdown: string): Set<number> {
  let next = 0;
  // pictures are numbered, because one file may be used both where it can be printed and where it cannot
  const numbered = replacePictures(markdown, () => `![](${next++})`);
  return new Set(parseBlocks(numbered).flatMap((block) => (block.kind === "picture" ? Number(block.file) : [])));
}

/** Returns the text of a narrative as it is printed: without markup, one line for each paragraph. */
export function printedText(markdown: string): string {
  return parseBlocks(markdown).map(textOf).join("\n");
}

/**
 * Changes what people type so that Markdown reads it as they mean it. They indent paragraphs with spaces, which
 * Markdown reads as program code, and they continue directly below a table, which Markdown reads as another row.
 */
function asStandardMarkdown(markdown: string): string {
  return (
    halfWidthPictures(markdown)
      .replace(TABLE, evenTable)
      .replace(/^[ \t\u3000]+(?!(?:[-*+]|\d+[.)])\s)/gmu, "")
      // of the indentation of a list, Markdown understands only spaces
      .replace(/^ *[\t\u3000][ \t\u3000]*(?=(?:[-*+]|\d+[.)])\s)/gmu, (indent) => indent.replace(/[\t\u3000]/gu, "  "))
      // lists are not nested deeper than this, whatever the line is indented by
      .replace(/^([ \t\u3000]{40})[ \t\u3000]+/gmu, "$1")
      .replace(/^([^|\n]*\|.*)\n(?=[^|\n]+$)/gmu, "$1\n\n")
      // “- - -” is meant as a line of dashes; Markdown would read nested lists
      .replace(/^([-*+] )((?:[-*+] )+)/gmu, (_, first: string, rest: string) => first + rest.replaceAll(" ", "\u00a0"))
      .replace(/^(\s*(?:(?:[-*+]|\d+[.)])\s){2})((?:(?:[-*+]|\d+[.)])\s)+)/gmu, (_, first: string, rest: string) => {
        return first + rest.replaceAll(/\s/gu, "\u00a0");
      })
  );
}

/** Matches a table: a header, the line of dashes below it, and rows. */
const TABLE = /^[^|\n]*\|.*\n[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*(?:\n[^|\n]*\|.*)*/gmu;

/** Gives a table as many columns as its longest row has, because Markdown drops cells without a header. */
function evenTable(table: string): string {
  const [header = "", , ...rows] = table.split("\n");
  if (isTooWide(header)) return table;
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
  if (block.kind === "table") return block.rows.map((row) => row.map(plainText).join("\n")).join("\n");
  return block.kind === "picture" ? block.caption : plainText(block.runs);
}

/** A short line that begins with 一、 or （一） and has no punctuation after it is a heading. */
const HEADING = /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）])[^。；;！？!?，,]{1,40}$/u;
/** A short line that begins with 1. is a heading too, unless it is part of a list. */
const NUMBERED = /^\d+[.．、)）]\s*[^\d\s]/u;
const SHORT = /^[^。；;！？!?，,：:]{1,30}$/u;

/** Turns paragraphs into headings where people typed a heading with a number instead of Markdown's `#`. */
function withTypedHeadings(all: Block[]): Block[] {
  const text = (block: Block | undefined) => (block?.kind === "paragraph" ? plainText(block.runs).trim() : "");
  return all.map((block, index) => {
    if (block.kind !== "paragraph") return block;
    const [before, own, after] = [index - 1, index, index + 1].map((at) => text(all[at])) as [string, string, string];
    const numbered = NUMBERED.test(own) && SHORT.test(own);
    // several such lines in a row (1. 甲 / 2. 乙 / 3. 丙) are a list
    const inList = (NUMBERED.test(before) && SHORT.test(before)) || SHORT.test(after || "无") || NUMBERED.test(after);
    const bold = block.runs.some((run) => run.bold);
    return !bold && (HEADING.test(own) || (numbered && !inList)) ? { ...block, kind: "heading" } : block;
  });
}

function plainText(runs: Run[]): string {
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
      return blocksOf(inlineTokens(token), token.type === "heading" ? "heading" : "paragraph");
  }
}

function listItem(item: Tokens.ListItem, ordered: boolean): Block[] {
  // Markdown reads “- [ ] 待办” as a checkbox; here the brackets are text
  const box = item.task ? `[${item.checked ? "x" : " "}] ` : "";
  const [first, ...rest] = withCheckbox(box, item.tokens.filter(({ type }) => type !== "checkbox").flatMap(toBlocks));
  // a number or dash without text after it is not a list item
  if (!first) return paragraphs([{ text: item.raw.trim() }], "paragraph");
  const number = /^\s*\d+[.)]\s*/u.exec(item.raw)?.[0].trimStart() ?? "";
  if (!("runs" in first))
    return ordered ? [...paragraphs([{ text: number }], "paragraph"), first, ...rest] : [first, ...rest];
  if (!ordered) return [{ kind: "bullet", runs: first.runs }, ...rest];
  return [{ kind: "paragraph", runs: [{ text: number }, ...first.runs] }, ...rest];
}

function withCheckbox(box: string, [first, ...rest]: Block[]): Block[] {
  if (box === "" || !first || !("runs" in first)) return first ? [first, ...rest] : rest;
  return [{ ...first, runs: [{ text: box }, ...first.runs] }, ...rest];
}

/** Makes paragraphs of inline tokens. A picture between them becomes a block of its own. */
function blocksOf(tokens: Token[], kind: "paragraph" | "heading"): Block[] {
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

/** Makes one paragraph or heading of each line that is not empty. */
function paragraphs(runs: Run[], kind: "paragraph" | "heading"): Block[] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    const [head = "", ...tail] = run.text.split("\n");
    lines.at(-1)?.push({ ...run, text: tail.length > 0 ? head.trimEnd() : head });
    for (const text of tail) lines.push([{ ...run, text }]);
  }
  return lines
    .map((line) => line.filter((run) => run.text !== ""))
    .filter((line) => plainText(line).trim() !== "")
    .map((line) => ({ kind, runs: line }));
}

function inlineTokens(token: Token): Token[] {
  return "tokens" in token && token.tokens ? token.tokens : [token];
}

/** Makes runs of inline tokens. Only bold is kept; other tokens are text as typed. */
function runsOf(tokens: Token[], bold?: true): Run[] {
  return tokens.flatMap((token) => {
    const inner = "tokens" in token ? (token.tokens ?? []) : [];
    if (token.type === "strong") return runsOf(inner, true);
    if (inner.length > 0) return runsOf(inner, bold);
    return [bold ? { text: token.raw, bold } : { text: token.raw }];
  });
}
