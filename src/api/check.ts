import { ComparisonIndex } from "../check/comparison-index.js";
import { compareDocuments, sortDiagnostics } from "../check/validate.js";
import { applyWaivers } from "../check/waivers.js";
import type { InputFile } from "../io/files/find-files.js";
import { type FileText, readInput } from "../io/files/read-files.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { DocumentKind, Form } from "../model/form.js";
import type { Report } from "../model/report.js";
import { rules } from "../rules/index.js";
import { truncate } from "../text/truncate.js";
import { lazyLocator, readSource } from "../yaml/read-source.js";
import { openForms } from "./forms.js";
import { type Look, type LookOptions, looker } from "./look.js";
import { lookAtFiles } from "./look-at-files.js";

export interface CheckOptions extends LookOptions {
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
  const look = looker(options, true);
  const looks: Look[] = [];
  for (const text of texts) looks.push(await look(text));
  const byFile = new Map(texts.map(({ file, text }) => [file, text]));
  return conclude(looks, (file) => byFile.get(file), options);
}

/**
 * Checks files one by one and against each other. A file is read when its turn comes, and again when a line of it is
 * to be shown: no more than one is held at a time.
 * @param found what `findFiles` found
 * @param options with `onlyFindings`, documents keep no more than what rules compare of them
 * @returns the report, and whether something could not be read, which is among its findings
 * @throws {FormError} when a form's own files are wrong
 */
export async function checkFiles(
  found: InputFile[],
  { onlyFindings = false, ...options }: Omit<CheckOptions, "problems"> & { onlyFindings?: boolean },
): Promise<Report & { unreadable: boolean }> {
  const looked = await lookAtFiles(found, options, !onlyFindings);
  const looks = looked.flatMap(({ look }) => look ?? []);
  const unreadable = looked.flatMap(({ trouble }) => trouble ?? []);
  const byFile = new Map(found.map((each) => [each.file, each]));
  const textOf = (file: string) => {
    const each = byFile.get(file);
    return each && readInput(each).text?.text;
  };
  const report = await conclude(looks, textOf, options);
  return {
    ...report,
    files: [...unreadable.map(({ file }) => file), ...report.files],
    diagnostics: [...unreadable, ...report.diagnostics],
    unreadable: unreadable.length > 0 || looks.length === 0,
  };
}

type TextOf = (file: string) => string | undefined;

/** Holds against each other what was looked at, and puts together what was found. */
async function conclude(looks: Look[], textOf: TextOf, options: CheckOptions): Promise<Report> {
  const { draft, today, forms: folders = [], problems = [], waivers } = options;
  const forms = await openForms(new Set(looks.flatMap(({ document }) => document?.formId ?? [])), folders);
  const keeper = new ComparisonIndex(rules);
  const opened = looks.flatMap(({ file, document }) => {
    if (!document) return [];
    const { formId, kindName, kept, data } = document;
    const form = forms.get(formId) as Form;
    const kind = form.documents[kindName] as DocumentKind;
    const named = { source: lazyLocator(file, () => textOf(file)), form, kindName, kind };
    const comparable = keeper.restore(named, kept);
    return { comparable, document: data ? { ...named, data } : comparable };
  });
  const compared = compareDocuments(
    opened.map(({ comparable }) => comparable),
    { rules, draft, today },
  );
  const found = [...problems, ...looks.flatMap(({ diagnostics }) => diagnostics), ...compared];
  const files = looks.map(({ file }) => file);
  const { waived, ...remaining } = waivers
    ? afterWaivers(found, waivers, files, today)
    : { waived: 0, diagnostics: found };
  return {
    files,
    texts: { get: (file) => (file === waivers?.file ? waivers.text : textOf(file)) },
    documents: opened.map(({ document }) => document),
    diagnostics: sortDiagnostics(remaining.diagnostics.map(readable), files),
    ...(waived > 0 && { waived }),
    ...(draft && {
      remaining: new Map(
        looks.flatMap(({ file, open }): [string, number][] => (open === undefined ? [] : [[file, open]])),
      ),
    }),
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
    message: truncate(message, MESSAGE),
    ...(hint !== undefined && { hint: truncate(hint, MESSAGE) }),
    related: related.map((place) => ({ ...place, message: truncate(place.message, MESSAGE) })),
  };
}

/**
 * Which files of a git repository changed since it left a branch, tag or commit, or are new.
 * @param folder in the repository; the names asked about are relative to it
 * @throws {GitError} when git cannot tell
 */
export async function changedFiles(since: string, folder: string): Promise<(file: string) => boolean> {
  const { changedFiles: find } = await import("../io/git/changed-files.js");
  return find(since, folder);
}
