import { textAt } from "../model/document-values.js";
import type { AttachmentExists, YearLedger } from "../model/ledger.js";
import { entryPointers } from "../model/list-entries.js";
import type { Tracking } from "../model/tracking.js";
import { joinPointer } from "../text/json-pointer.js";
import { amountsOf, figuresOf } from "./figures.js";
import { filingsOf } from "./filings.js";
import { fulfilmentOf, tasksOf } from "./fulfilment.js";
import type { YearFilings } from "./year-filings.js";

/** Everything about one year of a consortium. */
export function yearLedger(
  papers: YearFilings,
  before: YearFilings | undefined,
  tracking: Tracking,
  { today, exists }: { today: string; exists: AttachmentExists },
): YearLedger {
  const filings = filingsOf(papers, tracking, today, exists);
  const tasks = tasksOf(papers, tracking, filings);
  return {
    year: papers.year,
    filings,
    tasks,
    ...fulfilmentOf(filings, tasks),
    amounts: amountsOf(papers, tracking),
    ...figuresOf(papers, before, tracking),
    examples: examplesOf(papers, tracking),
  };
}

function examplesOf({ interim, final }: YearFilings, { examples: { list, title } }: Tracking): string[] {
  const titles = [interim, final].flatMap((summary) => {
    if (!summary) return [];
    return entryPointers(summary, list).flatMap((entry) => textAt(summary, joinPointer(entry, title)) ?? []);
  });
  return [...new Set(titles)];
}
