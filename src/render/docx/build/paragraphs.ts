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
import { fontOf, type StyleName, type Typography } from "../../../model/typography.js";
import { tagOf } from "../../../text/template-tag.js";
import { fonts, twips, type WordStyle, wordStyle } from "../typography.js";

/** An alignment of a paragraph. */
type Alignment = NonNullable<IParagraphOptions["alignment"]>;

/** What a paragraph of fixed text has besides its style. */
interface ParagraphOptions {
  alignment?: Alignment;
  /** Whether the first line is indented. */
  indent?: boolean;
}

/**
 * Makes paragraphs as a form sets them: of fixed text, and of a layout's lines with labels, units and limits as the
 * fields have them, and a tag where a value goes.
 */
export class LayoutParagraphs {
  /** Footnotes by number, in order of appearance. */
  readonly footnotes: Record<string, { children: Paragraph[] }> = {};
  readonly typography: Typography;
  /** Height of the body's lines, in twips. */
  readonly lineSpacing: { line: number; lineRule: typeof LineRuleType.EXACT };
  readonly #root: Field;
  /** Two characters, in twips and in hundredths of a character. */
  readonly #indent: { firstLine: number; firstLineChars: number };

  /** @param root the field of the whole document */
  constructor(root: Field, typography: Typography) {
    this.#root = root;
    this.typography = typography;
    const { line, size } = typography.styles.body;
    this.lineSpacing = { line: twips(line), lineRule: LineRuleType.EXACT };
    this.#indent = { firstLine: twips(2 * size), firstLineChars: 200 };
  }

  /** A paragraph of fixed text. */
  text(text: string, name: StyleName, { alignment, indent }: ParagraphOptions = {}): Paragraph {
    const { font, size, ...spacing } = this.style(name);
    return new Paragraph({
      ...(alignment && { alignment }),
      spacing: { ...spacing, lineRule: LineRuleType.EXACT },
      ...(indent && { indent: this.#indent }),
      children: [new TextRun({ text, font: fonts(font), ...(size !== undefined && { size }) })],
    });
  }

  /** A run of fixed text. @param name its style; that of the document when not given */
  run(text: string, name?: StyleName): TextRun {
    const size = name && this.style(name).size;
    const font = fontOf(this.typography, name ?? "body");
    return new TextRun({ text, font: fonts(font), ...(size !== undefined && { size }) });
  }

  /** A style in Word's units. */
  style(name: StyleName): WordStyle {
    return wordStyle(this.typography, name);
  }

  /** @param usual alignment of lines that do not say */
  ofLines(lines: LayoutLine[], usual: Alignment): Paragraph[] {
    return lines.flatMap((line) => this.#ofLine(line, usual));
  }

  #ofLine(line: LayoutLine, usual: Alignment): Paragraph[] {
    const alignment = line.align ?? (line.limit || line.indent ? AlignmentType.BOTH : usual);
    const paragraph = (children: ParagraphChild[], indent?: boolean) =>
      new Paragraph({
        alignment,
        spacing: { ...this.lineSpacing, before: (line.space ?? 0) * this.lineSpacing.line },
        ...(indent && { indent: this.#indent, widowControl: true }),
        ...(line.inset && { indent: { right: (line.inset * this.#indent.firstLine) / 2 } }),
        children,
      });
    const values = [line.value ?? []].flat();
    return [
      ...(line.text ? [paragraph([this.run(line.text), ...this.#footnoteReference(line)], line.indent)] : []),
      ...(line.label ? [paragraph([this.run(this.label(line.label)), ...this.#footnoteReference(line)])] : []),
      ...(line.limit ? [new Paragraph({ spacing: this.lineSpacing, children: [this.run(this.#limit(line))] })] : []),
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
    return [this.run(`{{${tagOf(pointer)}}}`), ...(unit ? [this.run(` ${unit}`)] : [])];
  }

  #limit({ limit = "", value }: LayoutLine): string {
    return limit.replace("{n}", String(this.field([value ?? []].flat()[0] as Pointer)?.wordLimit));
  }

  #footnoteReference({ footnote }: LayoutLine): ParagraphChild[] {
    if (!footnote) return [];
    const number = Object.keys(this.footnotes).length + 1;
    this.footnotes[number] = {
      children: [new Paragraph({ children: [this.run(` ${footnote}`, "note")] })],
    };
    return [new FootnoteReferenceRun(number)];
  }
}
