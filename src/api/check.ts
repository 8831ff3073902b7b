import { knownKeys } from "../core/known-keys.js";
import { markupProblems, pictureProblems } from "../core/narrative-problems.js";
import { readSource } from "../core/source.js";
import { statusOf } from "../core/status.js";
import { sorted, validate } from "../core/validate.js";
import { applyWaivers } from "../core/waivers.js";
import type { FormsFolder } from "../io/load-form.js";
import type { FileText } from "../io/read-files.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { FormDocument } from "../model/document.js";
import type { Report } from "../model/report.js";
import type { Status } from "../model/status.js";
import { rules } from "../rules/index.js";
import { shorten } from "../text/shorten.js";
import { allForms, formsFor } from "./forms.js";

export interface CheckOptions {
  /** Let unfilled fields pass and count them. */
  draft?: boolean;
  /** Day to judge dates by, YYYY-MM-DD. */
  today: string;
  /** Folders with further forms; they come before the package's own. */
  forms?: FormsFolder[];
  /** Folder the names of the texts are relative to. With it, the pictures they ask for are looked for. */
  folder?: string;
  /** What was found while the texts were read. */
  problems?: Diagnostic[];
  /** The file that says which findings are waived. */
  waivers?: WaiversText;
}

/** A file of waivers. */
export interface WaiversText extends FileText {
  /** How it names a file that the report names otherwise. */
  nameOf(file: string): string;
}

/**
 * Checks texts one by one and against each other.
 * @param texts YAML texts with the names to report them by
 * @returns every finding; none means that every text was checked and is clean
 * @throws {FormError} when a form's own files are wrong
 */
export async function check(texts: FileText[], options: CheckOptions): Promise<Report> {
  const { draft, today, folder, forms: folders = [], problems: earlier = [], waivers } = options;
  const read = await readAll(texts, folders);
  const sources = read.flatMap(({ source }) => source ?? []);
  const { documents, diagnostics } = validate(sources, await formsFor(sources, folders), { rules, draft, today });
  const pictures = folder === undefined ? [] : await aboutPictures(documents, folder);
  const markup = documents.flatMap(markupProblems);
  const found = [...earlier, ...read.flatMap(({ problems }) => problems), ...diagnostics, ...pictures, ...markup];
  const files = texts.map(({ file }) => file);
  const { waived, ...remaining } = waivers
    ? afterWaivers(found, waivers, files, today)
    : { waived: 0, diagnostics: found };
  return {
    files,
    texts: new Map([...texts, ...(waivers ? [waivers] : [])].map(({ file, text }) => [file, text])),
    documents,
    diagnostics: sorted(remaining.diagnostics.map(readable), files),
    ...(waived > 0 && { waived }),
    ...(draft && { remaining: new Map(documents.map((document) => [document.source.file, open(statusOf(document))])) }),
  };
}

function afterWaivers(found: Diagnostic[], { file, text, nameOf }: WaiversText, files: string[], today: string) {
  const { source, problems } = readSource(file, text);
  if (!source) return { diagnostics: [...found, ...problems], waived: 0 };
  const applied = applyWaivers(found, { source, nameOf }, { files, rules: rules.map(({ id }) => id), today });
  return { ...applied, diagnostics: [...applied.diagnostics, ...problems] };
}

/** Longest message, with what it quotes; above it what was typed is no name, and nobody reads on. */
const MESSAGE = 1000;

/** Where a key or a name is as long as a book, says the most of it. */
function readable(diagnostic: Diagnostic): Diagnostic {
  const { message, hint, related } = diagnostic;
  if (Math.max(message.length, hint?.length ?? 0, ...related.map((place) => place.message.length)) <= MESSAGE)
    return diagnostic;
  return {
    ...diagnostic,
    message: shorten(message, MESSAGE),
    ...(hint !== undefined && { hint: shorten(hint, MESSAGE) }),
    related: related.map((place) => ({ ...place, message: shorten(place.message, MESSAGE) })),
  };
}

/** Reads texts. Where one does not parse, the fields of all forms tell which of its lines are meant to be fields. */
async function readAll(texts: FileText[], folders: FormsFolder[]): Promise<ReturnType<typeof readSource>[]> {
  const read = texts.map(({ file, text }) => readSource(file, text));
  if (read.every(({ source }) => source)) return read;
  const kinds = (await allForms(folders)).flatMap(({ documents }) => Object.values(documents));
  const keys = knownKeys(kinds.map(({ root }) => root));
  return texts.map(({ file, text }, index) => {
    const first = read[index] as ReturnType<typeof readSource>;
    return first.source ? first : readSource(file, text, keys);
  });
}

/** Most documents have no pictures, and then nothing is loaded for them. */
async function aboutPictures(documents: FormDocument[], folder: string): Promise<Diagnostic[]> {
  const asking = documents.filter(({ source }) => /[!！][[［【]/u.test(source.text));
  if (asking.length === 0) return [];
  const { pictureFinder } = await import("../io/find-picture.js");
  const find = pictureFinder(folder);
  return asking.flatMap((document) => pictureProblems(document, find));
}

function open({ filled, total }: Status): number {
  return total - filled;
}

/**
 * Which files of a git repository changed since it left a branch, tag or commit, or are new.
 * @param folder in the repository; the names asked about are relative to it
 * @throws {GitError} when git cannot tell
 */
export async function changedFiles(since: string, folder: string): Promise<(file: string) => boolean> {
  const { changedFiles: find } = await import("../io/changed-files.js");
  return find(since, folder);
}
