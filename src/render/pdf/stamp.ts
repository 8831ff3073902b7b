import { strFromU8, strToU8 } from "fflate";
import type { OverwriteConflict } from "../../model/overwrite-conflict.js";
import { digest } from "../../text/digest.js";
import { concatenate } from "../concatenate.js";

/** A comment behind the end of a PDF, with the digest of all that stands before it. */
const STAMP = /%ptc-([0-9a-f]{32})\n/u;

/** Adds a stamp to the end of a PDF, by which it is known again; programs that show it pass over the stamp. */
export function stampPdf(pdf: Uint8Array): Uint8Array {
  const whole = pdf.at(-1) === 10 ? pdf : concatenate([pdf, strToU8("\n")]);
  return concatenate([whole, strToU8(`%ptc-${digest(whole)}\n`)]);
}

/**
 * Tells whether writing over a PDF would lose somebody's work: a scan with seals, or comments added to ours.
 * @param existing bytes of the file
 * @returns undefined when the file is as ptc wrote it
 */
export function pdfConflict(existing: Uint8Array): OverwriteConflict | undefined {
  // Latin-1 makes one character of each byte, so that places in the text are places in the file
  const stamp = STAMP.exec(strFromU8(existing, true));
  if (!stamp) return { kind: "foreign" };
  const isLast = stamp.index + stamp[0].length === existing.length;
  const asWritten = isLast && digest(existing.subarray(0, stamp.index)) === stamp[1];
  return asWritten ? undefined : { kind: "resaved" };
}
