import { valueAt } from "../text/json-pointer.js";
import { isInFuture } from "./dates.js";
import type { FormDocument } from "./document.js";
import { dateAt, documentName, textAt } from "./document-values.js";
import type { Filing, OtherPaper } from "./ledger.js";
import type { FilingRole, Tracking } from "./tracking.js";

// Which of several papers counts. Dates and contents decide, never names of files or the order in which they were given.

/** A document that does not count for its role, and why. */
export interface Unused {
  role: FilingRole;
  document: FormDocument;
  why: OtherPaper["why"];
}

/** The paper that counts for one role in one year, and the others. */
export interface ChosenPaper {
  document: FormDocument;
  others: Unused[];
}

/**
 * Chooses among the papers of one role and year. The latest that was filed on or before today counts. Of two filed on one
 * day, the one counts that says it replaces the other. Drafts and papers with a date to come count only when nothing
 * was filed.
 * @param papers in the order of `byContent`, so that the choice does not depend on the order in which they were given
 * @returns undefined when there is no paper
 */
export function choosePaper(
  papers: FormDocument[],
  role: FilingRole,
  year: number,
  tracking: Tracking,
  today: string,
): ChosenPaper | undefined {
  const filed = papers
    .filter((each) => filedOn(each, role, year, tracking, today) !== undefined)
    .sort((a, b) => laterFirst(a, b, tracking));
  const document = filed[0] ?? papers[0];
  if (!document) return undefined;
  const others = papers
    .filter((each) => each !== document)
    .map((each) => ({ role, document: each, why: whyUnused(each, document, filed, tracking) }));
  return { document, others };
}

/**
 * Returns the day on which a paper was filed.
 * @returns undefined when it has no such day, when the day is still to come, or when a summary would have been filed
 * before its year began. Such a paper is a draft.
 */
export function filedOn(
  paper: FormDocument,
  role: FilingRole,
  year: number,
  { filing }: Tracking,
  today: string,
): string | undefined {
  const day = dateAt(paper, filing.filed);
  if (day === undefined || isInFuture(day, today)) return undefined;
  return role !== "plan" && day < `${year}-01-01` ? undefined : day;
}

/** Reads what an amendment says of itself; undefined when a document does not say that it replaces another. */
export function amendmentOf(paper: FormDocument, { amendment }: Tracking): Filing["amends"] {
  const filed = dateAt(paper, amendment.replaces);
  const reason = textAt(paper, amendment.reason);
  const on = dateAt(paper, amendment.on);
  if (filed === undefined && reason === undefined && on === undefined) return undefined;
  return {
    ...(filed !== undefined && { filed }),
    ...(reason !== undefined && { reason }),
    ...(on !== undefined && { on }),
  };
}

/** Whether a paper says completely that it replaces the other one: its date, why, and when it was changed. */
export function replaces(paper: FormDocument, other: FormDocument, tracking: Tracking): boolean {
  const { filed, reason, on } = amendmentOf(paper, tracking) ?? {};
  return (
    filed !== undefined && reason !== undefined && on !== undefined && filed === dateAt(other, tracking.filing.filed)
  );
}

/** Compares two filed papers: the later one first. On one day, the one that replaces the other comes first. */
function laterFirst(a: FormDocument, b: FormDocument, tracking: Tracking): number {
  const [dayA = "", dayB = ""] = [a, b].map((each) => dateAt(each, tracking.filing.filed));
  if (dayA !== dayB) return dayA < dayB ? 1 : -1;
  return Number(replaces(b, a, tracking)) - Number(replaces(a, b, tracking));
}

function whyUnused(
  paper: FormDocument,
  used: FormDocument,
  filed: FormDocument[],
  tracking: Tracking,
): OtherPaper["why"] {
  if (!filed.includes(paper)) return dateAt(paper, tracking.filing.filed) === undefined ? "draft" : "future";
  if (sameContent(paper, used, tracking)) return "copy";
  if (filed.some((each) => each !== paper && replaces(each, paper, tracking) && !replaces(paper, each, tracking)))
    return "replaced";
  return dateAt(paper, tracking.filing.filed) === dateAt(used, tracking.filing.filed) ? "rival" : "earlier";
}

/** Whether two papers were filed on one day with the same tasks, answers and amounts. */
function sameContent(a: FormDocument, b: FormDocument, tracking: Tracking): boolean {
  const { filing, tasks, outcomes, pledges, figures } = tracking;
  const pointers = [tasks.list, outcomes.list, outcomes.settled, figures.fields, figures.provisional, filing.filed];
  const all = [...pointers, ...pledges.flatMap(({ planned, actual }) => [planned, actual])];
  return all.every((each) => JSON.stringify(valueAt(a.data, each)) === JSON.stringify(valueAt(b.data, each)));
}

/**
 * Compares two documents by what they say. The order means nothing, but it depends neither on names of files nor on the
 * order in which the documents were given: only documents that say exactly the same are equal.
 */
export function byContent(a: FormDocument, b: FormDocument): number {
  const keys = [
    ({ kindName }: FormDocument) => kindName,
    documentName,
    ({ data }: FormDocument) => JSON.stringify(data),
  ];
  for (const key of keys) {
    // the whole data are only written out when nothing else tells the documents apart
    const [keyA, keyB] = [key(a), key(b)];
    if (keyA !== keyB) return keyA > keyB ? -1 : 1;
  }
  return 0;
}
