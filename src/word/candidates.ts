import { rowsOf, textOf, type WordBlock, type WordCell, type WordParagraph, type WordTable } from "./body.js";
import { foldLabel } from "./fold-label.js";
import type { FixedTexts } from "./slots.js";

/** A place in the file, from 1; table 0 holds the paragraphs outside tables, one row each. */
export interface CellPlace {
  table: number;
  row: number;
  column: number;
}

/** A text in the file that may be a value, and the labels around it. */
export interface Candidate {
  place: CellPlace;
  /** The blocks that hold it. A value behind a label in the same paragraph has its text alone. */
  blocks: WordBlock[];
  text: string;
  /**
   * Labels to the left, nearest first, as far as the next value; and those above in rows that have labels only. All are
   * folded.
   */
  left: string[];
  above: string[];
  /** The text is what follows a heading, up to the next one. */
  isSection?: true;
}

/**
 * Lists every text that may be a value: cells without labels, what follows a label in the same paragraph, and what
 * follows a heading.
 * @param isLabel whether a folded text is a label of the form
 */
export function candidatesIn(
  blocks: readonly WordBlock[],
  fixed: FixedTexts,
  isLabel: (folded: string) => boolean,
): Candidate[] {
  const found: Candidate[] = [];
  let row = 0;
  for (const block of blocks) {
    if (block.kind === "table") found.push(...inTable(block, isLabel));
    else {
      row += 1;
      found.push(...behindLabels(block.text, [block], { table: 0, row, column: 1 }, [], [], isLabel));
    }
  }
  return [...found, ...sections(blocks, fixed, isLabel)];
}

function inTable({ cells }: WordTable, isLabel: (folded: string) => boolean): Candidate[] {
  const texts = new Map(cells.map((cell) => [cell, foldLabel(textOf(cell.blocks))]));
  const labelOf = (cell: WordCell) => {
    const folded = texts.get(cell) as string;
    return folded !== "" && isLabel(folded) ? folded : undefined;
  };
  const headerRows = new Set(rowsOf(cells).flatMap((row) => (isHeaderRow(row.map(labelOf), row) ? [row[0]?.top] : [])));
  return cells.flatMap((cell) => {
    const nested = cell.blocks.flatMap((block) => (block.kind === "table" ? inTable(block, isLabel) : []));
    if (labelOf(cell) !== undefined) return nested;
    const beside = cells.filter(
      ({ top, bottom, right }) => top < cell.bottom && bottom > cell.top && right <= cell.left,
    );
    const over = cells.filter(
      ({ left, right, bottom }) => left < cell.right && right > cell.left && bottom <= cell.top,
    );
    beside.sort((a, b) => b.right - a.right);
    over.sort((a, b) => b.bottom - a.bottom);
    const left = labelsUpToValue(beside.map(labelOf));
    const above = over.flatMap((other) => (headerRows.has(other.top) ? (labelOf(other) ?? []) : []));
    const { table, row, column } = cell;
    const place = { table, row, column };
    const text = textOf(cell.blocks);
    const inside = behindLabels(text, cell.blocks, place, left, above, isLabel);
    return [...(inside.length > 0 ? inside : [{ place, blocks: cell.blocks, text, left, above }]), ...nested];
  });
}

/**
 * Whether a row has labels only. A cell may be empty in a corner, and one may be worded as in no form, if it is no figure.
 * Beside years several may: such a row names columns.
 */
function isHeaderRow(labels: (string | undefined)[], row: WordCell[]): boolean {
  const others = row.flatMap(({ blocks }, index) => (labels[index] === undefined ? [textOf(blocks).trim()] : []));
  if (others.length === 0) return true;
  const known = row.length - others.length;
  // rows may be numbered in front
  const isNumbered = labels[0] === undefined && /^\d{1,3}$/u.test(others[0] as string);
  const said = (isNumbered ? others.slice(1) : others).filter((text) => text !== "");
  const isBesideYears = labels.some((label) => label !== undefined && /^\d{4}年?$/u.test(label));
  const isMostlyKnown = isBesideYears || (known > said.length && said.length < 2);
  return known > 1 && isMostlyKnown && said.every((text) => /^[^\d:：]{1,12}$/u.test(text));
}

/** Takes the labels nearest to a value, until there is another value behind them. `undefined` stands for a value. */
function labelsUpToValue(beside: (string | undefined)[]): string[] {
  const first = beside.findIndex((label) => label !== undefined);
  if (first === -1) return [];
  const rest = beside.slice(first);
  const end = rest.indexOf(undefined);
  return (end === -1 ? rest : rest.slice(0, end)) as string[];
}

/** What may stand before a label within a text: the beginning of a line, or a wide gap. */
const COLON = /[:：]/u;

