import { type Field, fieldAt, isList, isYear } from "../model/field.js";
import type { DocumentKind } from "../model/form.js";
import type { Pointer } from "../model/json-schema.js";
import type { Layout, LayoutBlock, LayoutCell, LayoutLine } from "../model/layout.js";
import { joinPointer, splitPointer } from "../text/json-pointer.js";
import { foldLabel } from "./fold-label.js";

/** A place in the printed form that is filled in, with the labels by which it is found in another layout. */
export interface Slot {
  /** The fields whose values are printed there; several when they share a cell. */
  fields: Field[];
  /** A tally prints how many names a list has, and then the figure of the field in brackets. */
  isTally: boolean;
  /** What its nearest label may say, folded: the printed label and the field's own names. */
  primary: Set<string>;
  /** Further labels, folded: the others to the left and above, and those of the fields above it. */
  context: Set<string>;
  /** For a figure by year: the labels of the year, folded. One of them must be seen, or the year is not certain. */
  years: Set<string>;
  /** Whether its label is a heading, and it may be many paragraphs. */
  isNarrative: boolean;
  /** For a field in the entries of a list: the pointer of the list. */
  list?: Pointer;
  /** For a text in the same frame as another, behind it: the slot of the other, and the fixed text between them. */
  behind?: { slot: Slot; text: string };
}

/** What is printed in the form besides labels and values. */
export interface FixedTexts {
  /** Labels of every field and fixed texts that stand beside values, folded. */
  labels: Set<string>;
  /** Headings of the sections, folded. */
  headings: Set<string>;
  /** Sentences and lines that are printed around values, as printed: pledges, 公章, (不超过200字). */
  lines: string[];
}

/** The slots of a kind of document, in printed order. */
export function slotsOf(kind: DocumentKind): { slots: Slot[]; fixed: FixedTexts } {
  const layout = kind.layout as Layout;
  const slots: Slot[] = [];
  const add = (line: LayoutLine, labels: string[], isHeading: boolean) => {
    for (const target of targetsOf(kind.root, line)) {
      const known = slots.find((slot) => samePointers(slot.fields, target.fields) && slot.isTally === target.isTally);
      const slot = known ?? makeSlot(target, isHeading);
      const [first, ...others] = labels;
      // the label of a cell with several values names none of them alone
      if (first !== undefined && !known && (target.fields.length > 1 || !target.isShared)) slot.primary.add(first);
      for (const label of others) slot.context.add(label);
      if (!known) slots.push(slot);
    }
  };
  for (const block of layout.blocks) {
    for (const line of block.cover ?? []) add(line, labelsOf(kind.root, line), false);
    const heading = block.heading === undefined ? [] : [foldLabel(block.heading)];
    let [inFrame, fixedText]: [Slot | undefined, string | undefined] = [undefined, undefined];
    for (const line of block.frame ?? []) {
      add(line, heading, true);
      if (!hasValue(line)) fixedText = line.text;
      else {
        const slot = slots.at(-1) as Slot;
        if (inFrame && fixedText !== undefined) slot.behind = { slot: inFrame, text: fixedText };
        inFrame = slot;
      }
    }
    for (const { lines, labels } of gridOf(kind.root, block)) for (const line of lines) add(line, labels, false);
  }
  return { slots, fixed: fixedTexts(kind, layout) };
}

interface Target {
  fields: Field[];
  isTally: boolean;
  /** The field shares its cell with others. */
  isShared?: true;
}

/** Finds the fields whose values a line prints. A cell with several gives one slot for all, and one for each. */
function targetsOf(root: Field, { value, each }: LayoutLine): Target[] {
  if (each !== undefined)
    return (fieldAt(root, each)?.children ?? []).map((child) => ({ fields: [child], isTally: false }));
  const pointers = value === undefined ? [] : [value].flat();
  const fields = pointers.flatMap((pointer) => {
    const field = fieldAt(root, pointer);
    return field ? [field] : [];
  });
  if (fields.length > 1)
    return [
      { fields, isTally: false },
      ...fields.map((field) => ({ fields: [field], isTally: false, isShared: true as const })),
    ];
  if (fields.length === 1) return [{ fields, isTally: false }];
  // the number of names is no field, but the figure in brackets behind it is
  return pointers.flatMap((pointer) => {
    const parent = fieldAt(root, joinPointerOf(splitPointer(pointer).slice(0, -1)));
    const figure =
      parent?.tally?.with === undefined ? undefined : fieldAt(root, joinPointer(parent.pointer, parent.tally.with));
    return figure && !figure.schema.unprinted ? [{ fields: [figure], isTally: true }] : [];
  });
}

function joinPointerOf(steps: string[]): Pointer {
  return steps.reduce((pointer, step) => joinPointer(pointer, step), "");
}

function samePointers(some: Field[], others: Field[]): boolean {
  return some.length === others.length && some.every(({ pointer }, index) => pointer === others[index]?.pointer);
}

