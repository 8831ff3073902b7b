import type { DocumentKind } from "../model/form.js";
import type { Report } from "../model/report.js";
import { usageWords } from "./usage-words.js";

/**
 * Names the kinds of documents that a command can use, from the forms of the documents in a report.
 * @param concerns tells whether the command can use a kind
 * @returns the names joined with 、; when there is no such kind, the application of the package's form
 */
export function kindsWith({ documents }: Report, concerns: (kind: DocumentKind) => boolean): string {
  const forms = new Set(documents.map(({ form }) => form));
  const names = [...forms].flatMap((form) =>
    Object.entries(form.documents).flatMap(([name, kind]) => (concerns(kind) ? [name] : [])),
  );
  return names.length > 0 ? [...new Set(names)].join("、") : usageWords.application;
}
