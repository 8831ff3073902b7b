import type { Comparison } from "../model/comparison.js";
import { type FormDocument, formPath } from "../model/document.js";
import { leafFields } from "../model/field.js";
import type { FormCatalog } from "../model/form-catalog.js";
import type { FileText, WordBytes } from "../model/input.js";
import { compareDocuments } from "../views/compare-documents.js";
import { loadDocument, NotADocument } from "./load-document.js";
import { hasPlaceFor, readWordDocument, type WordDocument } from "./read-word.js";

export { NotADocument } from "./load-document.js";
export { WordFileError } from "./read-word.js";

/** One of the two versions. */
interface Side {
  document: FormDocument;
  word?: WordDocument;
}

/**
 * Compares two versions of a document, each in YAML or in Word, as they are printed.
 * @throws {NotADocument} when one cannot be read, or when they are of different forms
 * @throws {WordFileError} when a Word file cannot be read
 */
export async function compare(
  before: FileText | WordBytes,
  after: FileText | WordBytes,
  options: { forms: FormCatalog; today: string },
): Promise<Comparison> {
  const sides = [await sideOf(before, options), await sideOf(after, options)] as const;
  const [old, now] = [sides[0].document, sides[1].document];
  if (formPath(old) !== formPath(now))
    throw new NotADocument(
      `${before.file} 是${old.kind.root.title},${after.file} 是${now.kind.root.title}:不是同一张表,比不了`,
    );
  const words = sides.flatMap(({ word }) => word ?? []);
  const isPrinted = (pointer: string) => words.every((word) => hasPlaceFor(word, pointer));
  const changes = compareDocuments(old, now).filter(({ pointer }) => isPrinted(pointer));
  return {
    before: before.file,
    after: after.file,
    title: now.kind.root.title,
    changes,
    notCompared: leafFields(now.kind.root)
      .filter(
        ({ pointer, schema }) =>
          !schema.deprecated && pointer !== now.kind.root.children[0]?.pointer && !isPrinted(pointer),
      )
      .map(({ name }) => name),
    doubts: sides.flatMap(({ document, word }) =>
      [...(word?.doubts ?? [])].map(
        ([pointer, reason]) => `${document.source.file}「${word?.cells.get(pointer)?.label ?? pointer}」:${reason}`,
      ),
    ),
  };
}

async function sideOf(given: FileText | WordBytes, options: { forms: FormCatalog; today: string }): Promise<Side> {
  if (!("bytes" in given)) return { document: await loadDocument(given, options) };
  return { document: await loadDocument(given, options), word: await readWordDocument(given.bytes, options.forms) };
}
