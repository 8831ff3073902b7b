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
import { BODY_FONT, fonts, HEADING_FONT, MARGIN, mm, PAGE, SIZE, TEXT_WIDTH, TITLE_FONT } from "./typography.js";
import { withoutClock } from "./zip.js";

/** Exactly 16 pt. */
const LINE = { line: 320, lineRule: LineRuleType.EXACT };
/** Two characters. */
const INDENT = { firstLine: 480, firstLineChars: 200 };

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
    return blocks.flatMap((block) => [
      ...(block.mark ? [this.#text(block.mark, { font: HEADING_FONT, size: SIZE.mark, line: 480 })] : []),
      ...(block.title ? this.#title(block.title) : []),
      ...(block.cover ? [this.#cover(block.cover)] : []),
      ...(block.page ? this.#page(block.page) : []),
      ...(block.heading ? [this.#heading(block.heading, blocks.indexOf(block) > 2 && !block.frame)] : []),
      ...(block.rows ? [this.#table(block.columns ?? [], block.rows)] : []),
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
    const widths = [32, 96, 30];
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
            cell(0, [this.#run(this.#label(line.label as Pointer), { size: SIZE.heading })]),
            cell(1, [this.#run(`{{${tagOf([line.value ?? []].flat()[0] as Pointer)}}}`, { size: SIZE.heading })], {
              ...open,
              bottom: { style: BorderStyle.SINGLE, size: 6, color: "auto" },
            }),
            cell(2, line.seal ? [this.#run(line.seal, { size: SIZE.heading })] : []),
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

  #table(widths: number[], rows: LayoutCell[][]): Table {
    const held: number[] = widths.map(() => 0);
    return new Table({
      columnWidths: widths.map(mm),
      width: { size: mm(widths.reduce((sum, width) => sum + width, 0)), type: "dxa" },
      layout: TableLayoutType.FIXED,
      rows: rows.map((row) => {
        let column = 0;
        const cells = row
          .flatMap((cell) => this.#spread(cell))
          .map((cell) => {
            while ((held[column] ?? 0) > 0) column += 1;
            const span = cell.cols ?? 1;
            const width = widths.slice(column, column + span).reduce((sum, each) => sum + each, 0);
            for (let each = column; each < column + span; each += 1) held[each] = cell.rows ?? 1;
            column += span;
            return this.#cell(cell, width);
          });
        for (const [index, rest] of held.entries()) held[index] = Math.max(0, rest - 1);
        const short = row.every((cell) => !cell.limit && !cell.lines);
        return new TableRow({ children: cells, cantSplit: short, height: { value: mm(8), rule: "atLeast" } });
      }),
    });
  }

  /** `each` stands for a cell a year. */
  #spread(cell: LayoutCell): LayoutCell[] {
    if (!cell.each) return [cell];
    const { each, ...rest } = cell;
    return (fieldAt(this.#root, each)?.children ?? []).map((field) => ({ ...rest, value: field.pointer }));
  }

  #cell(cell: LayoutCell, width: number): TableCell {
    // narrow enough that one character stands on a line
    const side = cell.vertical ? Math.max(0, Math.floor((width - 5.5) / 2)) : 1.5;
    return new TableCell({
      columnSpan: cell.cols,
      rowSpan: cell.rows,
      width: { size: mm(width), type: "dxa" },
      verticalAlign: cell.limit || cell.lines ? VerticalAlign.TOP : VerticalAlign.CENTER,
      margins: { left: mm(side), right: mm(side), top: mm(0.6), bottom: mm(0.6) },
      children: this.#lines(cell.lines ?? [cell], AlignmentType.CENTER),
    });
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
        new Paragraph({ alignment, spacing: space, ...(indent && { indent: INDENT }), children });
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
    this.footnotes[number] = { children: [new Paragraph({ children: [this.#run(footnote, { size: SIZE.note })] })] };
    return [new FootnoteReferenceRun(number)];
  }
}
