import { textAt } from "../model/document-values.js";
import type { AttachmentExists, YearLedger } from "../model/ledger.js";
import { entryPointers } from "../model/list-entries.js";
import type { Tracking } from "../model/tracking.js";
import { joinPointer } from "../text/json-pointer.js";
import { amountsOf, figuresOf } from "./figures.js";
import { filingsOf } from "./filings.js";
import { fulfilmentOf, tasksOf } from "./fulfilment.js";
import type { YearFilings } from "./year-filings.js";

/**
 * Puts together the ledger of one consortium for one year.
 * @param before the documents of the previous year, for the previous-year figures
 * @param today the day to judge by, YYYY-MM-DD
 * @param exists tells whether an attachment that a document names is there
 */
export function yearLedger(
  yearFilings: YearFilings,
  before: YearFilings | undefined,
  tracking: Tracking,
  { today, exists }: { today: string; exists: AttachmentExists },
): YearLedger {
  const filings = filingsOf(yearFilings, tracking, today, exists);
  const tasks = tasksOf(yearFilings, tracking, filings);
  return {
    year: yearFilings.year,
    filings,
    tasks,
    ...fulfilmentOf(filings, tasks),
    amounts: amountsOf(yearFilings, tracking),
    ...figuresOf(yearFilings, before, tracking),
    examples: examplesOf(yearFilings, tracking),
  };
}

/** Lists the titles of the examples in both summaries, without repetitions. */
function examplesOf({ interim, final }: YearFilings, { examples: { list, title } }: Tracking): string[] {
  const titles = [interim, final].flatMap((summary) => {
    if (!summary) return [];
    return entryPointers(summary, list).flatMap((entry) => textAt(summary, joinPointer(entry, title)) ?? []);
  });
  return [...new Set(titles)];
}
