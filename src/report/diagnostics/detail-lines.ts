import type { Diagnostic, RelatedPlace } from "../../model/diagnostic.js";
import { formatPlace } from "../../model/place.js";
import { showControlCharacters } from "../../text/printable.js";

/** Whether a finding says that its file was not checked: it could not be read, or the checking itself failed. */
export function isUnchecked({ ruleId }: Pick<Diagnostic, "ruleId">): boolean {
  return ruleId === "file/unreadable" || ruleId === "file/not-checked";
}

/** Gives everything a finding says, as lines: the message, the hint, the related places, the clause. */
export function detailLines({ message, hint, related, clause }: Diagnostic): string[] {
  return [
    showControlCharacters(message),
    ...(hint ? [`办法:${showControlCharacters(hint)}`] : []),
    ...related.map((other) => `另见:${printablePlace(other)}  ${showControlCharacters(other.message)}`),
    ...(clause ? [`依据:${showControlCharacters(clause)}`] : []),
  ];
}

/** Formats the file and place of a finding or of a related place. Control characters are written out. */
export function printablePlace({ file, place }: Pick<RelatedPlace, "file" | "place">): string {
  return showControlCharacters(formatPlace(file, place));
}
