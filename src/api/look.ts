import { type ComparedFields, ComparisonIndex } from "../check/comparison-index.js";
import { markupProblems, pictureProblems } from "../check/narrative-problems.js";
import { checkDocument, formReference } from "../check/validate.js";
import { type KnownKeys, knownKeys } from "../form/known-keys.js";
import type { FileText } from "../io/files/read-files.js";
import type { FormsFolder } from "../io/forms/load-form.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { FormDocument, Source } from "../model/document.js";
import type { Form } from "../model/form.js";
import type { FindPicture } from "../model/picture.js";
import { rules } from "../rules/index.js";
import { statusOf } from "../views/status.js";
import { readSource } from "../yaml/read-source.js";
import { allForms, formsFor } from "./forms.js";

export interface LookOptions {
  /** Let unfilled fields pass and count them. */
  draft?: boolean;
  /** Day to judge dates by, YYYY-MM-DD. */
  today: string;
  /** Folders with further forms; they come before the package's own. */
  forms?: FormsFolder[];
  /** The process does nothing else: V8 may be set to suit a run over many files. */
  ownProcess?: boolean;
  /** Folder the names of the texts are relative to. With it, the pictures they ask for are looked for. */
  folder?: string;
}

/** What a text tells by itself: plain data, which a thread can hand to another. */
export interface Look {
  file: string;
  diagnostics: Diagnostic[];
  /** What it is, when it names a form, and what to compare it by. Its data only where that is asked for. */
  document?: { formId: string; kindName: string; kept: ComparedFields; data?: FormDocument["data"] };
  /** Draft only: how many fields are still empty. */
  open?: number;
}

/**
 * Makes the function that looks at texts, one after the other. What it needs to know of forms and pictures it
 * keeps, of the texts nothing.
 * @param whole whether to hand over a document's data
 * @throws {FormError} when a form's own files are wrong
 */
export function looker(options: LookOptions, whole: boolean): (text: FileText) => Promise<Look> {
  const { draft, forms: folders = [] } = options;
  const keeper = new ComparisonIndex(rules);
  const forms = new Map<string | undefined, Promise<Map<string, Form>>>();
  const formsOf = (source: Source) => {
    const id = formReference(source.data)?.id;
    const opened = forms.get(id) ?? formsFor([source], folders);
    forms.set(id, opened);
    return opened;
  };
  let keys: Promise<KnownKeys> | undefined;
  let find: Promise<FindPicture> | undefined;

  async function read({ file, text }: FileText) {
    const first = readSource(file, text);
    if (first.source) return first;
    // where a text does not parse, the fields of all forms tell which of its lines are meant to be fields
    keys ??= allKeys(folders);
    return readSource(file, text, await keys);
  }

  /** Most documents have no pictures, and then nothing is loaded for them. */
  async function aboutPictures(document: FormDocument, text: string): Promise<Diagnostic[]> {
    if (options.folder === undefined || !/[!！][[［【]/u.test(text)) return [];
    find ??= pictures(options.folder);
    return pictureProblems(document, await find);
  }

  return async (text) => {
    const { source, problems } = await read(text);
    if (!source) return { file: text.file, diagnostics: problems };
    const { document, diagnostics } = checkDocument(source, await formsOf(source), { ...options, rules });
    const found = [...problems, ...diagnostics];
    if (!document) return { file: text.file, diagnostics: found };
    const { filled, total } = draft ? statusOf(document) : { filled: 0, total: 0 };
    return {
      file: text.file,
      diagnostics: [...found, ...(await aboutPictures(document, text.text)), ...markupProblems(document)],
      document: {
        formId: document.form.id,
        kindName: document.kindName,
        kept: keeper.extract(document),
        ...(whole && { data: document.data }),
      },
      ...(draft && { open: total - filled }),
    };
  };
}

async function allKeys(folders: FormsFolder[]): Promise<KnownKeys> {
  const kinds = (await allForms(folders)).flatMap(({ documents }) => Object.values(documents));
  return knownKeys(kinds.map(({ root }) => root));
}

async function pictures(folder: string): Promise<FindPicture> {
  const { pictureFinder } = await import("../io/files/find-picture.js");
  return pictureFinder(folder);
}
