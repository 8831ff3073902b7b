import type { Form } from "./form.js";
import type { Terms } from "./terms.js";
import type { FilingRole } from "./tracking.js";
import type { Typography } from "./typography.js";

/** How a form wants what is made of its documents to be worded and set. It goes with results to the reports, and is no part of their JSON. */
export interface Presentation {
  terms: Terms;
  typography?: Typography;
}

/** The same for what is filed after approval. */
export interface LedgerPresentation extends Presentation {
  /** What the plan and the summaries of a year are told apart by, e.g. 年度, 半年, 年终. */
  filings: Record<FilingRole, string>;
  /** What the year before and a summary's own are called, e.g. 上年, 本年. */
  years: Record<"previous" | "current", string>;
  /** Labels of what the table of tasks has of each. */
  task: Record<"points" | "until" | "target" | "value" | "actual", string>;
  /** Label of the day something was filed. */
  filed: string;
  /** What the examples are called that summaries tell of, e.g. 典型案例. */
  examples: string;
}

export function presentationOf({ terms, typography }: Form): Presentation {
  return { terms, ...(typography && { typography }) };
}
