import { clauseText } from "../model/clause.js";
import { hasPassed, isOwed } from "../model/dates.js";
import type { Deadline } from "../model/deadline.js";
import type { DocumentKind, TrackedForm } from "../model/form.js";
import type { Filing, Ledger } from "../model/ledger.js";
import { ROLES } from "../model/tracking.js";
import { daysBetween } from "../text/days-between.js";
import { isFiled } from "./filings.js";

/**
 * Lists the deadlines that apply to every consortium in the given years and have not passed.
 * @param today the day to judge by, YYYY-MM-DD; a deadline on this day has not passed
 */
export function commonDeadlines(form: TrackedForm, years: number[], today: string): Deadline[] {
  return years.flatMap((year) =>
    ROLES.map((role) => {
      const { kind, due } = form.tracking.filings[role];
      return deadline({ role, kind, due: `${year}-${due}` }, year, form, today);
    }).filter(({ due }) => !hasPassed(due, today)),
  );
}

/**
 * Lists what the consortia of a ledger have not filed yet, including deadlines that have passed. The earliest comes
 * first. Deadlines before the notice was issued are left out.
 * @param forms the forms whose consortia are listed
 */
export function openDeadlines({ consortia, today }: Ledger, forms: TrackedForm[]): Deadline[] {
  const all = forms.flatMap((form) =>
    consortia
      .filter((consortium) => consortium.form === form.id)
      .flatMap(({ name, years }) =>
        years.flatMap(({ year, filings }) =>
          filings
            .filter(
              (filing) => !isFiled(filing) && filing.state !== "released" && isOwed(filing.due, form.tracking.issued),
            )
            .map((filing) => ({ ...deadline(filing, year, form, today), consortium: name })),
        ),
      ),
  );
  return all.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

/** Makes a deadline; `daysLeft` is negative after the due day. */
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
