import type { OverwriteConflict } from "../../model/overwrite-conflict.js";
import { fingerprint } from "../docx/stamps.js";

const MARK = /%ptc-([0-9a-f]{32})\n/u;

/** Adds a comment to the end of a PDF, by which it is known again; readers pass over it. */
export function stampPdf(pdf: Uint8Array): Uint8Array {
  const end = Buffer.from(pdf.at(-1) === 10 ? "" : "\n");
  const whole = Buffer.concat([pdf, end]);
  return Buffer.concat([whole, Buffer.from(`%ptc-${fingerprint(whole)}\n`)]);
}

/**
 * Looks whether writing over a PDF would cost somebody's work: a scan with seals, comments added to ours.
 * @param there the file's bytes
 * @returns nothing when the file is as ptc wrote it
 */
export function pdfConflict(there: Uint8Array): OverwriteConflict | undefined {
  const text = Buffer.from(there).toString("latin1");
  const mark = MARK.exec(text);
  if (!mark) return { kind: "foreign" };
  const atEnd = mark.index + mark[0].length === there.length;
  const asWritten = atEnd && fingerprint(there.subarray(0, mark.index)) === mark[1];
  return asWritten ? undefined : { kind: "resaved" };
}
