import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";

/** Every file in a package carries this date, so that the same content gives the same bytes. */
const DATE = new Date(1980, 0, 1);

/** Packs an Office file. The order of the parts is kept. */
export function pack(parts: Record<string, Uint8Array>): Uint8Array {
  const files: Zippable = {};
  for (const [name, bytes] of Object.entries(parts)) files[name] = [bytes, { mtime: DATE, level: 6 }];
  return zipSync(files);
}

/** Unpacks an Office file. @throws when the bytes are not a zip archive */
export function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  return unzipSync(bytes);
}

/**
 * Takes the clock out of an Office file a library wrote, so that it gives the same bytes every time.
 * @param edits further changes to parts, by name
 */
export function withoutClock(bytes: Uint8Array, edits: Record<string, (xml: string) => string> = {}): Uint8Array {
  const parts = unpack(bytes);
  const dates = (xml: string) => xml.replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/gu, "");
  for (const [name, edit] of Object.entries({ "docProps/core.xml": dates, ...edits })) {
    parts[name] = strToU8(edit(strFromU8(parts[name] as Uint8Array)));
  }
  return pack(parts);
}
