import type { Pointer } from "../model/json-schema.js";
import type { Candidate } from "./candidates.js";
import type { Slot } from "./slots.js";

/** One text of an entry of a list. */
export interface EntryMatch {
  slot: Slot;
  candidate: Candidate;
  /** Number of the entry in its list, from 0. */
  entry: number;
}

/**
 * Finds the entries of lists. They stand in rows below the labels of a table, or one after another with a label before
 * each value.
 * @param slots those of fields in lists
 */
export function matchEntries(slots: readonly Slot[], candidates: readonly Candidate[]): EntryMatch[] {
  const lists = new Map<Pointer, Slot[]>();
  for (const slot of slots) lists.set(slot.list ?? "", [...(lists.get(slot.list ?? "") ?? []), slot]);
  return [...lists.values()].flatMap((own) => entriesOf(own, candidates));
}

function entriesOf(slots: readonly Slot[], candidates: readonly Candidate[]): EntryMatch[] {
  const found: EntryMatch[] = [];
  let current = { entry: -1, row: "", slots: new Set<Slot>() };
  for (const candidate of candidates) {
    const { left, above, place } = candidate;
    const label = left[0] ?? above[0];
    const slot = slots.find(({ primary }) => label !== undefined && primary.has(label));
    if (!slot || candidate.isSection) continue;
    const row = left.length === 0 ? `${place.table}/${place.row}` : "";
    // a table has an entry in a row; otherwise an entry ends where one of its labels comes again
    if (current.entry === -1 || current.row !== row || current.slots.has(slot))
      current = { entry: current.entry + 1, row, slots: new Set() };
    current.slots.add(slot);
    found.push({ slot, candidate, entry: current.entry });
  }
  const filled = new Set(found.filter(({ candidate }) => candidate.text.trim() !== "").map(({ entry }) => entry));
  const numbers = new Map([...filled].map((entry, number) => [entry, number]));
  // rows that are left empty for further entries are none
  return found.flatMap((each) => {
    const entry = numbers.get(each.entry);
    return entry === undefined ? [] : [{ ...each, entry }];
  });
}
