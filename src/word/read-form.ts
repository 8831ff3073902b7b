import type { Data } from "../model/document.js";
import type { Field } from "../model/field.js";
import type { DocumentKind } from "../model/form.js";
import type { Pointer } from "../model/json-schema.js";
import type { DocumentCell } from "../model/place.js";
import { toHalfWidth } from "../text/half-width.js";
import { ANY_ENTRY, joinPointer, splitPointer, valueAt } from "../text/json-pointer.js";
import { tablesIn, textOf, type WordBlock } from "./body.js";
import { type Candidate, type CellPlace, candidatesIn } from "./candidates.js";
import { foldLabel } from "./fold-label.js";
import { matchEntries } from "./match-entries.js";
import { type Match, matchSlots } from "./match-slots.js";
import type { WordFile } from "./open-word.js";
import { type ReadValue, readShared, readTally, readValue } from "./read-value.js";
import { type FixedTexts, type Slot, slotsOf } from "./slots.js";

/** A filled Word form as it was read. */
export interface WordReading {
  data: { [key: string]: Data };
  /** The cell of each field that was recognised, empty or not. */
  cells: Map<Pointer, DocumentCell>;
  /** Fields that need a look, and why. */
  doubts: Map<Pointer, string>;
  /** Printed fields for which no place was found. */
  missing: Field[];
  /** The pictures in narratives, by the file name that the narratives give them. */
  pictures: Map<string, Uint8Array>;
  /** Texts in the file that were recognised as nothing. */
  unrecognised: { cell: DocumentCell; text: string }[];
}

/** A picture as `narrativeText` writes it: the id of its relationship stands for its file. */
const PICTURE_ID = "](ptc-picture:";
/** Matches it, with a caption that stands in a paragraph of its own below. */
const PICTURES = /!\[([^\]\n]*)\]\(ptc-picture:([^)\n]*)\)(?:\n+(图 ?[\d一二三四五六七八九十]+[^\n]{0,60})(?=\n|$))?/gu;

/**
 * Reads a filled Word form of a kind of document. Its layout need not be the official one: values are found by the labels
 * around them.
 */
export function readForm({ blocks, picture }: Pick<WordFile, "blocks" | "picture">, kind: DocumentKind): WordReading {
  const { slots, fixed } = slotsOf(kind);
  const isLabel = labelTest(slots, fixed);
  const candidates = candidatesIn(blocks, fixed, isLabel);
  const plain = slots.filter(({ list, behind }) => list === undefined && !behind);
  const inEntries = matchEntries(
    slots.filter(({ list }) => list !== undefined),
    candidates,
  );
  const ofEntries = new Set(inEntries.map(({ candidate }) => candidate));
  const matches = matchSlots(
    plain,
    candidates.filter((each) => !ofEntries.has(each)),
  );
  const reading: WordReading = {
    data: {},
    cells: new Map(),
    doubts: new Map(),
    missing: [],
    pictures: new Map(),
    unrecognised: [],
  };
  for (const match of matches.flatMap((each) => [each, ...behind(each, slots)])) addMatch(reading, match, fixed.lines);
  for (const match of inEntries) addMatch(reading, match, fixed.lines, match.entry);
  for (const { candidate, match } of repetitions(candidates, matches))
    addRepetition(reading, match, candidate, fixed.lines);
  addPrintedMarks(reading, plain, blocks);
  reading.missing = plain.flatMap(({ fields }) => fields).filter(({ pointer }) => !reading.cells.has(pointer));
  nameAllPictures(reading, picture);
  const unused = candidates.filter((each) => !ofEntries.has(each));
  reading.unrecognised = leftOver(unused, matches, fixed).map(({ place, text: said, left, above }) => ({
    cell: { kind: "cell", ...place, label: left[0] ?? above[0] ?? "" },
    text: said,
  }));
  return reading;
}

/** Cuts a text at the fixed text behind it, and gives what follows to the slot that is printed there. */
function behind(match: Match, slots: readonly Slot[]): Match[] {
  const next = slots.find((slot) => slot.behind?.slot === match.slot);
  if (!next?.behind) return [];
  const { candidate } = match;
  const between = plainText(next.behind.text);
  const at = candidate.blocks.findIndex((block) => block.kind === "paragraph" && plainText(block.text) === between);
  const blocks = at === -1 ? [] : candidate.blocks.slice(at + 1);
  if (at !== -1) match.candidate = { ...candidate, blocks: candidate.blocks.slice(0, at) };
  return [{ slot: next, candidate: { ...candidate, blocks, text: textOf(blocks) } }];
}

