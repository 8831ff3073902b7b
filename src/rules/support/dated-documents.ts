import type { FormDocument } from "../../model/document.js";
import { numberAt, textAt } from "../../model/document-values.js";
import type { Pointer } from "../../model/json-schema.js";
import { byContent, choosePaper } from "../../model/papers.js";
import { roleOf } from "../../model/tracking.js";
import { fold } from "../../text/fold.js";

/** A document that names its consortium and the year it is about. */
export interface DatedDocument {
  document: FormDocument;
  /** The consortium's name, folded (see `fold`), so that spellings such as full-width and half-width compare equal. */
  consortium: string;
  year: number;
}

/** Returns the folded name of a document's consortium; undefined when the name is not filled in. */
function consortiumOf(document: FormDocument): string | undefined {
  const name = textAt(document, document.kind.name);
  return name && fold(name);
}

/**
 * Indexes documents by their consortium. Documents that do not name one are left out.
 * @returns for each folded name of a consortium its document; when it has several, the first one
 */
export function byConsortium(documents: FormDocument[]): Map<string, FormDocument> {
  const known = new Map<string, FormDocument>();
  for (const document of documents) {
    const consortium = consortiumOf(document);
    if (consortium && !known.has(consortium)) known.set(consortium, document);
  }
  return known;
}

/**
 * Selects the documents that name their consortium and their year. The others are left out, because they cannot be
 * compared by year.
 * @param year pointer to the field with the year; it is the same in all these documents
 */
export function datedDocuments(documents: FormDocument[], year: Pointer): DatedDocument[] {
  return documents.flatMap((document) => {
    const consortium = consortiumOf(document);
    const number = numberAt(document, year);
    return consortium && number !== undefined ? [{ document, consortium, year: number }] : [];
  });
}

/**
 * Indexes documents of one kind by consortium and year.
 * @param year pointer to the field with the year
 * @param today the day to judge by, YYYY-MM-DD
 * @returns a function that takes a folded consortium name and a year and returns the document; when there are several,
 * the one that counts (see `choosePaper`)
 */
export function findByYear(
  documents: FormDocument[],
  year: Pointer,
  today: string,
): (consortium: string, year: number) => FormDocument | undefined {
  const known = new Map<string, FormDocument[]>();
  for (const { document, ...filing } of datedDocuments(documents, year)) {
    const key = `${filing.year}#${filing.consortium}`;
    known.set(key, [...(known.get(key) ?? []), document]);
  }
  return (consortium, number) => inForce(known.get(`${number}#${consortium}`) ?? [], number, today);
}

/** Returns the one of several documents of one kind and year that counts. */
function inForce(papers: FormDocument[], year: number, today: string): FormDocument | undefined {
  const [first, second] = papers;
  const { tracking } = first?.form ?? {};
  const role = first && tracking && roleOf(first.kindName, tracking);
  if (!second || !tracking || !role) return first;
  return choosePaper([...papers].sort(byContent), role, year, tracking, today)?.document;
}
