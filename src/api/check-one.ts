import { type ComparedFields, ComparisonIndex } from "../check/comparison-index.js";
import { markupProblems, pictureProblems } from "../check/narrative-problems.js";
import { checkDocument, formReference } from "../check/validate.js";
import { type KnownKeys, knownKeys } from "../form/known-keys.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { FormDocument, Source } from "../model/document.js";
import type { Form } from "../model/form.js";
import { type FormCatalog, openAll } from "../model/form-catalog.js";
import type { FileText } from "../model/input.js";
import type { FindPicture } from "../model/picture.js";
import { rules } from "../rules/index.js";
import { statusOf } from "../views/status.js";
import { readSource } from "../yaml/read-source.js";

/** How documents are checked. */
export interface CheckOptions {
  /** The forms that documents may name. */
  forms: FormCatalog;
  /** Day to judge dates by, YYYY-MM-DD. */
  today: string;
  /** Let unfilled fields pass and count them. */
  draft?: boolean;
  /** Loads what finds the pictures that texts ask for; without it pictures are not checked. */
  loadPictures?: () => Promise<FindPicture>;
}

/** What one text tells by itself. */
export interface CheckedText {
  file: string;
  diagnostics: Diagnostic[];
  /** Set when the text names a form: which, what others are compared with, and the data where it was asked for. */
  document?: Pick<FormDocument, "form" | "kindName"> & { compared: ComparedFields; data?: FormDocument["data"] };
  /** Draft only: how many fields are still empty. */
  open?: number;
}

/**
 * Makes the function that checks texts one after another. It remembers what it needs to know of forms and pictures,
 * and nothing of the texts.
 * @param keepData whether the result has the document's data
 * @throws {FormError} when a form's own files are wrong
 */
export function textChecker(options: CheckOptions, keepData: boolean): (text: FileText) => Promise<CheckedText> {
  const { draft, forms, loadPictures } = options;
  const index = new ComparisonIndex(rules);
  let keys: Promise<KnownKeys> | undefined;
  let pictures: Promise<FindPicture> | undefined;

  async function read({ file, text }: FileText) {
    const first = await readSource(file, text);
    if (first.source) return first;
    // the text does not parse: the fields of all forms tell which of its lines are meant to be fields
    keys ??= keysOf(forms);
    return readSource(file, text, await keys);
  }

  /** Most documents have no pictures, and then nothing is loaded. */
  async function problemsOfPictures(document: FormDocument, text: string): Promise<Diagnostic[]> {
    if (!loadPictures || !/[!！][[［【]/u.test(text)) return [];
    pictures ??= loadPictures();
    return pictureProblems(document, await pictures);
  }

  return async (text) => {
    const { source, problems } = await read(text);
    if (!source) return { file: text.file, diagnostics: copies(problems) };
    const { document, diagnostics } = checkDocument(source, await formsFor(source, forms), { ...options, rules });
    const found = [...problems, ...diagnostics];
    if (!document) return { file: text.file, diagnostics: copies(found) };
    found.push(...(await problemsOfPictures(document, text.text)), ...markupProblems(document));
    const { form, kindName, data } = document;
    return {
      file: text.file,
      diagnostics: copies(found),
      document: { form, kindName, compared: index.extract(document), ...(keepData && { data }) },
      ...(draft && { open: openFields(document) }),
    };
  };
}

/** Copies of findings: what they quote was cut from the text, and would keep all of it in memory. */
function copies(diagnostics: Diagnostic[]): Diagnostic[] {
  return JSON.parse(JSON.stringify(diagnostics));
}

/** The form that a source names, by id; all there are when it names none that exists, to suggest from. */
async function formsFor(source: Source, catalog: FormCatalog): Promise<Map<string, Form>> {
  const id = formReference(source.data)?.id;
  const named = id === undefined ? undefined : await catalog.open(id);
  const forms = named ? [named] : await openAll(catalog);
  return new Map(forms.map((form) => [form.id, form]));
}

async function keysOf(catalog: FormCatalog): Promise<KnownKeys> {
  const kinds = (await openAll(catalog)).flatMap(({ documents }) => Object.values(documents));
  return knownKeys(kinds.map(({ root }) => root));
}

function openFields(document: FormDocument): number {
  const { filled, total } = statusOf(document);
  return total - filled;
}
