/** A sentence of the notice: where it stands and its wording. */
export interface Clause {
  /** Number of the notice, where it is not the one that asks for the document. */
  notice?: string;
  at: string;
  quote: string;
}

/** A clause as diagnostics and pages quote it. @param kind the kind of document that the clause asks for */
export function clauseText(form: { notice: string }, kind: { notice?: string }, clause: Clause): string {
  return `${clause.notice ?? kind.notice ?? form.notice} ${clause.at}“${clause.quote}”`;
}
