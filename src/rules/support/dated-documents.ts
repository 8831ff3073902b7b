import type { FormDocument } from "../../model/document.js";
import { numberAt, textAt } from "../../model/document-values.js";
import type { Pointer } from "../../model/json-schema.js";
import { fold } from "../../text/fold.js";

/** A document of one consortium about one year. */
export interface DatedDocument {
  document: FormDocument;
  /** The consortium's name, folded. */
  consortium: string;
  year: number;
}

/** A document's consortium by its folded name; undefined while it has none. */
function consortiumOf(document: FormDocument): string | undefined {
  const name = textAt(document, document.kind.name);
  return name && fold(name);
}

/** Documents of which a consortium has one, by its folded name: the first, where there are several. */
export function byConsortium(documents: FormDocument[]): Map<string, FormDocument> {
  const known = new Map<string, FormDocument>();
  for (const document of documents) {
    const consortium = consortiumOf(document);
    if (consortium && !known.has(consortium)) known.set(consortium, document);
  }
  return known;
}

/**
 * Documents that say whose they are and about which year.
 * @param year where all of them say it
 */
export function datedDocuments(documents: FormDocument[], year: Pointer): DatedDocument[] {
  return documents.flatMap((document) => {
    const consortium = consortiumOf(document);
    const number = numberAt(document, year);
    return consortium && number !== undefined ? [{ document, consortium, year: number }] : [];
  });
}

/** Makes the function that finds what a consortium filed for a year: the first, where there are several. */
export function findByYear(
  documents: FormDocument[],
  year: Pointer,
): (consortium: string, year: number) => FormDocument | undefined {
  const known = new Map<string, FormDocument>();
  for (const { document, ...filing } of datedDocuments(documents, year)) {
    const key = `${filing.year}#${filing.consortium}`;
    if (!known.has(key)) known.set(key, document);
  }
  return (consortium, number) => known.get(`${number}#${consortium}`);
}
