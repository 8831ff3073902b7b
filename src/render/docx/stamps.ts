import { createHash } from "node:crypto";
import { strFromU8 } from "fflate";
import type { Parts } from "./package.js";
import { unescapeXml } from "./xml.js";
import { unpack } from "./zip.js";

/** Custom properties a document of ours carries: its form, and the marks of its data and of its text as written. */
export const STAMP_PROPERTIES = { form: "ptc-form", data: "ptc-data", text: "ptc-text" } as const;

export const PROPERTIES = "docProps/custom.xml";
/** Bytes the custom properties may have; ours take a thousand. */
export const MAX_PROPERTIES = 64 * 1024;

/** The mark of anything: another one as soon as it changes. */
export function fingerprint(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 32);
}

/** The mark of all a reader sees in a document: its text, headers, notes, pictures, styles, comments. */
export function textFingerprint(parts: Parts): string {
  const seen = Object.keys(parts)
    .filter((name) => name.startsWith("word/"))
    .sort();
  return fingerprint(seen.map((name) => `${name} ${fingerprint(parts[name] as Uint8Array)}`).join("\n"));
}

export interface Stamps {
  /** Form and kind, when the file is ours. */
  form?: string;
  /** Mark of the data it was made from. */
  data?: string;
  /** Whether nobody has saved it since. */
  asWritten: boolean;
}

/** Reads the marks of a Word file; one that cannot be read has none. */
export function readStamps(bytes: Uint8Array): Stamps {
  try {
    const parts = unpack(bytes);
    const properties = parts[PROPERTIES];
    const xml = properties && properties.length <= MAX_PROPERTIES ? strFromU8(properties) : "";
    const property = (name: string) => {
      const value = new RegExp(`name="${name}"[^>]*>\\s*<vt:lpwstr>([^<]*)<`, "u").exec(xml)?.[1];
      return value === undefined ? undefined : unescapeXml(value);
    };
    const asWritten = property(STAMP_PROPERTIES.text) === textFingerprint(parts);
    return { form: property(STAMP_PROPERTIES.form), data: property(STAMP_PROPERTIES.data), asWritten };
  } catch {
    return { asWritten: false };
  }
}
