import { fold } from "../text/fold.js";
import type { FormDocument } from "./document.js";
import { documentName, namesAt, textAt } from "./document-values.js";
import type { Form } from "./form.js";
import type { Roster } from "./registers.js";

/** One consortium: its line of the published list, and the documents that name it. */
export interface Consortium {
  name: string;
  /** As the documents say, the application before the others; else as the published list lets one infer. */
  city?: string;
  entry?: Roster["consortia"][number];
  documents: FormDocument[];
}

/**
 * Joins the published list and documents by name, however it is typed. A document without a name stands for itself.
 * @param roster the published list; undefined to look at documents alone
 * @returns the published consortia in their order, then the others as they come
 */
export function groupByConsortium(form: Form, documents: FormDocument[], roster: Roster | undefined): Consortium[] {
  const found = new Map<string, Consortium>();
  for (const entry of roster?.consortia ?? []) found.set(fold(entry.name), { name: entry.name, entry, documents: [] });
  const kinds = Object.values(form.documents);
  // forms put the application first, and what it says goes first
  for (const document of [...documents].sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind))) {
    const name = documentName(document);
    const consortium = found.get(fold(name)) ?? { name, documents: [] };
    found.set(fold(name), consortium);
    consortium.documents.push(document);
    const { city } = document.kind.consortium ?? {};
    consortium.city ??= city && textAt(document, city);
  }
  return [...found.values()].map((each) => ({ ...each, city: each.city ?? each.entry?.inferredCity }));
}

/** Codes of the industries that the documents of a consortium name; undefined when nobody has filled them in. */
export function industriesOf({ documents }: Consortium): string[] | undefined {
  const codes = documents.flatMap((document) => {
    const { industries } = document.kind.consortium ?? {};
    return industries ? namesAt(document, industries).map(({ name }) => name) : [];
  });
  return codes.length > 0 ? [...new Set(codes)] : undefined;
}
