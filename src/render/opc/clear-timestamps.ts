import { strFromU8, strToU8 } from "fflate";
import { pack } from "./pack.js";
import { unpack } from "./unpack.js";

/**
 * Takes the time out of an Office file that a library wrote, so that the same content gives the same bytes.
 * @param edits further changes of the text of parts, by their name
 */
export function clearTimestamps(bytes: Uint8Array, edits: Record<string, (xml: string) => string> = {}): Uint8Array {
  const parts = unpack(bytes);
  const withoutDates = (xml: string) => xml.replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/gu, "");
  for (const [name, edit] of Object.entries({ "docProps/core.xml": withoutDates, ...edits }))
    parts[name] = strToU8(edit(strFromU8(parts[name] as Uint8Array)));
  return pack(parts);
}
