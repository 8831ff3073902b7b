import type { PrintedDocument, PrintedValues } from "../../../model/printed.js";
import { type DrawPicture, fillPlaceholder } from "./fill-placeholder.js";
import type { Placeholder, Repeat, Segment } from "./segment.js";

/**
 * The XML of a compiled part, filled in. Tags without a value are left empty.
 * @param draw makes the drawings of pictures
 * @param entry values of the list's entry that is being printed, if any
 * @throws {TemplateError} when a picture would have to stand within a line
 */
export function fillSegments(
  segments: Segment[],
  printed: PrintedDocument,
  draw: DrawPicture,
  entry?: PrintedValues,
): string {
  const contentOf = ({ tag }: Placeholder) => entry?.get(tag) ?? printed.values.get(tag) ?? [];
  return segments
    .map((segment) => {
      if (typeof segment === "string") return segment;
      if ("list" in segment) return fillRepeat(segment, printed, draw);
      return fillPlaceholder(segment, contentOf(segment), draw);
    })
    .join("");
}

function fillRepeat({ list, first, following }: Repeat, printed: PrintedDocument, draw: DrawPicture): string {
  const entries = printed.entries.get(list) ?? [];
  // of an empty list one row remains, to be filled in by hand
  return (entries.length > 0 ? entries : [NO_VALUES])
    .map((entry, index) => fillSegments(index === 0 ? first : following, printed, draw, entry))
    .join("");
}

const NO_VALUES: PrintedValues = new Map();