function makeSlot({ fields, isTally }: Target, isHeading: boolean): Slot {
  const [field] = fields as [Field];
  const primary = new Set<string>();
  const context = new Set<string>();
  if (fields.length === 1) for (const name of namesOf(field)) (isYear(field) ? context : primary).add(name);
  for (let above = field.parent; above && above.pointer !== ""; above = above.parent)
    for (const name of namesOf(above)) (isYear(field) && above === field.parent ? primary : context).add(name);
  const list = listAbove(field);
  let year: Field | undefined = field;
  while (year && !isYear(year)) year = year.parent;
  return {
    years: new Set(year ? [year.title, year.key].map(foldLabel) : []),
    fields,
    isTally,
    primary,
    context,
    isNarrative: isHeading || (fields.length === 1 && field.wordLimit !== undefined),
    ...(list && { list: list.pointer }),
  };
}

function listAbove(field: Field): Field | undefined {
  for (let above = field.parent; above; above = above.parent) if (isList(above)) return above;
  return undefined;
}

/** The names of a field, folded. */
function namesOf({ title, key, name }: Field): string[] {
  return [...new Set([title, key, name].map(foldLabel))].filter((label) => label !== "" && label !== "*");
}

/** Gives the labels of a line that has its own. */
function labelsOf(root: Field, { label, text }: LayoutLine): string[] {
  const said = label === undefined ? text : fieldAt(root, label)?.title;
  return said === undefined ? [] : [foldLabel(said)];
}

/** A cell of a printed table, with the labels to its left and above it, nearest first. */
interface GridCell {
  lines: LayoutLine[];
  labels: string[];
}

interface Placed {
  cell: LayoutCell;
  top: number;
  bottom: number;
  left: number;
  right: number;
}

function gridOf(root: Field, { rows = [] }: LayoutBlock): GridCell[] {
  const placed: Placed[] = [];
  const isTaken = (row: number, column: number) =>
    placed.some(({ top, bottom, left, right }) => row >= top && row < bottom && column >= left && column < right);
  for (const [row, cells] of rows.entries()) {
    let column = 0;
    for (const cell of cells.flatMap((each) => spread(root, each))) {
      while (isTaken(row, column)) column += 1;
      const [width, height] = [cell.cols ?? 1, cell.rows ?? 1];
      placed.push({ cell, top: row, bottom: row + height, left: column, right: column + width });
      column += width;
    }
  }
  const labelOf = ({ cell }: Placed) => (hasValue(cell) ? [] : labelsOf(root, cell));
  // a row with values has labels for these, not for the rows below
  const isHeader = ({ top }: Placed) => placed.every((other) => other.top !== top || !hasValue(other.cell));
  return placed.flatMap((own) => {
    const lines = own.cell.lines ?? [own.cell];
    if (!lines.some(hasValue)) return [];
    const beside = placed.filter(
      (other) => other.top < own.bottom && other.bottom > own.top && other.right <= own.left,
    );
    const above = placed.filter(
      (other) => other.left < own.right && other.right > own.left && other.bottom <= own.top && isHeader(other),
    );
    beside.sort((a, b) => b.right - a.right);
    above.sort((a, b) => b.bottom - a.bottom);
    const inside = lines.flatMap((line) => (hasValue(line) ? [] : labelsOf(root, line))).slice(0, 1);
    return [{ lines, labels: [...inside, ...beside.flatMap(labelOf), ...above.flatMap(labelOf)] }];
  });
}

/** A cell that stands for one cell of each child becomes these cells. */
function spread(root: Field, cell: LayoutCell): LayoutCell[] {
  if (cell.each === undefined) return [cell];
  const { each, ...rest } = cell;
  return (fieldAt(root, each)?.children ?? []).map(({ pointer }) => ({ ...rest, value: pointer }));
}

function hasValue({ value, each, lines }: LayoutCell): boolean {
  return value !== undefined || each !== undefined || (lines ?? []).some(hasValue);
}

function fixedTexts(kind: DocumentKind, { blocks }: Layout): FixedTexts {
  const cells = blocks.flatMap(({ cover = [], frame = [], rows = [] }) => [...cover, ...frame, ...rows.flat()]);
  const lines: LayoutLine[] = cells.flatMap((cell: LayoutCell) => [cell, ...(cell.lines ?? [])]);
  const labels = new Set<string>();
  const walk = (field: Field) => {
    // a unit is printed in the place of a value, also when it is the name of the field
    const unit = field.unit === undefined ? undefined : foldLabel(field.unit);
    if (field.pointer !== "") for (const name of namesOf(field)) if (name !== unit) labels.add(name);
    field.children.forEach(walk);
  };
  walk(kind.root);
  for (const { text } of lines) if (text !== undefined) labels.add(foldLabel(text));
  const headings = blocks.flatMap(({ heading, page }) => [heading, page?.title]).filter((each) => each !== undefined);
  const limits = lines.flatMap(({ limit, value, each }) => {
    const pointer = [value ?? each ?? []].flat()[0];
    const field = pointer === undefined ? undefined : fieldAt(kind.root, pointer);
    const limitOf = field?.wordLimit ?? field?.children[0]?.wordLimit;
    return limit === undefined || limitOf === undefined ? [] : [limit.replace("{n}", String(limitOf))];
  });
  const texts = lines.flatMap(({ text, seal }) => [text, seal].filter((each) => each !== undefined));
  return { labels, headings: new Set(headings.map(foldLabel)), lines: [...new Set([...texts, ...limits])] };
}
