import type { Form } from "./form.js";
import type { Terms } from "./terms.js";
import type { FilingRole } from "./tracking.js";
import type { Typography } from "./typography.js";

/**
 * The form's words and typography, for the reports on its documents. Results carry it along, because a report does not
 * get the form itself. JSON leaves it out.
 */
export interface Presentation {
  terms: Terms;
  typography?: Typography;
}

/** The same for the ledger, with the words of the documents that are filed after approval. */
export interface LedgerPresentation extends Presentation {
  /** The word that distinguishes each filing of a year, e.g. 年度, 半年, 年终. */
  filings: Record<FilingRole, string>;
  /** The keys of the year before a summary and of its own year, e.g. 上年, 本年. */
  years: Record<"previous" | "current", string>;
  /** Labels of the columns of the table of tasks. */
  task: Record<"points" | "until" | "target" | "value" | "actual", string>;
  /** The form's words for states of tasks: 已调整. */
  states: Record<"changed", string>;
  /** Label of the date of filing. */
  filed: string;
  /** What the form calls the examples in summaries, e.g. 典型案例. */
  examples: string;
}

/** Gives the presentation of a form. */
export function presentationOf({ terms, typography }: Form): Presentation {
  return { terms, ...(typography && { typography }) };
}
