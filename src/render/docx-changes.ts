import { diffArrays } from "diff";
import { strFromU8 } from "fflate";
import type { Obstacle, TextChange } from "../model/text-change.js";
import { marksOf } from "./docx-marks.js";
import { paragraphsOf } from "./paragraphs.js";
import { unpack } from "./zip.js";

/**
 * Looks whether writing over a Word file would cost somebody's work.
 * @param there the file's bytes
 * @param fresh what would be written instead
 * @returns nothing when the file is as ptc wrote it
 */
export function obstacle(there: Uint8Array, fresh: Uint8Array): Obstacle | undefined {
  const marks = marksOf(there);
  if (marks.asWritten) return undefined;
  if (marks.form === undefined) return { kind: "foreign" };
  return { kind: "edited", changes: changesIn(there, fresh), sameData: marks.data === marksOf(fresh).data };
}

function changesIn(there: Uint8Array, fresh: Uint8Array): TextChange[] {
  const changes: TextChange[] = [];
  let after = "";
  let change: TextChange | undefined;
  for (const { added, removed, value } of diffArrays(linesOf(fresh), linesOf(there))) {
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

/** The paragraphs of a document's body that say something. */
function linesOf(bytes: Uint8Array): string[] {
  return paragraphsOf(strFromU8(unpack(bytes)["word/document.xml"] ?? new Uint8Array()))
    .map(({ pieces }) => pieces.map((piece) => ("text" in piece ? piece.text : "")).join(""))
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
