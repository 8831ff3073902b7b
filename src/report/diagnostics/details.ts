import type { Diagnostic, RelatedPlace } from "../../model/diagnostic.js";
import { visible } from "../../text/visible.js";

/** Findings of this id are about files that could not be read, and so were not checked. */
export const UNREADABLE = "file/unreadable";

/** What there is to say of a finding, a line each: the message, the way out, the other places, the clause. */
export function detailLines({ message, hint, related, clause }: Diagnostic): string[] {
  return [
    visible(message),
    ...(hint ? [`办法:${visible(hint)}`] : []),
    ...related.map((other) => `另见:${placeOf(other)}  ${visible(other.message)}`),
    ...(clause ? [`依据:${visible(clause)}`] : []),
  ];
}

/** `file:line:column` of a finding or of another place it names. */
export function placeOf({ file, range }: Pick<RelatedPlace, "file" | "range">): string {
  return `${visible(file)}:${range.start.line}:${range.start.column}`;
}
