import type { FormDocument } from "../model/document.js";
import { dateAt, numberAt } from "../model/document-values.js";
import type { Pointer } from "../model/json-schema.js";
import type { Origin } from "../model/ledger.js";
import { lineOrCell } from "../model/place.js";
import { type FilingRole, roleOf, type Tracking } from "../model/tracking.js";

/** The documents of one consortium for one year, by role, and its application. A document may still be a draft. */
export interface YearFilings extends Partial<Record<FilingRole, FormDocument>> {
  year: number;
  application?: FormDocument | undefined;
  /** Documents that are not used, because another document has the same role in this year. */
  spare: { role: FilingRole; document: FormDocument }[];
}

/** Returns the year that a plan or summary is about; undefined when it does not contain a year of four digits. */
export function filingYear(document: FormDocument, { year }: Tracking): number | undefined {
  const value = numberAt(document, year);
  return value !== undefined && Number.isInteger(value) && value >= 1000 && value <= 9999 ? value : undefined;
}

/**
 * Collects the documents of one consortium for one year. When several have the same role, it uses the first that has a
 * filing date; when none has, the first. The others go to `spare`.
 * @param documents all documents of the consortium, of any year
 */
export function collectYearFilings(documents: FormDocument[], year: number, tracking: Tracking): YearFilings {
  const filedFirst = [...documents].sort(
    (a, b) => Number(hasFilingDate(b, tracking)) - Number(hasFilingDate(a, tracking)),
  );
  const yearFilings: YearFilings = {
    year,
    application: documents.find((each) => each.kindName === tracking.application),
    spare: [],
  };
  for (const document of filedFirst) {
    const role = roleOf(document.kindName, tracking);
    if (!role || filingYear(document, tracking) !== year) continue;
    if (yearFilings[role]) yearFilings.spare.push({ role, document });
    else yearFilings[role] = document;
  }
  return yearFilings;
}

/** Tells whether a document contains its filing date. */
function hasFilingDate(document: FormDocument, { filing }: Tracking): boolean {
  return dateAt(document, filing.filed) !== undefined;
}

/**
 * Returns where a field was read: file, line or cell, and pointer. A missing field has the place of what contains it.
 */
export function originOf({ source }: FormDocument, pointer: Pointer): Origin {
  return { file: source.file, ...lineOrCell(source.locate(pointer)), pointer };
}
