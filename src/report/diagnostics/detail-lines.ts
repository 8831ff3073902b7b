import type { Diagnostic, RelatedPlace } from "../../model/diagnostic.js";
import { formatPlace } from "../../model/place.js";
import { showControlCharacters } from "../../text/printable.js";

/** Findings of this id are about files that could not be read, and so were not checked. */
export const UNREADABLE = "file/unreadable";

/** What there is to say of a finding, a line each: the message, the way out, the other places, the clause. */
export function detailLines({ message, hint, related, clause }: Diagnostic): string[] {
  return [
    showControlCharacters(message),
    ...(hint ? [`办法:${showControlCharacters(hint)}`] : []),
    ...related.map((other) => `另见:${printablePlace(other)}  ${showControlCharacters(other.message)}`),
    ...(clause ? [`依据:${showControlCharacters(clause)}`] : []),
  ];
}

/** File and place of a finding or of another place it names, with control characters spelled out. */
export function printablePlace({ file, place }: Pick<RelatedPlace, "file" | "place">): string {
  return showControlCharacters(formatPlace(file, place));
}