function plainText(text: string): string {
  return toHalfWidth(text).replace(/\s/gu, "");
}

/** Adds what was found for a slot. @param entry number of the entry, for a slot in a list */
function addMatch(
  reading: WordReading,
  { slot, candidate, doubt }: Match,
  fixed: readonly string[],
  entry?: number,
): void {
  const values = slot.isTally
    ? [{ value: readTally(candidate.text) }]
    : slot.fields.length > 1
      ? readShared(slot.fields, candidate, fixed)
      : [readValue(slot.fields[0] as Field, candidate, fixed)];
  for (const [index, field] of slot.fields.entries()) {
    const found: ReadValue = values[index] ?? { value: undefined };
    const pointer = entry === undefined ? field.pointer : atEntry(field.pointer, entry);
    if (reading.cells.has(pointer)) continue;
    reading.cells.set(pointer, cellOf(candidate.place, field));
    if (found.value === undefined) continue;
    setValue(reading.data, pointer, found.value);
    const reasons = [doubt, found.doubt].filter((each) => each !== undefined);
    if (reasons.length > 0) reading.doubts.set(pointer, reasons.join(";"));
  }
}

/** Puts the number of an entry into the pointer of a field in a list. */
function atEntry(pointer: Pointer, entry: number): Pointer {
  return splitPointer(pointer).reduce((all, step) => joinPointer(all, step === ANY_ENTRY ? String(entry) : step), "");
}

/** Finds the yes-or-no fields that print their label when they are true, and nothing otherwise. */
function addPrintedMarks(reading: WordReading, slots: readonly Slot[], blocks: readonly WordBlock[]): void {
  for (const { fields } of slots) {
    const [field] = fields as [Field];
    if (field.schema.type !== "boolean") continue;
    const cell = tablesIn(blocks)
      .flatMap(({ cells }) => cells)
      .find((each) => foldLabel(textOf(each.blocks)) === foldLabel(field.title));
    if (!cell) continue;
    reading.cells.set(field.pointer, cellOf(cell, field));
    setValue(reading.data, field.pointer, true);
  }
}

/** Gives the pictures in narratives the names of their files, and keeps their bytes. */
function nameAllPictures(reading: WordReading, picture: WordFile["picture"]): void {
  for (const [pointer] of reading.cells) {
    const value = valueAt(reading.data, pointer);
    if (typeof value !== "string" || !value.includes(PICTURE_ID)) continue;
    const named = value.replace(PICTURES, (_, caption: string, id: string, below = "") => {
      const found = picture(id);
      if (found && /\.(?:png|jpe?g)$/iu.test(found.name)) {
        const file = `图片/${found.name}`;
        reading.pictures.set(file, found.bytes);
        return `![${caption || below}](${file})`;
      }
      reading.doubts.set(pointer, "有一张图片取不出来:只认 png、jpg");
      return caption || below;
    });
    setValue(reading.data, pointer, named);
  }
}

/** Finds texts that have the label of a slot that was found elsewhere: a form prints some values twice. */
function repetitions(
  candidates: readonly Candidate[],
  matches: readonly Match[],
): { candidate: Candidate; match: Match }[] {
  const used = new Set(matches.map(({ candidate }) => candidate));
  return candidates.flatMap((candidate) => {
    if (used.has(candidate) || candidate.isSection) return [];
    const [label] = candidate.left;
    const [match, ...others] = matches.filter(({ slot }) => label !== undefined && slot.primary.has(label));
    return match && others.length === 0 ? [{ candidate, match }] : [];
  });
}

