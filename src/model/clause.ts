/** A sentence quoted from a notice. */
export interface Clause {
  /** Number of the notice (文号). Set only when it is not the notice that asks for the document. */
  notice?: string;
  /** Place in the notice, e.g. 附件3 说明二. */
  at: string;
  /** The exact wording at that place. */
  quote: string;
}

/**
 * Gives the place in the notice where a list is printed, e.g. 附件1.
 * @param source the notice's number, a space, then the place, e.g. 湘教通〔2024〕23号 附件1
 * @returns the last part of `source`; all of `source` when it has no space
 */
export function annexOf({ source }: { source: string }): string {
  return source.split(" ").at(-1) ?? source;
}

/**
 * Formats a clause for diagnostics and pages: the number of the notice, the place, and the quoted wording.
 * @param form gives the number of the notice when neither the clause nor the kind names one
 * @param kind the kind of document that the clause is about
 */
export function clauseText(form: { notice: string }, kind: { notice?: string }, clause: Clause): string {
  return `${clause.notice ?? kind.notice ?? form.notice} ${clause.at}“${clause.quote}”`;
}
