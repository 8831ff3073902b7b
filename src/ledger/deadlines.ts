import { clauseText } from "../model/clause.js";
import { hasPassed, isOwed } from "../model/dates.js";
import type { Deadline } from "../model/deadline.js";
import type { DocumentKind, TrackedForm } from "../model/form.js";
import type { Filing, Ledger } from "../model/ledger.js";
import { ROLES } from "../model/tracking.js";
import { daysBetween } from "../text/days-between.js";
import { isFiled } from "./filings.js";

/** What everybody has to file from today on, in these years. */
export function commonDeadlines(form: TrackedForm, years: number[], today: string): Deadline[] {
  return years.flatMap((year) =>
    ROLES.map((role) => {
      const { kind, due } = form.tracking.filings[role];
      return deadline({ role, kind, due: `${year}-${due}` }, year, form, today);
    }).filter(({ due }) => !hasPassed(due, today)),
  );
}

/** What the consortia of a ledger have not filed, also when its day has passed; the earliest first. */
export function openDeadlines({ consortia, today }: Ledger, forms: TrackedForm[]): Deadline[] {
  const all = forms.flatMap((form) =>
    consortia
      .filter((consortium) => consortium.form === form.id)
      .flatMap(({ name, years }) =>
        years.flatMap(({ year, filings }) =>
          filings
            .filter((filing) => !isFiled(filing) && isOwed(filing.due, form.tracking.issued))
            .map((filing) => ({ ...deadline(filing, year, form, today), consortium: name })),
        ),
      ),
  );
  return all.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

function deadline(
  { role, kind, due }: Pick<Filing, "role" | "kind" | "due">,
  year: number,
  form: TrackedForm,
  today: string,
): Deadline {
  const { issued, clause } = form.tracking;
  return {
    role,
    kind,
    due,
    year,
    daysLeft: daysBetween(today, due),
    term: form.terms.consortium,
    form: form.id,
    issued,
    clause: clauseText(form, form.documents[kind] as DocumentKind, clause),
  };
}
