import type { FormDocument } from "../model/document.js";
import { dateAt, numberAt } from "../model/document-values.js";
import type { Pointer } from "../model/json-schema.js";
import type { Origin } from "../model/ledger.js";
import { lineOrCell } from "../model/place.js";
import { type FilingRole, roleOf, type Tracking } from "../model/tracking.js";

/** What a consortium has filled in for a year, and the application it goes back to. */
export interface YearFilings extends Partial<Record<FilingRole, FormDocument>> {
  year: number;
  application?: FormDocument;
  /** Further documents of a role that has one already. */
  spare: { role: FilingRole; document: FormDocument }[];
}

/** The year a filed document is about; undefined when it does not say. */
export function filingYear(document: FormDocument, { year }: Tracking): number | undefined {
  const value = numberAt(document, year);
  return value !== undefined && Number.isInteger(value) && value >= 1000 && value <= 9999 ? value : undefined;
}

/**
 * A consortium's papers of a year. Where there are several for one role, one that was filed goes before a draft, and
 * then the first given.
 */
export function yearFilings(documents: FormDocument[], year: number, tracking: Tracking): YearFilings {
  const filedFirst = [...documents].sort((a, b) => Number(wasFiled(b, tracking)) - Number(wasFiled(a, tracking)));
  const papers: YearFilings = {
    year,
    application: documents.find((each) => each.kindName === tracking.application),
    spare: [],
  };
  for (const document of filedFirst) {
    const role = roleOf(document.kindName, tracking);
    if (!role || filingYear(document, tracking) !== year) continue;
    if (papers[role]) papers.spare.push({ role, document });
    else papers[role] = document;
  }
  return papers;
}

function wasFiled(document: FormDocument, { filing }: Tracking): boolean {
  return dateAt(document, filing.filed) !== undefined;
}

/** Where a field stands, or what holds it. */
export function originOf({ source }: FormDocument, pointer: Pointer): Origin {
  return { file: source.file, ...lineOrCell(source.locate(pointer)), pointer };
}
