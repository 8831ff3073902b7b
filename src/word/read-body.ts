import { type SaxesAttributeNS, SaxesParser, type SaxesTagPlain } from "saxes";
import type { WordBlock, WordCell, WordParagraph, WordRun, WordTable } from "./body.js";
import type { Numbering } from "./numbering.js";

/** Content that is being collected: the body, a cell, a text box. */
interface Frame {
  blocks: WordBlock[];
}

/** A table that is being read. */
interface OpenTable {
  table: WordTable;
  /** Number of the current row, from 0, and of the current cell in it. */
  row: number;
  cell: number;
  /** The column of the grid where the next cell begins. */
  grid: number;
  /** The cell of each column of the grid that a merged cell below would continue. */
  above: Map<number, WordCell>;
}

/** Properties of the cell that is being read, known before its content. */
interface CellProperties {
  span: number;
  merge: "none" | "begin" | "continue";
}

/**
 * Reads the paragraphs and tables of a part of a Word file. Tracked insertions are accepted and deletions left out, as
 * well as hidden text and what older programs would show instead of a newer form. Text boxes become paragraphs where
 * they stand.
 * @param xml of the part, such as `word/document.xml`
 * @param numbering what automatic numbering prints
 * @throws {Error} when the XML is damaged
 */
export function readBody(xml: string, numbering: Numbering): WordBlock[] {
  const reader = new BodyReader(numbering);
  const parser = new SaxesParser();
  parser.on("opentag", (tag) => reader.open(tag, parser.position));
  parser.on("text", (text) => reader.text(text));
  parser.on("closetag", ({ name }) => reader.close(name, parser.position - `</${name}>`.length));
  parser.write(xml).close();
  return reader.body.blocks;
}

/** Elements whose content is not part of the text. */
const LEFT_OUT = new Set([
  "w:del",
  "w:moveFrom",
  "mc:Fallback",
  "w:instrText",
  "w:pPrChange",
  "w:rPrChange",
  "w:tcPrChange",
]);

class BodyReader {
  readonly body: Frame = { blocks: [] };
  private readonly frames: Frame[] = [this.body];
  private readonly tables: OpenTable[] = [];
  private readonly paragraphs: WordParagraph[] = [];
  private readonly cells: CellProperties[] = [];
  /** How many elements of `LEFT_OUT` are open. */
  private leftOut = 0;
  private tableCount = 0;
  private inText = false;
  private run: { bold: boolean; hidden: boolean } | undefined;
  private numbered: { id: string; level: number } | undefined;

  private readonly numbering: Numbering;

  constructor(numbering: Numbering) {
    this.numbering = numbering;
  }

  open({ name, attributes, isSelfClosing }: SaxesTagPlain, position: number): void {
    if (LEFT_OUT.has(name)) this.leftOut += 1;
    if (this.leftOut > 0) return;
    const value = () => String(attributes["w:val"] ?? "") as string & SaxesAttributeNS;
    const isOn = () => !["0", "false", "off", "none"].includes(value());
    switch (name) {
      case "w:p":
        this.paragraphs.push({
          kind: "paragraph",
          runs: [],
          text: "",
          pictures: [],
          xml: { start: position, end: position },
        });
        this.numbered = undefined;
        if (isSelfClosing) return;
        break;
      case "w:numId":
        this.numbered = { id: value(), level: this.numbered?.level ?? 0 };
        break;
      case "w:ilvl":
        this.numbered = { id: this.numbered?.id ?? "", level: Number(value()) };
        break;
      case "w:r":
        this.run = { bold: false, hidden: false };
        break;
      case "w:b":
        if (this.run) this.run.bold = isOn();
        break;
      case "w:vanish":
        if (this.run) this.run.hidden = isOn();
        break;
      case "w:t":
        this.inText = true;
        break;
      case "w:tab":
        // in the properties of a paragraph this is the position of a tab
        if (this.run) this.add("\t");
        break;
      case "w:br":
      case "w:cr":
        this.add("\n");
        break;
      case "w:noBreakHyphen":
        this.add("-");
        break;
      case "w:sym":
        this.add(symbol(String(attributes["w:char"] ?? "")));
        break;
      case "a:blip":
        this.paragraphs.at(-1)?.pictures.push(String(attributes["r:embed"] ?? ""));
        break;
      case "w:txbxContent":
        this.frames.push({ blocks: [] });
        break;
      case "w:tbl":
        this.openTable();
        break;
      case "w:tr":
        this.openRow();
        break;
      case "w:gridBefore":
        (this.tables.at(-1) as OpenTable).grid += Number(value());
        break;
      case "w:tc":
        this.cells.push({ span: 1, merge: "none" });
        this.frames.push({ blocks: [] });
        break;
      case "w:gridSpan":
        if (this.cells.length > 0) (this.cells.at(-1) as CellProperties).span = Math.max(1, Number(value()) || 1);
        break;
      case "w:vMerge":
        if (this.cells.length > 0)
          (this.cells.at(-1) as CellProperties).merge = value() === "restart" ? "begin" : "continue";
        break;
    }
  }

