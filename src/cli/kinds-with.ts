import type { DocumentKind } from "../model/form.js";
import type { Report } from "../model/report.js";
import { usageWords } from "./usage-words.js";

/** Names of the kinds of documents that a command is for, in the forms of the documents it was given. */
export function kindsWith({ documents }: Report, concerns: (kind: DocumentKind) => boolean): string {
  const forms = new Set(documents.map(({ form }) => form));
  const names = [...forms].flatMap((form) =>
    Object.entries(form.documents).flatMap(([name, kind]) => (concerns(kind) ? [name] : [])),
  );
  return names.length > 0 ? [...new Set(names)].join("、") : usageWords.application;
}
