import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  FootnoteReferenceRun,
  type IParagraphOptions,
  type ITableCellBorders,
  LineRuleType,
  NoteNumberRestart,
  Packer,
  PageBreak,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
} from "docx";
import { type Field, fieldAt } from "../model/field.js";
import type { Form, LayoutBlock, LayoutCell, LayoutLine, Pointer } from "../model/form.js";
import { tagOf } from "../text/tags.js";
import { noteHeader, pageNumber } from "./docx-margins.js";
import { evenWidth } from "./even-lines.js";
import { type GridCell, gridRows } from "./grid-rows.js";
import { BODY_FONT, fonts, HEADING_FONT, MARGIN, mm, PAGE, SIZE, TEXT_WIDTH, TITLE_FONT } from "./typography.js";
import { withoutClock } from "./zip.js";

/** Exactly 16 pt. */
const LINE = { line: 320, lineRule: LineRuleType.EXACT };
/** Two characters. */
const INDENT = { firstLine: 480, firstLineChars: 200 };
/** Height and width of a character of the text, in millimetres. */
const EM = (SIZE.body / 2) * (25.4 / 72);
/** Millimetres of text above which a row may run on to the next page. */
const SPLIT = 45;

/**
 * Builds the Word template of a kind of document from its layout: labels, units and limits from the
 * schema, a tag such as `{{联合体名称}}` where a value goes.
 */
export async function buildDocx(form: Form, kindName: string): Promise<Uint8Array> {
  const kind = form.documents[kindName];
  if (!kind?.layout) throw new Error(`${form.id}/${kindName} has no layout`);
  const writer = new Writer(kind.root);
  const children = writer.blocks(kind.layout.blocks);
  const document = new Document({
    creator: form.notice,
    lastModifiedBy: form.notice,
    title: kind.root.title,
    description: kind.source,
    evenAndOddHeaderAndFooters: true,
    footnotes: writer.footnotes,
    styles: {
      default: { document: { run: { font: fonts(BODY_FONT), size: SIZE.body }, paragraph: { spacing: LINE } } },
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: { size: PAGE, margin: MARGIN },
          footnoteProperties: { restart: NoteNumberRestart.EACH_PAGE },
        },
        headers: { first: noteHeader(), default: noteHeader(), even: noteHeader() },
        footers: {
          first: new Footer({ children: [new Paragraph({})] }),
          default: pageNumber(AlignmentType.RIGHT),
          even: pageNumber(AlignmentType.LEFT),
        },
        children,
      },
    ],
  });
  return withoutClock(new Uint8Array(await Packer.toArrayBuffer(document)), {
    // 左侧装订、双面打印: `docx` has no option for it, and the standard wants it in this place
    "word/settings.xml": (xml) =>
      xml.replace(/<w:settings[^>]*>(<w:displayBackgroundShape\/>)?/u, "$&<w:mirrorMargins/>"),
  });
}

class Writer {
  /** Footnotes by number, in order of appearance. */
  readonly footnotes: Record<string, { children: Paragraph[] }> = {};
  readonly #root: Field;

  constructor(root: Field) {
    this.#root = root;
  }

