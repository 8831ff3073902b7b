import { diffArrays } from "diff";
import type { OverwriteConflict, TextChange } from "../../model/overwrite-conflict.js";
import { readStamps } from "./stamps.js";
import { linesOf } from "./text-lines.js";

/**
 * Looks whether writing over a Word file would cost somebody's work.
 * @param there the file's bytes
 * @param fresh what would be written instead
 * @returns nothing when the file is as ptc wrote it
 */
export function wordConflict(there: Uint8Array, fresh: Uint8Array): OverwriteConflict | undefined {
  const marks = readStamps(there);
  if (marks.asWritten) return undefined;
  if (marks.form === undefined) return { kind: "foreign" };
  const changes = changesIn(there, fresh);
  if (!changes) return { kind: "foreign" };
  if (changes.length === 0) return { kind: "resaved", sameText: true };
  return { kind: "edited", changes, sameData: marks.data === readStamps(fresh).data };
}

/** Lines that may differ: with more, it is another document, and to compare takes long. */
const MOST_CHANGES = 4000;

/** @returns nothing when the file is damaged, or has little in common with what would be written */
function changesIn(there: Uint8Array, fresh: Uint8Array): TextChange[] | undefined {
  let theirs: string[];
  try {
    theirs = linesOf(there);
  } catch {
    return undefined;
  }
  const compared = diffArrays(linesOf(fresh), theirs, { maxEditLength: MOST_CHANGES });
  if (!compared) return undefined;
  const changes: TextChange[] = [];
  let after = "";
  let change: TextChange | undefined;
  for (const { added, removed, value } of compared) {
    if (!added && !removed) {
      after = value.at(-1) ?? after;
      change = undefined;
      continue;
    }
    if (!change) {
      change = { after, ours: [], theirs: [] };
      changes.push(change);
    }
    (removed ? change.ours : change.theirs).push(...value);
  }
  return changes;
}
