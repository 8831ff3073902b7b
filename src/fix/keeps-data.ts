import type { Data, Source } from "../model/document.js";
import { joinPointer } from "../text/json-pointer.js";
import type { EditedLines } from "./edited-lines.js";

type Mapping = { [key: string]: Data };

/** One side of a comparison: a text as it is read, and its edited lines, from 0. */
interface Side {
  source: Source;
  edited: ReadonlySet<number>;
}

/**
 * Whether a text that could be read is read the same after some edits, apart from what stands on the edited lines.
 * @param before the text before the edits, and after it the text after them
 */
export function keepsData(before: Source, after: Source, edited: EditedLines): boolean {
  return keeps(
    { source: before, edited: edited.before },
    { source: after, edited: edited.after },
    [before.data, after.data],
    ["", ""],
  );
}

function keeps(before: Side, after: Side, [a, b]: [Data, Data], [from, to]: [string, string]): boolean {
  if (Object.is(a, b)) return true;
  if (isMapping(a) && isMapping(b)) return keepsFields(before, after, [a, b], [from, to]);
  if (Array.isArray(a) && Array.isArray(b)) return keepsEntries(before, after, [a, b], [from, to]);
  return typeof a === "object" && a !== null ? isWhollyEdited(before, from) : isEdited(before, from);
}

function keepsFields(before: Side, after: Side, [a, b]: [Mapping, Mapping], [from, to]: [string, string]): boolean {
  const [keys, keysAfter] = [Object.keys(a), Object.keys(b)];
  const inner = (key: string, keyAfter: string) =>
    keeps(before, after, [a[key] as Data, b[keyAfter] as Data], [joinPointer(from, key), joinPointer(to, keyAfter)]);
  const inOrder = (side: Side, pointer: string, chosen: string[]) => {
    const offset = (key: string) => side.source.locate(joinPointer(pointer, key), "key").start.offset;
    return chosen.sort((one, other) => offset(one) - offset(other));
  };
  const [lost, found] = [
    inOrder(
      before,
      from,
      keys.filter((key) => !Object.hasOwn(b, key)),
    ),
    inOrder(
      after,
      to,
      keysAfter.filter((key) => !Object.hasOwn(a, key)),
    ),
  ];
  if (!keys.every((key) => !Object.hasOwn(b, key) || inner(key, key))) return false;
  // a key that is corrected keeps its value
  const renamed = lost.length === found.length;
  if (renamed)
    return lost.every((key, at) => isKeyEdited(before, joinPointer(from, key)) && inner(key, found[at] as string));
  return (
    lost.every((key) => isWhollyEdited(before, joinPointer(from, key))) &&
    found.every((key) => isWhollyEdited(after, joinPointer(to, key)))
  );
}

function keepsEntries(before: Side, after: Side, [a, b]: [Data[], Data[]], [from, to]: [string, string]): boolean {
  if (a.length === b.length)
    return a.every((each, at) =>
      keeps(before, after, [each, b[at] as Data], [joinPointer(from, at), joinPointer(to, at)]),
    );
  const same = (one: Data | undefined, other: Data | undefined) => JSON.stringify(one) === JSON.stringify(other);
  const shorter = Math.min(a.length, b.length);
  let first = 0;
  while (first < shorter && same(a[first], b[first])) first += 1;
  let last = 0;
  while (last < shorter - first && same(a.at(-1 - last), b.at(-1 - last))) last += 1;
  const range = (length: number) => Array.from({ length: Math.max(0, length - last - first) }, (_, at) => first + at);
  return (
    range(a.length).every((at) => isEdited(before, joinPointer(from, at))) &&
    range(b.length).every((at) => isEdited(after, joinPointer(to, at)))
  );
}

/** The lines on which a field or entry stands, from 0: from its key to the end of its value. */
function linesOf({ source }: Side, pointer: string): [first: number, last: number] {
  const value = source.locate(pointer);
  const key = pointer === "" ? value : source.locate(pointer, "key");
  return [Math.min(key.start.line, value.start.line) - 1, Math.max(key.end.line, value.end.line) - 1];
}

function isEdited(side: Side, pointer: string): boolean {
  const [first, last] = linesOf(side, pointer);
  return [...side.edited].some((line) => line >= first && line <= last);
}

function isWhollyEdited(side: Side, pointer: string): boolean {
  const [first, last] = linesOf(side, pointer);
  for (let line = first; line <= last; line += 1) if (!side.edited.has(line)) return false;
  return true;
}

function isKeyEdited(side: Side, pointer: string): boolean {
  return side.edited.has(side.source.locate(pointer, "key").start.line - 1);
}

function isMapping(value: Data): value is Mapping {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
