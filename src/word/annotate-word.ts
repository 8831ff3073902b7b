import { strFromU8, strToU8 } from "fflate";
import type { Annotation } from "../model/annotation.js";
import { WordFileError } from "../model/errors.js";
import type { DocumentCell } from "../model/place.js";
import { pack } from "../render/opc/pack.js";
import { tablesIn, type WordBlock, type WordParagraph } from "./body.js";
import { addComments, nextCommentId } from "./comment-parts.js";
import { foldLabel } from "./fold-label.js";
import { openWord } from "./open-word.js";

/**
 * Writes comments into a Word file. Everything else in the package stays as it is, comments of others too.
 * @param title printed title of the form: comments on the whole file stand at it
 * @returns the bytes of the copy
 * @throws {WordFileError} when the file cannot be read, or has no place for a comment
 */
export function annotateWord(bytes: Uint8Array, title: string, annotations: readonly Annotation[]): Uint8Array {
  const { parts: read, mainPart, blocks } = openWord(bytes);
  const xml = strFromU8(read[mainPart] as Uint8Array);
  const places = new Places(xml, blocks, title);
  const parts = { ...read };
  const firstId = nextCommentId(parts, mainPart);
  const inserts: Insert[] = annotations.flatMap(({ cell }, at) => {
    const { first, last } = places.of(cell);
    const id = firstId + at;
    const end = `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
    return [
      { paragraph: first, end: false, text: `<w:commentRangeStart w:id="${id}"/>` },
      { paragraph: last, end: true, text: end },
    ];
  });
  parts[mainPart] = strToU8(insertInto(xml, inserts));
  addComments(
    parts,
    mainPart,
    annotations.map(({ lines }) => lines),
    firstId,
  );
  return pack(parts);
}

/** Something to write at the beginning or the end of a paragraph. */
interface Insert {
  paragraph: WordParagraph;
  end: boolean;
  text: string;
}

function insertInto(xml: string, inserts: readonly Insert[]): string {
  const byPlace = new Map<number, { paragraph: WordParagraph; starts: string; ends: string }>();
  for (const { paragraph, end, text } of inserts) {
    const known = byPlace.get(paragraph.xml.start) ?? { paragraph, starts: "", ends: "" };
    if (end) known.ends += text;
    else known.starts += text;
    byPlace.set(paragraph.xml.start, known);
  }
  const edits = [...byPlace.values()].flatMap(({ paragraph, starts, ends }) => {
    const { start, end } = paragraph.xml;
    // <w:p/> has no content yet
    if (isEmptyElement(xml, paragraph)) return [{ from: start - 2, to: start, text: `>${starts}${ends}</w:p>` }];
    return [
      { from: start, to: start, text: starts },
      { from: end, to: end, text: ends },
    ];
  });
  return edits
    .map((edit, order) => ({ ...edit, order }))
    .sort((a, b) => b.from - a.from || b.order - a.order)
    .reduce((all, { from, to, text }) => all.slice(0, from) + text + all.slice(to), xml);
}

function isEmptyElement(xml: string, { xml: { start, end } }: WordParagraph): boolean {
  return start === end && !xml.startsWith("</w:p>", end) && xml.slice(start - 2, start) === "/>";
}

/** Finds the paragraphs of a cell where a comment can stand. */
class Places {
  private readonly xml: string;
  private readonly blocks: readonly WordBlock[];
  private readonly boxes: { start: number; end: number }[];
  private readonly title: WordParagraph;

  constructor(xml: string, blocks: readonly WordBlock[], title: string) {
    this.xml = xml;
    this.blocks = blocks;
    this.boxes = textBoxes(xml);
    const all = paragraphsIn(blocks).filter((each) => this.canHold(each));
    const found =
      all.find(({ text }) => foldLabel(text) === foldLabel(title)) ??
      all.find(({ text }) => text.trim() !== "") ??
      all[0];
    if (!found) throw new WordFileError("里面没有可以放批注的段落");
    this.title = found;
  }

  of(cell: DocumentCell | undefined): { first: WordParagraph; last: WordParagraph } {
    const paragraphs = cell ? this.paragraphsOf(cell).filter((each) => this.canHold(each)) : [];
    const filled = paragraphs.filter(({ text }) => text.trim() !== "");
    const shown = filled.length > 0 ? filled : paragraphs;
    return { first: shown[0] ?? this.title, last: shown.at(-1) ?? this.title };
  }

  private paragraphsOf({ table, row, column }: DocumentCell): WordParagraph[] {
    if (table === 0) return directParagraphs(this.blocks).slice(row - 1, row);
    const cell = tablesIn(this.blocks)
      .find(({ number }) => number === table)
      ?.cells.find((each) => each.row === row && each.column === column);
    if (!cell) return [];
    const own = directParagraphs(cell.blocks);
    return own.length > 0 ? own : paragraphsIn(cell.blocks).slice(0, 1);
  }

  /** Word allows no comments in text boxes. */
  private canHold(paragraph: WordParagraph): boolean {
    const { start, end } = paragraph.xml;
    if (this.boxes.some((box) => start > box.start && start < box.end)) return false;
    return this.xml.startsWith("</w:p>", end) || isEmptyElement(this.xml, paragraph);
  }
}

function directParagraphs(blocks: readonly WordBlock[]): WordParagraph[] {
  return blocks.filter((block) => block.kind === "paragraph");
}

function paragraphsIn(blocks: readonly WordBlock[]): WordParagraph[] {
  return blocks.flatMap((block) =>
    block.kind === "paragraph" ? [block] : block.cells.flatMap((cell) => paragraphsIn(cell.blocks)),
  );
}

function textBoxes(xml: string): { start: number; end: number }[] {
  const boxes: { start: number; end: number }[] = [];
  const open: number[] = [];
  for (const { 0: tag, index } of xml.matchAll(/<(\/?)w:txbxContent\b[^>]*>/gu)) {
    if (!tag.startsWith("</")) open.push(index);
    else boxes.push({ start: open.pop() ?? 0, end: index });
  }
  return boxes;
}
