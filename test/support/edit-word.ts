import { strFromU8, strToU8 } from "fflate";
import { pack } from "../../src/render/opc/pack.js";
import { unpack } from "../../src/render/opc/unpack.js";

/**
 * Changes texts in the main part of a Word file, as somebody does who works in Word.
 * @param changes pairs of what stands there and what comes in its place; each must occur
 */
export function editWord(bytes: Uint8Array, ...changes: [before: string, after: string][]): Uint8Array {
  const parts = unpack(bytes);
  let xml = strFromU8(parts["word/document.xml"] as Uint8Array);
  for (const [before, after] of changes) {
    if (!xml.includes(before)) throw new Error(`the file has no ${before}`);
    xml = xml.replace(before, () => after);
  }
  return pack({ ...parts, "word/document.xml": strToU8(xml) });
}
