import { documentYaml } from "../form/document-yaml.js";
import { createDiagnostic, type Diagnostic } from "../model/diagnostic.js";
import { WordFileError } from "../model/errors.js";
import type { DocumentKind, Form } from "../model/form.js";
import { type FormCatalog, openAll } from "../model/form-catalog.js";
import type { ReadInput, SourceCells, WordBytes } from "../model/input.js";
import type { Pointer } from "../model/json-schema.js";
import { BEGINNING, type DocumentCell } from "../model/place.js";
import { ANY_ENTRY, joinPointer, splitPointer } from "../text/json-pointer.js";
import { foldLabel } from "../word/fold-label.js";
import { openWord, type WordFile } from "../word/open-word.js";
import { readForm, type WordReading } from "../word/read-form.js";

export { WordFileError } from "../model/errors.js";

/** A filled Word form, as it was read. */
export interface WordDocument extends WordReading {
  form: Form;
  /** Name of its kind, e.g. 推荐书. */
  kindName: string;
  kind: DocumentKind;
}

/** Share of the printed fields that must be found in a file for it to be a form at all. */
const LEAST_FOUND = 0.3;

/**
 * Reads a filled Word form.
 * @throws {WordFileError} when it is no Word file, or none of the forms
 */
export async function readWordDocument(bytes: Uint8Array, forms: FormCatalog): Promise<WordDocument> {
  const file = openWord(bytes);
  const kinds = (await openAll(forms)).flatMap((form) =>
    Object.entries(form.documents).flatMap(([kindName, kind]) => (kind.layout ? [{ form, kindName, kind }] : [])),
  );
  const titled = kinds.filter(({ kind }) => hasTitle(file, kind));
  const read = (titled.length > 0 ? titled : kinds).map((each) => ({ ...each, ...readForm(file, each.kind) }));
  const best = read.sort((a, b) => shareFound(b) - shareFound(a))[0];
  if (!best || shareFound(best) < LEAST_FOUND) {
    const known = kinds.map(({ kind }) => kind.root.title).join("、");
    throw new WordFileError(`没有认出这是哪张表:${known}都不像`);
  }
  return best;
}

function hasTitle({ blocks }: WordFile, { root }: DocumentKind): boolean {
  const title = foldLabel(root.title);
  return blocks.slice(0, 40).some((block) => block.kind === "paragraph" && foldLabel(block.text) === title);
}

function shareFound({ cells, missing }: WordReading): number {
  return cells.size / Math.max(1, cells.size + missing.length);
}

/**
 * Turns a filled Word form into the YAML text that says the same, whose lines know the cells that they come from, so that
 * it is checked as any text.
 * @returns the text, and what is to be said of reading it; or why it could not be read
 */
export async function readWordText(
  { file, bytes }: WordBytes,
  forms: FormCatalog,
): Promise<Exclude<ReadInput, { word: WordBytes }>> {
  try {
    const document = await readWordDocument(bytes, forms);
    const { form, kindName, data, pictures } = document;
    const { text, pointers } = documentYaml(form, kindName, { schemaPath: "", file, data });
    const printed = new Set([...document.cells.keys(), ...document.missing.map(({ pointer }) => pointer)]);
    // not the whole document, which may be large
    const where = { cells: document.cells, kind: document.kind };
    const cells: SourceCells = {
      at: (line) => cellAt(where, pointers[line - 1] ?? ""),
      isPrinted: (pointer) => [...printed].some((each) => each === pointer || each.startsWith(`${pointer}/`)),
      picture: (name) => pictures.get(name),
    };
    return { text: { file, text, cells }, problems: readingProblems(file, document) };
  } catch (error) {
    if (!(error instanceof WordFileError)) throw error;
    return {
      problem: createDiagnostic({ ruleId: "file/unreadable", file, place: BEGINNING, message: error.message }),
    };
  }
}

/** Finds the cell of a field; of a field without one, the cell of the field above it, or the first of the file. */
export function cellAt({ cells, kind }: Pick<WordDocument, "cells" | "kind">, pointer: Pointer): DocumentCell {
  for (let steps = splitPointer(pointer); steps.length > 0; steps = steps.slice(0, -1)) {
    const at = steps.reduce((all, step) => joinPointer(all, step), "");
    const cell = cells.get(at) ?? [...cells].find(([other]) => other.startsWith(`${at}/`))?.[1];
    if (cell) return cell;
  }
  return { kind: "cell", table: 0, row: 1, column: 1, label: kind.root.title };
}

/** Whether the file has a place for a field, or for a part of it, or for the group that it is part of. */
export function hasPlaceFor({ cells, missing }: WordDocument, pointer: Pointer): boolean {
  const own = withoutEntries(pointer);
  const known = [...cells.keys(), ...missing.map((each) => each.pointer)].map(withoutEntries);
  return known.some((each) => each === own || own.startsWith(`${each}/`) || each.startsWith(`${own}/`));
}

function withoutEntries(pointer: Pointer): Pointer {
  return splitPointer(pointer).reduce((all, step) => joinPointer(all, /^\d{1,3}$/u.test(step) ? ANY_ENTRY : step), "");
}

function readingProblems(file: string, document: WordDocument): Diagnostic[] {
  const { doubts, unrecognised, kind } = document;
  const name = (pointer: Pointer) => document.cells.get(pointer)?.label ?? kind.root.title;
  return [
    ...[...doubts].map(([pointer, reason]) =>
      createDiagnostic({
        ruleId: "word/doubt",
        file,
        pointer,
        place: cellAt(document, pointer),
        message: `请核对「${name(pointer)}」:${reason}`,
      }),
    ),
    ...unrecognised.map(({ cell }) =>
      createDiagnostic({
        ruleId: "word/unrecognised",
        file,
        place: cell,
        message: "这一格有内容,没有认出是哪一栏",
        hint: "标签按表上的写;表上没有的内容移到别处",
      }),
    ),
  ];
}
