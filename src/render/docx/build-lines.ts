import {
  AlignmentType,
  FootnoteReferenceRun,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from "docx";
import { type Field, fieldAt } from "../../model/field.js";
import type { Pointer } from "../../model/json-schema.js";
import type { LayoutLine } from "../../model/layout.js";
import { tagOf } from "../../text/template-tag.js";
import { BODY_FONT, fonts, SIZE } from "./typography.js";

/** Exactly 16 pt. */
export const LINE = { line: 320, lineRule: LineRuleType.EXACT };
/** Two characters. */
const INDENT = { firstLine: 480, firstLineChars: 200 };

/** A paragraph of fixed text. */
export function textLine(
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

/** Fixed text within a paragraph. @param size in half points; none for that of the document */
export function textRun(text: string, size?: number): TextRun {
  return new TextRun({ text, font: fonts(BODY_FONT), size });
}

/** Makes paragraphs of a layout's lines: labels, units and limits from the fields, a tag where a value goes. */
export class LineWriter {
  /** Footnotes by number, in order of appearance. */
  readonly footnotes: Record<string, { children: Paragraph[] }> = {};
  readonly #root: Field;

  constructor(root: Field) {
    this.#root = root;
  }

  /** @param usual alignment of lines that do not say */
  lines(lines: LayoutLine[], usual: IParagraphOptions["alignment"]): Paragraph[] {
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
        ...(line.text ? [paragraph([textRun(line.text), ...this.#note(line)], line.indent)] : []),
        ...(line.label ? [paragraph([textRun(this.label(line.label)), ...this.#note(line)])] : []),
        ...(line.limit
          ? [new Paragraph({ spacing: LINE, children: [textRun(this.#limit(line, values[0] as Pointer))] })]
          : []),
        ...values.map((pointer) => paragraph(this.#value(line, pointer), Boolean(line.limit) || line.indent)),
        ...(line.text || line.label || values.length > 0 ? [] : [paragraph([])]),
      ];
    });
  }

  /** The printed label of a field. */
  label(pointer: Pointer): string {
    return this.field(pointer)?.title ?? pointer;
  }

  field(pointer: Pointer): Field | undefined {
    return fieldAt(this.#root, pointer);
  }

  /** How many characters may be written; 0 when the form does not say. */
  wordLimit({ limit, value }: LayoutLine): number {
    return (limit && this.field([value ?? []].flat()[0] as Pointer)?.wordLimit) || 0;
  }

  #value(line: LayoutLine, pointer: Pointer): ParagraphChild[] {
    const unit = line.unit ? this.field(pointer)?.unit : undefined;
    return [textRun(`{{${tagOf(pointer)}}}`), ...(unit ? [textRun(` ${unit}`)] : [])];
  }

  #limit(line: LayoutLine, pointer: Pointer): string {
    return (line.limit as string).replace("{n}", String(this.field(pointer)?.wordLimit));
  }

  #note({ footnote }: LayoutLine): ParagraphChild[] {
    if (!footnote) return [];
    const number = Object.keys(this.footnotes).length + 1;
    this.footnotes[number] = {
      children: [new Paragraph({ children: [textRun(` ${footnote}`, SIZE.note)] })],
    };
    return [new FootnoteReferenceRun(number)];
  }
}
