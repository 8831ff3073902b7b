import { entriesAt } from "../model/entries.js";
import type { YearLedger } from "../model/ledger.js";
import type { Tracking } from "../model/tracking.js";
import { textAt } from "../model/values.js";
import { join } from "../text/pointer.js";
import { amountsOf, figuresOf } from "./figures.js";
import { type Exists, filingsOf } from "./filings.js";
import { fulfilmentOf, tasksOf } from "./fulfilment.js";
import type { Papers } from "./year-filings.js";

/** Everything about one year of a consortium. */
export function yearLedger(
  papers: Papers,
  before: Papers | undefined,
  tracking: Tracking,
  { today, exists }: { today: string; exists: Exists },
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

function examplesOf({ interim, final }: Papers, { examples: { list, title } }: Tracking): string[] {
  const titles = [interim, final].flatMap((summary) => {
    if (!summary) return [];
    return entriesAt(summary, list).flatMap((entry) => textAt(summary, join(entry, title)) ?? []);
  });
  return [...new Set(titles)];
}
