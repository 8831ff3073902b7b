import { type ComparedFields, ComparisonIndex } from "../check/comparison-index.js";
import { invisibleProblems } from "../check/invisible-problems.js";
import { mayBeMisplaced } from "../check/misplaced-hints.js";
import { markupProblems, pictureProblems } from "../check/narrative-problems.js";
import { pastedProblems } from "../check/pasted-problems.js";
import { saysLinesAreLost } from "../check/typed-lists.js";
import { checkDocument, formReference } from "../check/validate.js";
import { type Examined, settleFixes } from "../fix/settle-fixes.js";
import { type KnownKeys, knownKeys } from "../form/known-keys.js";
import { createDiagnostic, type Diagnostic } from "../model/diagnostic.js";
import type { FormDocument, Source } from "../model/document.js";
import type { Field } from "../model/field.js";
import type { Form } from "../model/form.js";
import { type FormCatalog, openAll } from "../model/form-catalog.js";
import type { FileText } from "../model/input.js";
import type { FindPicture } from "../model/picture.js";
import { BEGINNING } from "../model/place.js";
import { rules } from "../rules/index.js";
import { fold } from "../text/fold.js";
import { withoutAnyInvisible } from "../text/invisible.js";
import { statusOf } from "../views/status.js";
import { findMisplacedLines, readSource } from "../yaml/read-source.js";
import { atCells } from "./at-cells.js";

/** How documents are checked. */
export interface CheckOptions {
  /** The forms that documents may name. */
  forms: FormCatalog;
  /** The day that counts as today when dates are checked, YYYY-MM-DD. */
  today: string;
  /** Accept fields that are not filled in yet, and count them. */
  draft?: boolean | undefined;
  /** Loads the function that finds the pictures of narratives. Without it pictures are not checked. */
  loadPictures?: (() => Promise<FindPicture>) | undefined;
}

/** Result of checking one text by itself. */
export interface CheckedText {
  file: string;
  diagnostics: Diagnostic[];
  /** Set when the text names a known form: the form, the fields to compare with other documents, and maybe the data. */
  document?: Pick<FormDocument, "form" | "kindName"> & { compared: ComparedFields; data?: FormDocument["data"] };
  /** How many fields are still empty; only for drafts. */
  open?: number;
}

/**
 * Makes the function that checks texts one after another. It remembers forms and pictures, but nothing of the texts.
 * @param keepData whether results include the data of the document
 * @returns a function that rejects with a `FormError` when a form's own files are wrong
 */
