import { diffArrays } from "diff";
import type { OverwriteConflict, TextChange } from "../../model/overwrite-conflict.js";
import { bodyLines } from "./body-lines.js";
import { readStamps } from "./stamps.js";

/**
 * Tells whether writing over a Word file would lose somebody's work.
 * @param existing bytes of the file
 * @param fresh bytes that would be written instead
 * @returns undefined when the file is as ptc wrote it
 */
export function docxConflict(existing: Uint8Array, fresh: Uint8Array): OverwriteConflict | undefined {
  const stamps = readStamps(existing);
  if (stamps.asWritten) return undefined;
  if (stamps.form === undefined) return { kind: "foreign" };
  const changes = changesIn(existing, fresh);
  if (!changes) return { kind: "foreign" };
  if (changes.length === 0) return { kind: "resaved", sameText: true };
  return { kind: "edited", changes, sameData: stamps.data === readStamps(fresh).data };
}

/** Lines that may differ: with more it is another document, and the comparison takes long. */
const MAX_CHANGES = 4000;

/** @returns undefined when the file is damaged, or has little in common with what would be written */
function changesIn(existing: Uint8Array, fresh: Uint8Array): TextChange[] | undefined {
  let theirs: string[];
  try {
    theirs = bodyLines(existing);
  } catch {
    return undefined;
  }
  const compared = diffArrays(bodyLines(fresh), theirs, { maxEditLength: MAX_CHANGES });
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
    const lines = removed ? change.ours : change.theirs;
    for (const line of value) lines.push(line);
  }
  return changes;
}