/** Finds the values behind labels in a text: `人员总数：8 人  专职人数：5 人`, and on a cover `联合体名称　　长沙…`. */
function behindLabels(
  text: string,
  blocks: WordBlock[],
  place: CellPlace,
  left: string[],
  above: string[],
  isLabel: (folded: string) => boolean,
): Candidate[] {
  const marks: { label: string; from: number; to: number }[] = [];
  let lineStart = 0;
  for (const line of text.split("\n")) {
    for (const { label, from, to } of labelsIn(line, isLabel))
      marks.push({ label, from: lineStart + from, to: lineStart + to });
    lineStart += line.length + 1;
  }
  return marks.map(({ label, to }, index) => {
    const value = text.slice(to, marks[index + 1]?.from ?? text.length).trim();
    const whole = marks.length === 1 ? withoutBeginning(blocks, text.slice(0, to)) : [paragraphOf(value)];
    return { place, blocks: whole, text: value, left: [label, ...left], above };
  });
}

/** Finds the labels in a line, with the offsets where each begins and where its value begins. */
function labelsIn(line: string, isLabel: (folded: string) => boolean): { label: string; from: number; to: number }[] {
  const found: { label: string; from: number; to: number }[] = [];
  for (const { index } of line.matchAll(/[:：]/gu)) {
    const before = line.slice(found.at(-1)?.to ?? 0, index);
    // a label has no more than a few words; what stands before it is the value of another
    const start = /(?:^|[\s\u3000;；,，。])(\S[^;；,，。:：]*)$/u.exec(before);
    for (const words = (start?.[1] ?? "").split(/(?<=\s)/u); words.length > 0; words.shift()) {
      const label = foldLabel(words.join(""));
      if (label === "" || !isLabel(label)) continue;
      found.push({ label, from: index - words.join("").length, to: index + 1 });
      break;
    }
  }
  if (found.length > 0 || COLON.test(line)) return found;
  const [, name = ""] = /^\s*(\S[^\s\u3000]*(?: [^\s\u3000]+)*?)(?:[\t\u3000]| {2})/u.exec(line) ?? [];
  const label = foldLabel(name);
  return label !== "" && isLabel(label) ? [{ label, from: 0, to: line.indexOf(name) + name.length }] : [];
}

function paragraphOf(text: string): WordParagraph {
  return { kind: "paragraph", runs: [{ text }], text, pictures: [], xml: { start: 0, end: 0 } };
}

/** Takes the label away from the beginning of blocks. */
function withoutBeginning(blocks: readonly WordBlock[], beginning: string): WordBlock[] {
  const [first, ...rest] = blocks;
  if (first?.kind !== "paragraph") return [...blocks];
  let left = beginning.length;
  const runs = first.runs.flatMap((run) => {
    const text = run.text.slice(left);
    left = Math.max(0, left - run.text.length);
    return text === "" ? [] : [{ ...run, text }];
  });
  return [{ ...first, runs, text: runs.map(({ text }) => text).join("") }, ...rest];
}

/** Finds what follows each heading. A table of one cell in a row is a frame around its paragraphs. */
function sections(
  blocks: readonly WordBlock[],
  { headings }: FixedTexts,
  isLabel: (folded: string) => boolean,
): Candidate[] {
  const found: Candidate[] = [];
  let row = 0;
  let open: Candidate | undefined;
  for (const block of blocks) {
    if (block.kind === "paragraph") {
      row += 1;
      const folded = foldLabel(block.text);
      if (headings.has(folded) || (block.text.length < 40 && isLabel(folded))) {
        open = {
          place: { table: 0, row: row + 1, column: 1 },
          blocks: [],
          text: "",
          left: [folded],
          above: [],
          isSection: true,
        };
        found.push(open);
        continue;
      }
      open?.blocks.push(block);
    } else if (open) {
      const framed = frameCells(block);
      const first = framed?.[0];
      if (first && open.blocks.every((each) => each.kind === "paragraph" && each.text.trim() === ""))
        open.place = { table: block.number, row: first.row, column: first.column };
      open.blocks.push(...(framed ? framed.flatMap((cell) => cell.blocks) : [block]));
    }
  }
  return found.map((each) => ({ ...each, text: textOf(each.blocks) }));
}

/** What stands in a column of numbers or of remarks that are not made. */
const ASIDE = /^(?:序 ?号|备 ?注|\d{0,3})$/u;

/**
 * Gives the cells that hold a text, when a table is only a frame around it: one in a row, with nothing but the number of
 * the row or an empty remark beside it. Undefined for a table of its own.
 */
function frameCells({ cells }: WordTable): WordCell[] | undefined {
  const rows = rowsOf(cells);
  if (rows.every((row) => row.length === 1)) return cells;
  const texts = rows.map((row) => row.filter((cell) => !ASIDE.test(textOf(cell.blocks).trim())));
  return texts.every((row) => row.length <= 1) && texts.flat().length > 0 ? texts.flat() : undefined;
}