  blocks(blocks: LayoutBlock[]): (Paragraph | Table)[] {
    return blocks.flatMap((block, index) => [
      ...(block.mark ? [this.#text(block.mark, { font: HEADING_FONT, size: SIZE.mark, line: 480 })] : []),
      ...(block.title ? this.#title(block.title) : []),
      ...(block.cover ? [this.#cover(block.cover)] : []),
      ...(block.page ? this.#page(block.page) : []),
      ...(block.heading ? [this.#heading(block.heading, index > 2 && !block.frame)] : []),
      ...(block.rows && !block.heading ? [this.#seam()] : []),
      ...(block.rows ? [this.#table(block)] : []),
      ...(block.frame ? [this.#frame(block.frame)] : []),
    ]);
  }

  #text(
    text: string,
    look: {
      font?: string;
      size?: number;
      line?: number;
      alignment?: IParagraphOptions["alignment"];
      before?: number;
      after?: number;
      indent?: boolean;
    },
  ): Paragraph {
    return new Paragraph({
      alignment: look.alignment,
      spacing: { line: look.line ?? LINE.line, lineRule: LINE.lineRule, before: look.before, after: look.after },
      ...(look.indent && { indent: INDENT }),
      children: [new TextRun({ text, font: fonts(look.font ?? BODY_FONT), size: look.size })],
    });
  }

  #title(title: string): Paragraph[] {
    return [
      this.#text(title, {
        font: TITLE_FONT,
        size: SIZE.title,
        line: 720,
        alignment: AlignmentType.CENTER,
        before: 2200,
        after: 2000,
      }),
    ];
  }

  /** Cover lines: label, a value to write on, the place of the seal. */
  #cover(lines: LayoutLine[]): Table {
    const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
    const open = { top: none, bottom: none, left: none, right: none };
    const widths = [36, 92, 30];
    return new Table({
      columnWidths: widths.map(mm),
      width: { size: mm(TEXT_WIDTH), type: "dxa" },
      layout: TableLayoutType.FIXED,
      borders: { ...open, insideHorizontal: none, insideVertical: none },
      rows: lines.map((line) => {
        const cell = (index: number, children: ParagraphChild[], borders: ITableCellBorders = open) =>
          new TableCell({
            width: { size: mm(widths[index] as number), type: "dxa" },
            borders,
            verticalAlign: VerticalAlign.BOTTOM,
            children: [
              new Paragraph({
                spacing: { ...LINE, line: 400, before: 240 },
                alignment: index === 1 ? AlignmentType.CENTER : AlignmentType.LEFT,
                children,
              }),
            ],
          });
        return new TableRow({
          cantSplit: true,
          children: [
            cell(0, [this.#run(this.#label(line.label as Pointer), { size: SIZE.mark })]),
            cell(1, [this.#run(`{{${tagOf([line.value ?? []].flat()[0] as Pointer)}}}`, { size: SIZE.mark })], {
              ...open,
              bottom: { style: BorderStyle.SINGLE, size: 6, color: "auto" },
            }),
            cell(2, line.seal ? [this.#run(line.seal, { size: SIZE.mark })] : []),
          ],
        });
      }),
    });
  }

  #page({ title, items }: { title: string; items: string[] }): Paragraph[] {
    return [
      new Paragraph({ children: [new PageBreak()] }),
      this.#text(title, {
        font: HEADING_FONT,
        size: SIZE.mark,
        line: 600,
        alignment: AlignmentType.CENTER,
        before: 400,
        after: 400,
      }),
      ...items.map((item) => this.#text(item, { indent: true, after: 120 })),
    ];
  }

  #heading(text: string, newPage: boolean): Paragraph {
    return new Paragraph({
      pageBreakBefore: newPage,
      keepNext: true,
      spacing: { line: 480, lineRule: LINE.lineRule, before: 240, after: 120 },
      children: [new TextRun({ text, font: fonts(HEADING_FONT), size: SIZE.heading })],
    });
  }

  /** Between two tables that look like one: without a paragraph there they would become one. */
  #seam(): Paragraph {
    return new Paragraph({ spacing: { line: 20, lineRule: LINE.lineRule }, run: { size: 2 } });
  }

  #table({ columns = [], rows = [], repeat = 0 }: LayoutBlock): Table {
    const spread = rows.map((row) => row.flatMap((cell) => this.#spread(cell)));
    return new Table({
      columnWidths: columns.map(mm),
      width: { size: mm(columns.reduce((sum, width) => sum + width, 0)), type: "dxa" },
      layout: TableLayoutType.FIXED,
      rows: gridRows(spread, columns, repeat).map((cells, index) => {
        const characters = Math.max(...cells.map((cell) => this.#wordLimit(cell)));
        return new TableRow({
          children: cells.map((cell) => this.#cell(cell)),
          tableHeader: index < repeat,
          cantSplit: cells.every((cell) => !cell.lines && (this.#wordLimit(cell) * EM * EM) / cell.width < SPLIT),
          // a text to be written wants room, the more the longer it may be
          height: { value: mm(Math.max(7.4, characters && 16, characters * 0.12)), rule: "atLeast" },
        });
      }),
    });
  }

  /** `each` stands for a cell a year. */
  #spread(cell: LayoutCell): LayoutCell[] {
    if (!cell.each) return [cell];
    const { each, ...rest } = cell;
    return (fieldAt(this.#root, each)?.children ?? []).map((field) => ({ ...rest, value: field.pointer }));
  }

  #cell(cell: GridCell): TableCell {
    const side = this.#sideMargin(cell);
    const none = { style: BorderStyle.NIL, size: 0 };
    return new TableCell({
      borders: cell.open && { [cell.open === "above" ? "top" : "bottom"]: none },
      columnSpan: cell.cols,
      rowSpan: cell.rows,
      width: { size: mm(cell.width), type: "dxa" },
      verticalAlign: cell.limit || cell.lines ? VerticalAlign.TOP : VerticalAlign.CENTER,
      margins: { left: mm(side), right: mm(side), top: mm(0.6), bottom: mm(0.6) },
      children: this.#lines(cell.lines ?? [cell], AlignmentType.CENTER),
    });
  }

  /** How many characters may be written into a cell; 0 when the form does not say. */
  #wordLimit({ limit, value }: LayoutCell): number {
    return (limit && fieldAt(this.#root, [value ?? []].flat()[0] as Pointer)?.wordLimit) || 0;
  }

  /** Left and right margin of a cell in millimetres: labels get lines of even length, vertical ones a character a line. */
  #sideMargin(cell: GridCell): number {
    const usual = 1.5;
    const label = cell.label ? this.#label(cell.label) : cell.value === undefined ? cell.text : undefined;
    if (!label) return usual;
    const room = (cell.width - 2 * usual) / EM;
    // a little more than the characters need: readers round differently
    const even = cell.vertical ? 1.3 : evenWidth(label + (cell.footnote ? "1" : ""), room) + 0.3;
    return Math.max(usual, (cell.width - even * EM) / 2);
  }

  #frame(lines: LayoutLine[]): Table {
    return new Table({
      columnWidths: [mm(TEXT_WIDTH)],
      width: { size: mm(TEXT_WIDTH), type: "dxa" },
      layout: TableLayoutType.FIXED,
      rows: [
        new TableRow({
          height: { value: mm(60), rule: "atLeast" },
          children: [
            new TableCell({
              width: { size: mm(TEXT_WIDTH), type: "dxa" },
              margins: { left: mm(2), right: mm(2), top: mm(1), bottom: mm(1) },
              children: this.#lines(lines, AlignmentType.LEFT),
            }),
          ],
        }),
      ],
    });
  }

  #lines(lines: LayoutLine[], usual: IParagraphOptions["alignment"]): Paragraph[] {
    return lines.flatMap((line) => {
      const alignment = line.align ?? (line.limit || line.indent ? AlignmentType.BOTH : usual);
      const space = { ...LINE, before: (line.space ?? 0) * LINE.line };
      const paragraph = (children: ParagraphChild[], indent?: boolean) =>
        new Paragraph({
          alignment,
          spacing: space,
          ...(indent && { indent: INDENT, widowControl: true }),
          ...(line.inset && { indent: { right: (line.inset * INDENT.firstLine) / 2 } }),
          children,
        });
      const values = [line.value ?? []].flat();
      return [
        ...(line.text ? [paragraph([this.#run(line.text), ...this.#note(line)], line.indent)] : []),
        ...(line.label ? [paragraph([this.#run(this.#label(line.label)), ...this.#note(line)])] : []),
        ...(line.limit
          ? [new Paragraph({ spacing: LINE, children: [this.#run(this.#limit(line, values[0] as Pointer))] })]
          : []),
        ...values.map((pointer) => paragraph(this.#value(line, pointer), Boolean(line.limit) || line.indent)),
        ...(line.text || line.label || values.length > 0 ? [] : [paragraph([])]),
      ];
    });
  }

  #value(line: LayoutLine, pointer: Pointer): ParagraphChild[] {
    const unit = line.unit ? fieldAt(this.#root, pointer)?.unit : undefined;
    return [this.#run(`{{${tagOf(pointer)}}}`), ...(unit ? [this.#run(` ${unit}`)] : [])];
  }

  #limit(line: LayoutLine, pointer: Pointer): string {
    return (line.limit as string).replace("{n}", String(fieldAt(this.#root, pointer)?.wordLimit));
  }

  #label(pointer: Pointer): string {
    return fieldAt(this.#root, pointer)?.title ?? pointer;
  }

  #run(text: string, { size }: { size?: number } = {}): TextRun {
    return new TextRun({ text, font: fonts(BODY_FONT), size });
  }

  #note({ footnote }: LayoutLine): ParagraphChild[] {
    if (!footnote) return [];
    const number = Object.keys(this.footnotes).length + 1;
    this.footnotes[number] = {
      children: [new Paragraph({ children: [this.#run(` ${footnote}`, { size: SIZE.note })] })],
    };
    return [new FootnoteReferenceRun(number)];
  }
}
