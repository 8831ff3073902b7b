import { strFromU8 } from "fflate";
import type { Data } from "../model/document.js";
import type { Field } from "../model/field.js";
import type { DocumentKind } from "../model/form.js";
import type { Pointer } from "../model/json-schema.js";
import type { DocumentCell } from "../model/place.js";
import { unpack } from "../render/opc/unpack.js";
import { toHalfWidth } from "../text/half-width.js";
import { splitPointer, valueAt } from "../text/json-pointer.js";
import type { WordBlock } from "./body.js";
import { type Candidate, type CellPlace, candidatesIn } from "./candidates.js";
import { type Match, matchSlots } from "./match-slots.js";
import { readNumbering } from "./numbering.js";
import { readBody } from "./read-body.js";
import { type ReadValue, readShared, readTally, readValue } from "./read-value.js";
import { type FixedTexts, slotsOf } from "./slots.js";

/** A filled Word form as it was read. */
export interface WordReading {
  data: { [key: string]: Data };
  /** The cell of each field that was recognised, empty or not. */
  cells: Map<Pointer, DocumentCell>;
  /** Fields that need a look, and why. */
  doubts: Map<Pointer, string>;
  /** Printed fields for which no place was found. */
  missing: Field[];
  /** Texts in the file that were recognised as nothing. */
  unrecognised: { cell: DocumentCell; text: string }[];
}

/**
 * Reads a filled Word form of a kind of document. Its layout need not be the official one: values are found by the labels
 * around them.
 * @param bytes of the file
 * @throws {Error} when the file is damaged
 */
export function readForm(bytes: Uint8Array, kind: DocumentKind): WordReading {
  const parts = unpack(bytes);
  const text = (part: string) => (parts[part] ? strFromU8(parts[part]) : undefined);
  const blocks = readBody(text("word/document.xml") ?? "", readNumbering(text("word/numbering.xml")));
  const { slots, fixed } = slotsOf(kind);
  const isLabel = labelTest(slots, fixed);
  const candidates = candidatesIn(blocks, fixed, isLabel);
  const plain = slots.filter(({ list }) => list === undefined);
  const matches = matchSlots(plain, candidates);
  const reading: WordReading = { data: {}, cells: new Map(), doubts: new Map(), missing: [], unrecognised: [] };
  for (const match of matches) addMatch(reading, match, fixed.lines);
  for (const { candidate, match } of repetitions(candidates, matches))
    addRepetition(reading, match, candidate, fixed.lines);
  reading.missing = plain.flatMap(({ fields }) => fields).filter(({ pointer }) => !reading.cells.has(pointer));
  reading.unrecognised = leftOver(candidates, matches, fixed).map(({ place, text: said, left, above }) => ({
    cell: { kind: "cell", ...place, label: left[0] ?? above[0] ?? "" },
    text: said,
  }));
  return reading;
}

/** Adds what was found for a slot. */
function addMatch(reading: WordReading, { slot, candidate, doubt }: Match, fixed: readonly string[]): void {
  const values = slot.isTally
    ? [{ value: readTally(candidate.text) }]
    : slot.fields.length > 1
      ? readShared(slot.fields, candidate, fixed)
      : [readValue(slot.fields[0] as Field, candidate, fixed)];
  for (const [index, field] of slot.fields.entries()) {
    const found: ReadValue = values[index] ?? { value: undefined };
    if (reading.cells.has(field.pointer)) continue;
    reading.cells.set(field.pointer, cellOf(candidate.place, field));
    if (found.value === undefined) continue;
    setValue(reading.data, field.pointer, found.value);
    const reasons = [doubt, found.doubt].filter((each) => each !== undefined);
    if (reasons.length > 0) reading.doubts.set(field.pointer, reasons.join(";"));
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
    const match = matches.find(({ slot }) => label !== undefined && slot.context.size === 0 && slot.primary.has(label));
    return match ? [{ candidate, match }] : [];
  });
}

/** Compares a value that is printed a second time. */
function addRepetition(reading: WordReading, { slot }: Match, candidate: Candidate, fixed: readonly string[]): void {
  const [field] = slot.fields as [Field];
  const { value } = readValue(field, candidate, fixed);
  if (value === undefined) return;
  const first = valueAt(reading.data, field.pointer);
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
  const plain = (text: string) => toHalfWidth(text).replace(/\s/gu, "");
  const lines = new Set(fixed.lines.map(plain));
  const isPrinted = (text: string) => text.split("\n").every((line) => line.trim() === "" || lines.has(plain(line)));
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
      // how many names a list has is counted, not read
      !(/^\d+$/u.test(each.text.trim()) && tallies.includes(each.above[0])),
  );
}

function cellOf(place: CellPlace, { title, parent }: Field): DocumentCell {
  return { kind: "cell", ...place, label: /^\d{4}/u.test(title) && parent ? parent.title : title };
}

/** Makes the test for labels. People reword them, so a text is a label too when it is much like one. */
function labelTest(slots: ReturnType<typeof slotsOf>["slots"], fixed: ReturnType<typeof slotsOf>["fixed"]) {
  const labels = new Set([...fixed.labels, ...slots.flatMap(({ primary }) => [...primary])]);
  return (folded: string) => labels.has(folded);
}

function setValue(data: { [key: string]: Data }, pointer: Pointer, value: Data): void {
  const steps = splitPointer(pointer);
  const last = steps.at(-1) as string;
  let target = data;
  for (const step of steps.slice(0, -1)) {
    const next = target[step];
    if (typeof next === "object" && next !== null && !Array.isArray(next)) target = next;
    else {
      const made: { [key: string]: Data } = {};
      target[step] = made;
      target = made;
    }
  }
  target[last] = value;
}
