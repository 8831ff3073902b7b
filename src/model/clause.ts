/** A sentence of the notice: where it stands and its wording. */
export interface Clause {
  /** Number of the notice, where it is not the one that asks for the document. */
  notice?: string;
  at: string;
  quote: string;
}

/** Where in its notice a list is printed, e.g. 附件1. @param source the notice's number, then the place */
export function annexOf({ source }: { source: string }): string {
  return source.split(" ").at(-1) ?? source;
}

/** A clause as diagnostics and pages quote it. @param kind the kind of document that the clause asks for */
export function clauseText(form: { notice: string }, kind: { notice?: string }, clause: Clause): string {
  return `${clause.notice ?? kind.notice ?? form.notice} ${clause.at}“${clause.quote}”`;
}
