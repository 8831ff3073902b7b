import { markOf } from "./docx-marks.js";

const MARK = /%ptc-([0-9a-f]{32})\n$/u;

/** Adds a comment to the end of a PDF, by which it is known again; readers pass over it. */
export function withMark(pdf: Uint8Array): Uint8Array {
  const end = Buffer.from(pdf.at(-1) === 10 ? "" : "\n");
  const whole = Buffer.concat([pdf, end]);
  return Buffer.concat([whole, Buffer.from(`%ptc-${markOf(whole)}\n`)]);
}

/** Whether a PDF is as ptc wrote it: not a scan with seals, nor one somebody has added to. */
export function isPdfAsWritten(bytes: Uint8Array): boolean {
  const match = MARK.exec(Buffer.from(bytes.subarray(-64)).toString("latin1"));
  return match !== null && markOf(bytes.subarray(0, bytes.length - match[0].length)) === match[1];
}
