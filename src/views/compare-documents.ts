import { diffArrays } from "diff";
import type { Change, ChangeDetail, TextPart } from "../model/comparison.js";
import type { Data, FormDocument } from "../model/document.js";
import { namesIn } from "../model/document-values.js";
import { type Field, isList, leafFields } from "../model/field.js";
import { valueAt, valueOfKey } from "../text/json-pointer.js";
import { maskPhones } from "../text/mask-phones.js";
import { asPrinted } from "./as-printed.js";
import { type Difference, differencesOf } from "./differences.js";

type Version = Pick<FormDocument, "kind" | "data">;

/**
 * Compares two versions of a document for people: figures with how much they changed, lists by what came and went, texts
 * word by word. Entries of a list are paired by what their first field says, wherever they stand.
 */
export function compareDocuments(before: Version, after: Version): Change[] {
  return differencesOf(...aligned(before, after)).map((difference) => {
    const { pointer, field } = difference;
    return {
      pointer,
      section: sectionOf(field),
      label: field.name,
      ...(field.unit !== undefined && { unit: field.unit }),
      ...detailOf(difference),
    };
  });
}

function sectionOf(field: Field): string {
  let top = field;
  while (top.parent?.parent) top = top.parent;
  // what stands on the cover has no part of its own
  return top === field && top.parent ? top.parent.title : top.title;
}

function detailOf({ field, before, after }: Difference): ChangeDetail {
  if (field.entity === "person" || field.entity === "phone") return { kind: "personal" };
  const isFigure = (value: Data | undefined) => value === undefined || typeof value === "number";
  if (isFigure(before) && isFigure(after)) return figure(before as number, after as number, field.unit);
  if (Array.isArray(before ?? after) && Array.isArray(after ?? before)) return list(before, after);
  if (isMapping(before ?? {}) && isMapping(after ?? {})) return changedItems(itemsIn(before), itemsIn(after));
  const [old, now] = [before, after].map((value) => maskPhones(asPrinted(field, value))) as [string, string];
  // what is masked is a telephone number
  if (old === now) return { kind: "personal" };
  if (field.wordLimit !== undefined) return { kind: "text", parts: textParts(old, now) };
  return { kind: "value", ...(old !== "" && { before: old }), ...(now !== "" && { after: now }) };
}

function figure(before: number | undefined, after: number | undefined, unit: string | undefined): ChangeDetail {
  const masked = [before, after].some((value) => value !== undefined && maskPhones(String(value)) !== String(value));
  if (masked) return { kind: "personal" };
  const change =
    before === undefined || after === undefined
      ? undefined
      : unit === "%"
        ? after - before
        : before === 0
          ? undefined
          : ((after - before) / Math.abs(before)) * 100;
  return {
    kind: "figure",
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    ...(change !== undefined && { change: Number(change.toFixed(unit === "%" ? 2 : 1)) }),
  };
}

function list(before: Data | undefined, after: Data | undefined): ChangeDetail {
  const names = (value: Data | undefined) => namesIn(value).map(({ name }) => maskPhones(name.trim()));
  return changedItems(names(before), names(after));
}

function isMapping(value: Data): value is { [key: string]: Data } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Lists what a mapping holds, such as evidence by the number of a point: each item with its key in front. */
function itemsIn(value: Data | undefined): string[] {
  if (value === undefined || !isMapping(value)) return [];
  return Object.entries(value).flatMap(([key, held]) =>
    [held].flat().map((item) => maskPhones([key, ...plainValues(item)].join(" "))),
  );
}

function plainValues(value: Data): string[] {
  if (value === null) return [];
  return typeof value === "object" ? Object.values(value).flatMap(plainValues) : [String(value)];
}

function changedItems(old: string[], now: string[]): ChangeDetail {
  const removed = old.filter((name) => !now.includes(name));
  const added = now.filter((name) => !old.includes(name));
  // the same names in another order
  if (removed.length === 0 && added.length === 0)
    return { kind: "value", before: old.join("、"), after: now.join("、") };
  return { kind: "list", removed, added };
}

/** Compares two texts word by word. */
function textParts(before: string, after: string): TextPart[] {
  const parts = diffArrays(wordsOf(before), wordsOf(after)).map(
    ({ value, added, removed }): TextPart => ({
      kind: added ? "added" : removed ? "removed" : "same",
      text: value.join(""),
    }),
  );
  return parts.filter(({ text }) => text !== "");
}

function wordsOf(text: string): string[] {
  return [...new Intl.Segmenter("zh", { granularity: "word" }).segment(text)].map(({ segment }) => segment);
}

/** Gives both versions with the entries of their lists at the same numbers. */
function aligned(before: Version, after: Version): [Version, Version] {
  const [one, other] = [structuredClone(before.data), structuredClone(after.data)];
  for (const field of listsBelow(before.kind.root)) {
    const [old, now] = [one, other].map((data) => valueAt(data, field.pointer));
    if (!Array.isArray(old) || !Array.isArray(now)) continue;
    const pairs = pairsOf(field, old, now);
    if (!pairs) continue;
    old.splice(0, old.length, ...pairs.map(([first]) => first ?? {}));
    now.splice(0, now.length, ...pairs.map(([, second]) => second ?? {}));
  }
  return [
    { kind: before.kind, data: one },
    { kind: after.kind, data: other },
  ];
}

function listsBelow(field: Field): Field[] {
  return isList(field) ? [field] : field.children.flatMap(listsBelow);
}

/** Pairs entries that say the same in their first field. @returns undefined when several entries say the same */
function pairsOf(field: Field, before: Data[], after: Data[]): [Data | undefined, Data | undefined][] | undefined {
  const [key] = field.children.flatMap((child) => leafFields(child));
  if (!key) return undefined;
  const step = key.key;
  const keys = (entries: Data[]) => entries.map((each) => asPrinted(key, valueOfKey(each, step) as Data | undefined));
  const [old, now] = [keys(before), keys(after)];
  if (new Set(old).size < old.length || new Set(now).size < now.length) return undefined;
  const shared = old.filter((each) => now.includes(each)).length;
  // without a name in common, the first is compared with the first
  if (shared === 0) return undefined;
  const pairs = before.map((entry, at): [Data | undefined, Data | undefined] => [
    entry,
    after[now.indexOf(old[at] as string)],
  ]);
  return [
    ...pairs,
    ...after.flatMap((entry, at): [undefined, Data][] => (old.includes(now[at] as string) ? [] : [[undefined, entry]])),
  ];
}
