import {
  AlignmentType,
  FootnoteReferenceRun,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from "docx";
import { type Field, fieldAt } from "../../../model/field.js";
import type { Pointer } from "../../../model/json-schema.js";
import type { LayoutLine } from "../../../model/layout.js";
import { tagOf } from "../../../text/template-tag.js";
import { BODY_FONT, fonts, SIZE } from "../typography.js";

/** Exactly 16 pt, in twips. */
export const LINE_SPACING = { line: 320, lineRule: LineRuleType.EXACT };
/** Two characters, in twips and in hundredths of a character. */
const INDENT = { firstLine: 480, firstLineChars: 200 };

export interface TextStyle {
  font?: string;
  /** In half points. */
  size?: number;
  /** Height of a line, in twips. */
  line?: number;
  alignment?: IParagraphOptions["alignment"];
  /** Space before and after the paragraph, in twips. */
  before?: number;
  after?: number;
  /** Whether the first line is indented. */
  indent?: boolean;
}

/** A paragraph of fixed text. */
export function textParagraph(text: string, style: TextStyle): Paragraph {
  const { font = BODY_FONT, size, line = LINE_SPACING.line, alignment, before, after, indent } = style;
  return new Paragraph({
    alignment,
    spacing: { line, lineRule: LINE_SPACING.lineRule, before, after },
    ...(indent && { indent: INDENT }),
    children: [new TextRun({ text, font: fonts(font), size })],
  });
}

/** A run of fixed text. @param size in half points; that of the document when not given */
export function textRun(text: string, size?: number): TextRun {
  return new TextRun({ text, font: fonts(BODY_FONT), size });
}

/** Makes paragraphs of a layout's lines: labels, units and limits as the fields have them, a tag where a value goes. */
export class LayoutParagraphs {
  /** Footnotes by number, in order of appearance. */
  readonly footnotes: Record<string, { children: Paragraph[] }> = {};
  readonly #root: Field;

  /** @param root the field of the whole document */
  constructor(root: Field) {
    this.#root = root;
  }

  /** @param usual alignment of lines that do not say */
  ofLines(lines: LayoutLine[], usual: IParagraphOptions["alignment"]): Paragraph[] {
    return lines.flatMap((line) => this.#ofLine(line, usual));
  }

  #ofLine(line: LayoutLine, usual: IParagraphOptions["alignment"]): Paragraph[] {
    const alignment = line.align ?? (line.limit || line.indent ? AlignmentType.BOTH : usual);
    const paragraph = (children: ParagraphChild[], indent?: boolean) =>
      new Paragraph({
        alignment,
        spacing: { ...LINE_SPACING, before: (line.space ?? 0) * LINE_SPACING.line },
        ...(indent && { indent: INDENT, widowControl: true }),
        ...(line.inset && { indent: { right: (line.inset * INDENT.firstLine) / 2 } }),
        children,
      });
    const values = [line.value ?? []].flat();
    return [
      ...(line.text ? [paragraph([textRun(line.text), ...this.#footnoteReference(line)], line.indent)] : []),
      ...(line.label ? [paragraph([textRun(this.label(line.label)), ...this.#footnoteReference(line)])] : []),
      ...(line.limit ? [new Paragraph({ spacing: LINE_SPACING, children: [textRun(this.#limit(line))] })] : []),
      ...values.map((pointer) => paragraph(this.#value(line, pointer), Boolean(line.limit) || line.indent)),
      ...(line.text || line.label || values.length > 0 ? [] : [paragraph([])]),
    ];
  }

  /** The printed label of a field. */
  label(pointer: Pointer): string {
    return this.field(pointer)?.title ?? pointer;
  }

  /** @returns undefined when the form has no such field */
  field(pointer: Pointer): Field | undefined {
    return fieldAt(this.#root, pointer);
  }

  /** How many characters may be written in a line's field; 0 when the form does not say. */
  wordLimit({ limit, value }: LayoutLine): number {
    return (limit && this.field([value ?? []].flat()[0] as Pointer)?.wordLimit) || 0;
  }

  #value(line: LayoutLine, pointer: Pointer): ParagraphChild[] {
    const unit = line.unit ? this.field(pointer)?.unit : undefined;
    return [textRun(`{{${tagOf(pointer)}}}`), ...(unit ? [textRun(` ${unit}`)] : [])];
  }

  #limit({ limit = "", value }: LayoutLine): string {
    return limit.replace("{n}", String(this.field([value ?? []].flat()[0] as Pointer)?.wordLimit));
  }

  #footnoteReference({ footnote }: LayoutLine): ParagraphChild[] {
    if (!footnote) return [];
    const number = Object.keys(this.footnotes).length + 1;
    this.footnotes[number] = {
      children: [new Paragraph({ children: [textRun(` ${footnote}`, SIZE.note)] })],
    };
    return [new FootnoteReferenceRun(number)];
  }
}
