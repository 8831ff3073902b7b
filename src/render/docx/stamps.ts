import { digest } from "../../text/digest.js";
import { customProperties } from "../opc/custom-properties.js";
import { partDigest } from "../opc/part-digest.js";
import type { Parts } from "../opc/parts.js";
import { unpack } from "../opc/unpack.js";

/** Custom properties that tell whether a Word file is ours, what it was made from, and whether it is unchanged. */
const PROPERTIES = { form: "ptc-form", data: "ptc-data", text: "ptc-text" } as const;

/**
 * The stamps of a document that say what it was made from.
 * @param form id and kind of its form
 * @param data of the document, as plain data
 * @returns custom properties
 */
export function originStamps(form: string, data: object): Record<string, string> {
  return { [PROPERTIES.form]: form, [PROPERTIES.data]: digest(JSON.stringify(data)) };
}

/** The stamp of all that a reader sees in a Word file: its text, headers, notes, pictures, styles, comments. */
export function textStamp(parts: Parts): Record<string, string> {
  return { [PROPERTIES.text]: textDigest(parts) };
}

function textDigest(parts: Parts): string {
  const seen = Object.keys(parts)
    .filter((name) => name.startsWith("word/"))
    .sort();
  return digest(seen.map((name) => `${name} ${partDigest(parts[name] as Uint8Array)}`).join("\n"));
}

/** What the stamps of a Word file say. */
export interface Stamps {
  /** Id and kind of its form, when the file is ours. */
  form?: string | undefined;
  /** Digest of the data that it was made from. */
  data?: string | undefined;
  /** Whether nobody has changed it since it was written. */
  asWritten: boolean;
}

/** Reads the stamps of a Word file; a file that cannot be read has none. */
export function readStamps(bytes: Uint8Array): Stamps {
  try {
    const parts = unpack(bytes);
    const property = customProperties(parts);
    const asWritten = property(PROPERTIES.text) === textDigest(parts);
    return { form: property(PROPERTIES.form), data: property(PROPERTIES.data), asWritten };
  } catch {
    return { asWritten: false };
  }
}