export function textChecker(options: CheckOptions, keepData: boolean): (text: FileText) => Promise<CheckedText> {
  const { draft, forms, loadPictures } = options;
  const index = new ComparisonIndex(rules);
  let keys: Promise<KnownKeys> | undefined;
  let pictures: Promise<FindPicture> | undefined;

  async function read({ file, text }: FileText) {
    const first = await readSource(file, text);
    if (first.source) return first;
    // the text does not parse: the keys of all forms help to recognise which of its lines are meant as fields
    keys ??= keysOf(forms);
    return readSource(file, text, await keys);
  }

  /** Checks the pictures of a document. Most documents have none, and then nothing is loaded. */
  async function problemsOfPictures(document: FormDocument, { text, cells }: FileText): Promise<Diagnostic[]> {
    if (!loadPictures || !/[!！][[［【]/u.test(text)) return [];
    pictures ??= loadPictures();
    const find = await pictures;
    return pictureProblems(document, cells ? (file, name) => find(file, name, cells.picture(name)) : find);
  }

  async function examine(text: FileText): Promise<Examined & { document?: FormDocument }> {
    const { source, problems, isIntricate } = await read(text);
    if (!source) return { diagnostics: [...invisibleProblems(text), ...problems] };
    const opened = await formsFor(source, forms);
    const { document, diagnostics, readByLine } = checkDocument(source, opened, { ...options, rules });
    const inText = problems.filter((each) => !readByLine || !saysLinesAreLost(each, readByLine));
    const inTexts = document ? [...markupProblems(document), ...pastedProblems(source, document.kind.root)] : [];
    // their fixes come first, because other fixes may be certain only in the text without these characters
    const found = [...invisibleProblems(text, source, document?.kind.root), ...inText, ...diagnostics];
    if (isIntricate || mayBeMisplaced(document, found)) {
      keys ??= keysOf(forms);
      const misplaced = await findMisplacedLines(source, await keys);
      // what else is found follows from them, or will be found again
      if (misplaced.length > 0) return { diagnostics: [...invisibleProblems(text), ...misplaced] };
    }
    return { source, ...(document && { document }), diagnostics: [...found, ...inTexts] };
  }

  /** Leaves a fix only to the findings for which it is safe. */
  async function settle(text: FileText, examined: Examined): Promise<Diagnostic[]> {
    if (examined.diagnostics.every(({ fix }) => !fix)) return examined.diagnostics;
    const root = await rootNamedIn(text.text, forms);
    return settleFixes(text.text, examined, root, (changed) => examine({ file: text.file, text: changed }));
  }

  return async (text) => {
    const examined = await examine(text);
    const found = await settle(text, examined);
    const { document } = examined;
    if (!document) return { file: text.file, diagnostics: copies(atCells(found, text)) };
    found.push(...(await problemsOfPictures(document, text)));
    const { form, kindName, data } = document;
    return {
      file: text.file,
      diagnostics: copies(atCells(found, text)),
      document: { form, kindName, compared: index.extract(document), ...(keepData && { data }) },
      ...(draft && { open: openFields(document) }),
    };
  };
}

/** Findings of one file that are reported. Nobody reads more, and a hostile file may have hundreds of thousands. */
const MAX_FINDINGS = 10_000;

/** Copies findings. Their strings are slices of the text, which would keep the whole text in memory. */
function copies(diagnostics: Diagnostic[]): Diagnostic[] {
  const copied: Diagnostic[] = JSON.parse(JSON.stringify(diagnostics.slice(0, MAX_FINDINGS)));
  const [first] = copied;
  if (!first || diagnostics.length <= MAX_FINDINGS) return copied;
  const rest = createDiagnostic({
    ruleId: "yaml/too-complex",
    file: first.file,
    place: BEGINNING,
    message: `这个文件有 ${diagnostics.length} 个问题,只列出 ${MAX_FINDINGS} 个`,
    hint: "一份表格只有几百行,检查是不是选错了文件",
  });
  return [rest, ...copied];
}

/** Returns the form that a source names, by id. When it names none that exists, all forms, to suggest from. */
async function formsFor(source: Source, catalog: FormCatalog): Promise<Map<string, Form>> {
  const id = formReference(source.data)?.id;
  const named = id === undefined ? undefined : await catalog.open(id);
  const forms = named ? [named] : await openAll(catalog);
  return new Map(forms.map((form) => [form.id, form]));
}

/** Matches the line that names the form of a text, also in a text that cannot be read. */
const FORM_LINE = /^["'“]?表单["'”]?\s*[:：]([^#\r\n]+)/mu;

/** Finds the root field of the form that a text names. A text that names no form may be some other YAML. */
async function rootNamedIn(text: string, catalog: FormCatalog): Promise<Field | undefined> {
  const named = FORM_LINE.exec(withoutAnyInvisible(text))?.[1];
  if (named === undefined) return undefined;
  for (const form of await openAll(catalog)) {
    const kind = Object.keys(form.documents).find((each) => fold(`${form.id}/${each}`) === fold(named));
    if (kind !== undefined) return form.documents[kind]?.root;
  }
  return undefined;
}

/** Collects the keys of all forms. */
async function keysOf(catalog: FormCatalog): Promise<KnownKeys> {
  const kinds = (await openAll(catalog)).flatMap(({ documents }) => Object.values(documents));
  return knownKeys(kinds.map(({ root }) => root));
}

/** Counts the fields of a document that are still empty. */
function openFields(document: FormDocument): number {
  const { filled, total } = statusOf(document);
  return total - filled;
}
