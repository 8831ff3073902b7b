import { fold } from "../text/fold.js";
import { joinNames } from "./changes.js";
import type { FormDocument } from "./document.js";
import { documentName, namesAt, textAt } from "./document-values.js";
import type { Form } from "./form.js";
import type { Roster } from "./registers.js";

/** One consortium: its entry in the published list, and the documents that name it. */
export interface Consortium {
  name: string;
  /**
   * The city. The documents decide, and the application comes before the other documents. When no document says it, this
   * is the city inferred from the published list.
   */
  city?: string | undefined;
  entry?: Roster["consortia"][number];
  /** Other names that it had or has, when it was renamed. */
  otherNames?: string[];
  documents: FormDocument[];
}

/**
 * Groups documents by the consortium they name, and adds the entries of the published list. Names are compared after
 * `fold`, so that different typing of one name makes no difference. A document without a name is its own group, under
 * its file name. A consortium that was renamed (see `joinNames`) keeps all its documents.
 * @param roster the published list; undefined to use the documents alone
 * @param today the day to judge by, YYYY-MM-DD; a new name counts from its day. Undefined when every recorded name counts
 * @returns the published consortia in the order of the list, then the others in the order of the documents
 */
export function groupByConsortium(
  form: Form,
  documents: FormDocument[],
  roster: Roster | undefined,
  today?: string,
): Consortium[] {
  const nameOf = joinNames(documents, form, today);
  const found = new Map<string, Consortium>();
  for (const entry of roster?.consortia ?? []) found.set(fold(entry.name), { name: entry.name, entry, documents: [] });
  const kinds = Object.values(form.documents);
  // A form lists the application first. Sorting by kind lets the city in the application win.
  for (const document of [...documents].sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind))) {
    const name = documentName(document);
    // a file name is no name of a consortium, however much it looks like one
    const { key, current } = isNamed(document) ? nameOf(fold(name)) : { key: `#${name}` };
    const consortium = found.get(key) ?? { name, documents: [] };
    found.set(key, consortium);
    consortium.documents.push(document);
    if (current !== undefined) rename(consortium, name, current);
    const { city } = document.kind.consortium ?? {};
    consortium.city ??= city && textAt(document, city);
  }
  return [...found.values()].map((each) => ({ ...each, city: each.city ?? each.entry?.inferredCity }));
}

/** Gives a consortium its present name, and keeps the others. @param written the name in one of its documents */
function rename(consortium: Consortium, written: string, current: string): void {
  const names = [...(consortium.otherNames ?? []), consortium.name, written];
  consortium.name = current;
  const different = new Map(names.map((name) => [fold(name), name]));
  different.delete(fold(current));
  consortium.otherNames = [...different.values()];
}

/** Whether a document says which consortium it belongs to. */
export function isNamed(document: FormDocument): boolean {
  return textAt(document, document.kind.name) !== undefined;
}

/**
 * Gives the codes of the industries that the documents of a consortium name, each code once.
 * @returns undefined when no document has them filled in
 */
export function industriesOf({ documents }: Consortium): string[] | undefined {
  const codes = documents.flatMap((document) => {
    const { industries } = document.kind.consortium ?? {};
    return industries ? namesAt(document, industries).map(({ name }) => name) : [];
  });
  return codes.length > 0 ? [...new Set(codes)] : undefined;
}