  text(text: string): void {
    if (this.inText && this.leftOut === 0) this.add(text);
  }

  close(name: string, position: number): void {
    if (LEFT_OUT.has(name)) this.leftOut -= 1;
    if (this.leftOut > 0 || LEFT_OUT.has(name)) return;
    switch (name) {
      case "w:pPr":
        if (this.paragraphs.length > 0)
          (this.paragraphs.at(-1) as WordParagraph).xml.start = position + "</w:pPr>".length;
        break;
      case "w:p":
        this.closeParagraph(position);
        break;
      case "w:r":
        this.run = undefined;
        break;
      case "w:t":
        this.inText = false;
        break;
      case "w:txbxContent": {
        const { blocks } = this.frames.pop() as Frame;
        this.frames.at(-1)?.blocks.push(...blocks);
        break;
      }
      case "w:tc":
        this.closeCell();
        break;
      case "w:tbl":
        this.tables.pop();
        break;
    }
  }

  private add(text: string): void {
    const paragraph = this.paragraphs.at(-1);
    if (!paragraph || this.run?.hidden) return;
    const last = paragraph.runs.at(-1);
    const bold = this.run?.bold === true;
    if (last && (last.bold === true) === bold) last.text += text;
    else paragraph.runs.push(bold ? { text, bold: true } : ({ text } satisfies WordRun));
  }

  private closeParagraph(position: number): void {
    const paragraph = this.paragraphs.pop() as WordParagraph;
    paragraph.xml.end = Math.max(paragraph.xml.start, position);
    paragraph.text = paragraph.runs.map(({ text }) => text).join("");
    const printed =
      this.numbered && paragraph.text.trim() !== "" ? this.numbering(this.numbered.id, this.numbered.level) : undefined;
    if (printed !== undefined && printed !== "") paragraph.numbering = printed;
    this.numbered = undefined;
    this.frames.at(-1)?.blocks.push(paragraph);
  }

  private openTable(): void {
    this.tableCount += 1;
    const table: WordTable = { kind: "table", number: this.tableCount, cells: [] };
    this.frames.at(-1)?.blocks.push(table);
    this.tables.push({ table, row: -1, cell: 0, grid: 0, above: new Map() });
  }

  private openRow(): void {
    const open = this.tables.at(-1) as OpenTable;
    open.row += 1;
    open.cell = 0;
    open.grid = 0;
  }

  private closeCell(): void {
    const { blocks } = this.frames.pop() as Frame;
    const { span, merge } = this.cells.pop() as CellProperties;
    const open = this.tables.at(-1) as OpenTable;
    const [left, right] = [open.grid, open.grid + span];
    open.grid = right;
    open.cell += 1;
    const above = open.above.get(left);
    if (merge === "continue" && above) {
      above.bottom = open.row + 1;
      // some programs leave text in cells that are hidden by a merge
      return;
    }
    const cell: WordCell = {
      table: open.table.number,
      row: open.row + 1,
      column: open.cell,
      left,
      right,
      top: open.row,
      bottom: open.row + 1,
      blocks,
    };
    open.table.cells.push(cell);
    if (merge === "begin") open.above.set(left, cell);
    else open.above.delete(left);
  }
}

/** Gives the character of a symbol font: its code without the part for private use, where that is a usual bullet. */
function symbol(code: string): string {
  const number = Number.parseInt(code, 16);
  return Number.isNaN(number) ? "" : String.fromCodePoint(number);
}
