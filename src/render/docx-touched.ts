import { createHash } from "node:crypto";
import { strFromU8 } from "fflate";
import { unpack } from "./zip.js";

/** Property that holds the mark of the text as it was written. */
export const TEXT_MARK = "ptc-text";

const TEXT = "word/document.xml";
const PROPERTIES = "docProps/custom.xml";

/** The mark of a document's text: another one as soon as anybody changes and saves it. */
export function markOf(parts: Record<string, Uint8Array>): string {
  return createHash("sha256")
    .update(parts[TEXT] ?? "")
    .digest("hex")
    .slice(0, 32);
}

/** Whether a Word file is as ptc wrote it. One that a person has saved since, or that is not ours, is not. */
export function isAsWritten(bytes: Uint8Array): boolean {
  try {
    const parts = unpack(bytes);
    const properties = parts[PROPERTIES] ? strFromU8(parts[PROPERTIES]) : "";
    return properties.includes(`name="${TEXT_MARK}"><vt:lpwstr>${markOf(parts)}</vt:lpwstr>`);
  } catch {
    return false;
  }
}
