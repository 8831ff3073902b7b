import type { FormDocument } from "../../model/document.js";
import type { Pointer } from "../../model/json-schema.js";
import { valueAt } from "../../text/json-pointer.js";
import { byConsortium, type DatedDocument, findByYear } from "./dated-documents.js";
import { resolveElsewhere } from "./other-kinds.js";

/** The earlier document that a summary's figures of the previous year are compared with. */
export interface EarlierFigures {
  document: FormDocument;
  /** Takes a pointer to a previous-year figure in the summary; returns the pointer to the same figure in `document`. */
  earlierPointer: (pointer: Pointer) => Pointer;
  /** True when the earlier figures were counted before the year ended, so that counts may have grown since then. */
  provisional: boolean;
}

/** Settings of the rule: where each kind of document has its figures. */
interface FigureSettings {
  /** The field with the year that a summary is about. */
  year: Pointer;
  /** The group of all figures in the summary that is checked. */
  fields: Pointer;
  /** The key of previous-year figures. */
  previous: string;
  /** The key of this year's figures. */
  current: string;
  /** The group of figures in the half-year summary, as kind#pointer. */
  interim: string;
  /** The group of figures in the year's summary, as kind#pointer. */
  final: string;
  /** The field that says whether a summary's figures are provisional. */
  provisional: Pointer;
  /** The group of figures in the application, as kind#pointer. Its figures stand under the number of their year. */
  application: string;
}

/**
 * Makes a function that finds the document to compare a summary's previous-year figures with. It takes the first that
 * exists: the half-year summary of the same year, the summary of the previous year, the application.
 * @param all the documents of every kind of the form
 * @param today the day to judge by, YYYY-MM-DD
 * @returns a function from a summary to that document; it returns undefined when there is none
 */
export function earlierFigures(
  all: FormDocument[],
  at: FigureSettings,
  today: string,
): (filing: DatedDocument) => EarlierFigures | undefined {
  const interimOf = findByYear(resolveElsewhere(all, at.interim).documents, at.year, today);
  const finalOf = findByYear(resolveElsewhere(all, at.final).documents, at.year, today);
  const applicationOf = byConsortium(resolveElsewhere(all, at.application).documents);
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
    const application = applicationOf.get(consortium);
    const earlierPointer = pointerIn(at.application, String(year - 1));
    return application && { document: application, earlierPointer, provisional: false };
  };
}