/** Compares a value that is printed a second time. */
function addRepetition(reading: WordReading, { slot }: Match, candidate: Candidate, fixed: readonly string[]): void {
  const [field] = slot.fields as [Field];
  const first = valueAt(reading.data, field.pointer);
  const count = /^\s*(\d+)/u.exec(candidate.text)?.[1];
  if (field.schema.items && count !== undefined) {
    // the number of names stands beside them
    if (Array.isArray(first) && first.length !== Number(count))
      reading.doubts.set(field.pointer, `表上写的数量是 ${count},名称有 ${first.length} 个`);
    return;
  }
  const { value } = readValue(field, candidate, fixed);
  if (value === undefined) return;
  if (first === undefined) setValue(reading.data, field.pointer, value);
  else if (JSON.stringify(first) !== JSON.stringify(value))
    reading.doubts.set(field.pointer, "表上印了两处,写得不一样");
}

/** Gives blocks and those in their tables. */
function allBlocks(blocks: readonly WordBlock[]): WordBlock[] {
  return blocks.flatMap((block) =>
    block.kind === "table" ? [block, ...block.cells.flatMap((cell) => allBlocks(cell.blocks))] : [block],
  );
}

/** Lists the texts that were recognised as nothing: not used, nor a part of what was used, nor printed by the form. */
function leftOver(candidates: readonly Candidate[], matches: readonly Match[], fixed: FixedTexts): Candidate[] {
  const used = new Set(matches.map(({ candidate }) => candidate));
  const usedBlocks = new Set(matches.flatMap(({ candidate }) => allBlocks(candidate.blocks)));
  const lines = new Set(fixed.lines.map(plainText));
  const isPrinted = (text: string) =>
    text.split("\n").every((line) => line.trim() === "" || lines.has(plainText(line)));
  const numbers = rowNumbers(candidates.filter((each) => !used.has(each)));
  const repeated = new Set(repetitions(candidates, matches).map(({ candidate }) => candidate));
  const tallies = matches.filter(({ slot }) => slot.isTally).map(({ candidate }) => candidate.above[0]);
  return candidates.filter(
    (each) =>
      !used.has(each) &&
      !each.isSection &&
      each.place.table > 0 &&
      !each.blocks.some((block) => usedBlocks.has(block)) &&
      !isPrinted(each.text) &&
      !repeated.has(each) &&
      !numbers.has(each) &&
      // how many names a list has is counted, not read
      !(/^\d+$/u.test(each.text.trim()) && tallies.includes(each.above[0])),
  );
}

/** Finds the texts that only number the rows of a table: 1, 2, 3 … in its first column. */
function rowNumbers(candidates: readonly Candidate[]): Set<Candidate> {
  const columns = new Map<number, Candidate[]>();
  for (const each of candidates)
    if (each.place.column === 1 && /^\d{1,3}$/u.test(each.text.trim()))
      columns.set(each.place.table, [...(columns.get(each.place.table) ?? []), each]);
  const isCounted = (column: Candidate[]) =>
    column.length > 2 && column.every(({ text }, at) => Number(text) === Number(column[0]?.text) + at);
  return new Set([...columns.values()].filter(isCounted).flat());
}

function cellOf({ table, row, column }: CellPlace, { title, parent }: Field): DocumentCell {
  return { kind: "cell", table, row, column, label: /^\d{4}/u.test(title) && parent ? parent.title : title };
}

/** Makes the test for labels. People reword them, so a text is a label too when it is much like one. */
function labelTest(slots: ReturnType<typeof slotsOf>["slots"], fixed: ReturnType<typeof slotsOf>["fixed"]) {
  const units = new Set(slots.flatMap(({ fields }) => fields.flatMap(({ unit }) => (unit ? [foldLabel(unit)] : []))));
  const labels = new Set(
    [...fixed.labels, ...slots.flatMap(({ primary }) => [...primary])].filter((each) => !units.has(each)),
  );
  return (folded: string) => labels.has(folded);
}

/** Sets a value, and makes what it lies in: lists for the numbers of entries, groups otherwise. */
function setValue(data: { [key: string]: Data }, pointer: Pointer, value: Data): void {
  const steps = splitPointer(pointer);
  let target = data;
  for (const [at, step] of steps.slice(0, -1).entries()) {
    const next = target[step];
    if (typeof next === "object" && next !== null) target = next as { [key: string]: Data };
    else {
      const made = (/^\d{1,3}$/u.test(steps[at + 1] as string) ? [] : {}) as { [key: string]: Data };
      target[step] = made;
      target = made;
    }
  }
  target[steps.at(-1) as string] = value;
}
