import { isOwedUntil } from "../model/changes.js";
import type { FormDocument } from "../model/document.js";
import { textAt } from "../model/document-values.js";
import type { AlternativeJudgement, AttachmentExists, Filing, YearLedger } from "../model/ledger.js";
import { entryPointers } from "../model/list-entries.js";
import { filedOn } from "../model/papers.js";
import type { Tracking } from "../model/tracking.js";
import { formatChineseDate } from "../text/format-values.js";
import { joinPointer } from "../text/json-pointer.js";
import { amountsOf, figuresOf } from "./figures.js";
import { filingsOf, isFiled } from "./filings.js";
import { fulfilmentOf, tasksOf } from "./fulfilment.js";
import { originOf, type YearFilings } from "./year-filings.js";

/** What a year is compared with. */
export interface YearContext {
  /** The documents of the previous year, for the previous-year figures. */
  before: YearFilings | undefined;
  /** The documents of the next year, whose plan says what became of tasks that were still open. */
  after: YearFilings | undefined;
  /** The day to judge by, YYYY-MM-DD. */
  today: string;
  /** Tells whether an attachment that a document names is there. */
  exists: AttachmentExists;
}

/** Puts together the ledger of one consortium for one year. */
export function yearLedger(yearFilings: YearFilings, tracking: Tracking, context: YearContext): YearLedger {
  const { before, after, today } = context;
  const filings = filingsOf(yearFilings, tracking, today, context.exists);
  const nextPlan = after?.plan && filedOn(after.plan, "plan", after.year, tracking, today) ? after.plan : undefined;
  const tasks = tasksOf(yearFilings, tracking, filings, nextPlan);
  const judged = fulfilmentOf(filings, tasks);
  const released = isReleased(filings, yearFilings.ended);
  const alternatives = released ? [] : alternativesOf(judged, yearFilings, tracking, { ...context, nextPlan });
  return {
    year: yearFilings.year,
    filings,
    tasks,
    ...(released ? notJudged(yearFilings.ended) : undecidedBetweenRivals(judged, alternatives)),
    ...(alternatives.length > 0 && { alternatives }),
    amounts: amountsOf(yearFilings, tracking),
    ...figuresOf(yearFilings, before, tracking),
    examples: examplesOf(yearFilings, tracking),
  };
}

/** Whether the consortium ended before the summary of the year was due, and had not filed it before it ended. */
function isReleased(filings: Filing[], ended: string | undefined): boolean {
  const final = filings.find(({ role }) => role === "final");
  if (!final || ended === undefined || isOwedUntil(final.due, ended)) return false;
  return !isFiled(final) || final.filed === undefined || final.filed > ended;
}

function notJudged(ended = ""): Pick<YearLedger, "fulfilled" | "reasons" | "released"> {
  const reasons = [`${formatChineseDate(ended)}以后不再要报,这一年不判断`];
  return { fulfilled: "unknown", reasons, released: true };
}

/**
 * Judges the year again with each plan or year-end summary that was filed and does not count.
 * @returns the papers with which the year would be judged differently
 */
function alternativesOf(
  judged: Pick<YearLedger, "fulfilled">,
  yearFilings: YearFilings,
  tracking: Tracking,
  { nextPlan, today, exists }: YearContext & { nextPlan: FormDocument | undefined },
): AlternativeJudgement[] {
  return yearFilings.spare.flatMap(({ role, document, why }) => {
    if (role === "interim" || why === "draft" || why === "future" || why === "copy") return [];
    const instead: YearFilings = { ...yearFilings, [role]: document };
    const filings = filingsOf(instead, tracking, today, exists);
    const { fulfilled } = fulfilmentOf(filings, tasksOf(instead, tracking, filings, nextPlan));
    const filed = filedOn(document, role, yearFilings.year, tracking, today);
    if (fulfilled === judged.fulfilled || filed === undefined) return [];
    return [{ role, why, filed, fulfilled, origin: originOf(document, tracking.filing.filed) }];
  });
}

/**
 * Leaves open whether a plan was fulfilled when papers of one day contradict one another: nobody can tell which one
 * counts.
 */
function undecidedBetweenRivals(
  judged: Pick<YearLedger, "fulfilled" | "reasons">,
  alternatives: AlternativeJudgement[],
): Pick<YearLedger, "fulfilled" | "reasons"> {
  if (alternatives.every(({ why }) => why !== "rival")) return judged;
  const reason = "同一天报送的几份内容不同,按哪一份结论都不一样,不知道以哪份为准";
  return { fulfilled: "unknown", reasons: [reason, ...judged.reasons] };
}

/** Lists the titles of the examples in both summaries, without repetitions. */
function examplesOf({ interim, final }: YearFilings, { examples: { list, title } }: Tracking): string[] {
  const titles = [interim, final].flatMap((summary) => {
    if (!summary) return [];
    return entryPointers(summary, list).flatMap((entry) => textAt(summary, joinPointer(entry, title)) ?? []);
  });
  return [...new Set(titles)];
}
