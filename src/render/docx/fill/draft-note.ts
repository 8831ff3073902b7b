import { strFromU8, strToU8 } from "fflate";
import type { Parts } from "../../opc/parts.js";
import { textRun } from "./run-xml.js";

/** Tag of the line that says that a document is not to be filed; every template may have it. */
export const NOTE_TAG = "草稿说明";

/**
 * Puts the note where the template has no tag for it: on every page that has a header, or else at the beginning.
 * @param parts of the document; headers or the body are replaced
 */
export function addDraftNote(parts: Parts, note: string): void {
  const paragraph = `<w:p>${textRun(note, '<w:rPr><w:rFonts w:hint="eastAsia"/><w:b/><w:color w:val="C00000"/></w:rPr>')}</w:p>`;
  const headers = Object.keys(parts).filter((name) => /^word\/header\d*\.xml$/u.test(name));
  for (const name of headers.length > 0 ? headers : ["word/document.xml"])
    parts[name] = strToU8(
      strFromU8(parts[name] as Uint8Array).replace(/<w:(?:hdr|body)(?:\s[^>]*[^/])?>/u, (start) => start + paragraph),
    );
}
