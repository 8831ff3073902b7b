import type { FormDocument } from "../../model/document.js";
import type { Pointer } from "../../model/json-schema.js";
import { valueAt } from "../../text/json-pointer.js";
import { byConsortium, type DatedDocument, findByYear } from "./dated-documents.js";
import { resolveElsewhere } from "./other-kinds.js";

/** A document that gave the figures of the year before when that was the present, or nearer to it. */
export interface EarlierFigures {
  document: FormDocument;
  /** Its own pointer to the figure that stands at a pointer as one of the year before. */
  earlierPointer: (pointer: Pointer) => Pointer;
  /** Its year had not ended: since then counts may have grown. */
  provisional: boolean;
}

/** Where figures stand in each kind of document, and under which keys those of the year before and of the present. */
interface FigureSettings {
  year: Pointer;
  fields: Pointer;
  previous: string;
  current: string;
  interim: string;
  final: string;
  provisional: Pointer;
  application: string;
}

/**
 * Makes the function that finds the document to compare a summary's figures of the year before with: the half-year
 * summary of its year, else the summary of the year before, else the application.
 */
export function earlierFigures(
  all: FormDocument[],
  at: FigureSettings,
): (filing: DatedDocument) => EarlierFigures | undefined {
  const interimOf = findByYear(resolveElsewhere(all, at.interim).documents, at.year);
  const finalOf = findByYear(resolveElsewhere(all, at.final).documents, at.year);
  const applied = byConsortium(resolveElsewhere(all, at.application).documents);
  const pointerIn = (setting: string, key: string) => (pointer: Pointer) =>
    pointer.replace(at.fields, resolveElsewhere([], setting).pointer).replace(`/${at.previous}`, `/${key}`);
  return ({ document, consortium, year }) => {
    const interim = interimOf(consortium, year);
    if (interim && interim.kind !== document.kind)
      return { document: interim, earlierPointer: pointerIn(at.interim, at.previous), provisional: false };
    const final = finalOf(consortium, year - 1);
    if (final) {
      const provisional = valueAt(final.data, at.provisional) !== false;
      return { document: final, earlierPointer: pointerIn(at.final, at.current), provisional };
    }
    const application = applied.get(consortium);
    const earlierPointer = pointerIn(at.application, String(year - 1));
    return application && { document: application, earlierPointer, provisional: false };
  };
}
