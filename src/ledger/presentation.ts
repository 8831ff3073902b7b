import { titleOf } from "../model/document-values.js";
import type { TrackedForm } from "../model/form.js";
import { type LedgerPresentation, presentationOf } from "../model/presentation.js";
import { GENERAL_TERMS } from "../model/terms.js";

/** How a ledger is worded that has none of a form's documents. */
const GENERAL: LedgerPresentation = {
  terms: GENERAL_TERMS,
  filings: { plan: "年度", interim: "期中", final: "期末" },
  years: { previous: "上期", current: "本期" },
  examples: "案例",
};

/** How a form wants its ledger to be worded. @param form undefined when there is no document of a form that has one */
export function ledgerPresentation(form: TrackedForm | undefined): LedgerPresentation {
  if (!form) return GENERAL;
  const { filings, figures, examples } = form.tracking;
  const summary = form.documents[filings.final.kind];
  return {
    ...presentationOf(form),
    filings: { plan: filings.plan.label, interim: filings.interim.label, final: filings.final.label },
    years: { previous: figures.previous, current: figures.current },
    examples: summary ? titleOf({ kind: summary }, examples.list) : GENERAL.examples,
  };
}
