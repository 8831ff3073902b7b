import { isInFuture } from "../model/dates.js";
import type { FormDocument } from "../model/document.js";
import { dateAt, numberAt } from "../model/document-values.js";
import type { Pointer } from "../model/json-schema.js";
import type { Origin } from "../model/ledger.js";
import { choosePaper, type Unused } from "../model/papers.js";
import { lineOrCell } from "../model/place.js";
import { type FilingRole, ROLES, roleOf, type Tracking } from "../model/tracking.js";

/** The documents of one consortium for one year, by role, and its application. A document may still be a draft. */
export interface YearFilings extends Partial<Record<FilingRole, FormDocument>> {
  year: number;
  application?: FormDocument | undefined;
  /** The day on which the consortium ended; it owes nothing that was due later. */
  ended?: string | undefined;
  /** Documents that are not used, because another document has the same role in this year. */
  spare: Unused[];
}

/** Returns the year that a plan or summary is about; undefined when it does not contain a year of four digits. */
export function filingYear(document: FormDocument, { year }: Tracking): number | undefined {
  const value = numberAt(document, year);
  return value !== undefined && Number.isInteger(value) && value >= 1000 && value <= 9999 ? value : undefined;
}

/**
 * Collects the documents of one consortium for one year: for each role the one that counts (see `choosePaper`). The
 * others go to `spare`. The application that counts is the latest one.
 * @param documents all documents of the consortium, of any year, in the order of `byContent`
 * @param today the day to judge by, YYYY-MM-DD
 * @param ended the day on which the consortium ended
 */
export function collectYearFilings(
  documents: FormDocument[],
  year: number,
  tracking: Tracking,
  { today, ended }: { today: string; ended: string | undefined },
): YearFilings {
  const yearFilings: YearFilings = {
    year,
    application: latestApplication(documents, tracking, today),
    ended,
    spare: [],
  };
  for (const role of ROLES) {
    const papers = documents.filter(
      (each) => roleOf(each.kindName, tracking) === role && filingYear(each, tracking) === year,
    );
    const chosen = choosePaper(papers, role, year, tracking, today);
    if (!chosen) continue;
    yearFilings[role] = chosen.document;
    yearFilings.spare.push(...chosen.others);
  }
  return yearFilings;
}

/** Returns the latest application that is not dated after today; when there is none, the first. */
function latestApplication(
  documents: FormDocument[],
  { application, applied }: Tracking,
  today: string,
): FormDocument | undefined {
  const all = documents.filter(({ kindName }) => kindName === application);
  const day = (document: FormDocument) => {
    const written = dateAt(document, applied);
    return written === undefined || isInFuture(written, today) ? "" : written;
  };
  return all.reduce<FormDocument | undefined>(
    (latest, each) => (latest && day(latest) >= day(each) ? latest : each),
    undefined,
  );
}

/**
 * Returns where a field was read: file, line or cell, and pointer. A missing field has the place of what contains it.
 */
export function originOf({ source }: FormDocument, pointer: Pointer): Origin {
  return { file: source.file, ...lineOrCell(source.locate(pointer)), pointer };
}
