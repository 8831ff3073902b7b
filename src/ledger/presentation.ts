import { titleOf } from "../model/document-values.js";
import type { DocumentKind, TrackedForm } from "../model/form.js";
import type { Pointer } from "../model/json-schema.js";
import { type LedgerPresentation, presentationOf } from "../model/presentation.js";
import { GENERAL_TERMS } from "../model/terms.js";
import type { FilingRole } from "../model/tracking.js";
import { ANY_ENTRY } from "../text/json-pointer.js";

/** The general words for a ledger without any document of a form that tracks filings. */
const GENERAL: LedgerPresentation = {
  terms: GENERAL_TERMS,
  filings: { plan: "年度", interim: "期中", final: "期末" },
  years: { previous: "上期", current: "本期" },
  task: { points: "对应要点", until: "完成日期", target: "目标", value: "目标数", actual: "实际数" },
  states: { changed: "有变动" },
  filed: "报送日",
  examples: "案例",
};

/**
 * Collects the words that the reports of a ledger use: the form's own terms, labels and names of filings.
 * @param form undefined when no document belongs to a form that tracks filings; general words are used then
 */
export function ledgerPresentation(form: TrackedForm | undefined): LedgerPresentation {
  if (!form) return GENERAL;
  const { filings, filing, figures, tasks, outcomes, examples } = form.tracking;
  const label = (role: FilingRole, pointer: Pointer) =>
    titleOf({ kind: form.documents[filings[role].kind] as DocumentKind }, pointer);
  const task = (key: string) => label("plan", `${tasks.list}/${ANY_ENTRY}/${key}`);
  return {
    ...presentationOf(form),
    filings: { plan: filings.plan.label, interim: filings.interim.label, final: filings.final.label },
    years: { previous: figures.previous, current: figures.current },
    task: {
      points: task(tasks.entry.points),
      until: task(tasks.entry.until),
      target: task(tasks.entry.target),
      value: task(`${tasks.entry.target}/${tasks.target.value}`),
      actual: label("final", `${outcomes.list}/${ANY_ENTRY}/${outcomes.entry.actual}`),
    },
    states: { changed: Object.keys(outcomes.states).find((word) => outcomes.states[word] === "changed") ?? "" },
    filed: label("plan", filing.filed),
    examples: label("final", examples.list),
  };
}
