import { ComparisonIndex } from "../check/comparison-index.js";
import { withEntries } from "../check/typed-lists.js";
import { compareDocuments, sortDiagnostics } from "../check/validate.js";
import { applyWaivers } from "../check/waivers.js";
import { isDamaged, withoutFix } from "../fix/settle-fixes.js";
import { createDiagnostic, type Diagnostic } from "../model/diagnostic.js";
import type { FormDocument } from "../model/document.js";
import { FormError } from "../model/errors.js";
import type { DocumentKind } from "../model/form.js";
import type { FormCatalog } from "../model/form-catalog.js";
import { type FileText, type Input, textInput, type WaiversText, type WordBytes } from "../model/input.js";
import { BEGINNING } from "../model/place.js";
import type { Report } from "../model/report.js";
import { rules } from "../rules/index.js";
import { truncate } from "../text/truncate.js";
import { lazyLocator, readSource } from "../yaml/read-source.js";
import { locatorInCells } from "./at-cells.js";
import { type CheckedText, type CheckOptions, textChecker } from "./check-one.js";

export type { CheckOptions } from "./check-one.js";

/** How several texts are checked together. */
export interface CheckAllOptions extends CheckOptions {
  /** The file that lists the waived findings. */
  waivers?: WaiversText | undefined;
  /** Findings about other files that were read, such as the file of waivers. */
  problems?: Diagnostic[] | undefined;
  /** Return only findings. Of each document, only the fields that rules compare are kept, which saves memory. */
  onlyFindings?: boolean | undefined;
  /** Called with an error that is a bug of ours and became the finding of one file. */
  onDefect?: ((error: unknown) => void) | undefined;
}

/**
 * Checks texts one by one and against each other. An input is read when its turn comes, and again when one of its lines
 * must be shown, so only one text is in memory at a time.
 * @param inputs YAML texts, or functions that read them, with the file names to report
 * @returns all findings. No findings and `unreadable: false` mean that every text was checked and has no problem
 * @throws {FormError} when a form's own files are wrong
 */
export async function check(inputs: readonly (Input | FileText)[], options: CheckAllOptions): Promise<Report> {
  const given = inputs.map((input) => ("read" in input ? input : textInput(input)));
  const checkText = textChecker(options, !options.onlyFindings);
  const checked: CheckedText[] = [];
  const unreadable: Diagnostic[] = [];
  const wordTexts = new Map<string, FileText>();
  for (const input of given) {
    const read = input.read();
    const { text, problems, problem } = read.word ? await wordText(read.word, options.forms) : read;
    if (text?.cells) wordTexts.set(text.file, options.onlyFindings ? withoutPictures(text) : text);
    if (problem) {
      unreadable.push(problem);
      continue;
    }
    try {
      const found = await checkText(text);
      // a damaged file is never written, so no fix is offered for it
      const own = isDamaged(problems) ? found.diagnostics.map(withoutFix) : found.diagnostics;
      checked.push({ ...found, diagnostics: [...problems, ...own] });
    } catch (error) {
      // the files of a form concern every document
      if (error instanceof FormError) throw error;
      options.onDefect?.(error);
      unreadable.push(notChecked(input.file, error));
    }
  }
  const byFile = new Map(given.map((input) => [input.file, input]));
  const textOf = (file: string) => wordTexts.get(file)?.text ?? byFile.get(file)?.read().text?.text;
  const report = await conclude(checked, textOf, options, wordTexts);
  return {
    ...report,
    files: [...unreadable.map(({ file }) => file), ...report.files],
    diagnostics: [...unreadable, ...report.diagnostics],
    unreadable: unreadable.length > 0 || checked.length === 0,
  };
}

/** Lets go of the pictures of a Word file, when only what was found is wanted. */
function withoutPictures({ cells, ...text }: FileText): FileText {
  return { ...text, ...(cells && { cells: { ...cells, picture: () => undefined } }) };
}

/** Reads a Word file. What reads it is loaded only when there is one. */
async function wordText(word: WordBytes, forms: FormCatalog) {
  const { readWordText } = await import("./read-word.js");
  return readWordText(word, forms);
}

/** Makes the finding for a file whose checking failed because of a bug of ours: the others are checked all the same. */
function notChecked(file: string, error: unknown): Diagnostic {
  const reason = error instanceof Error ? error.message : String(error);
  return createDiagnostic({
    ruleId: "file/not-checked",
    file,
    place: BEGINNING,
    message: `检查这个文件时 ptc 出错了,没有检查完:${reason}`,
    hint: "这是程序的缺陷:把这条消息和文件(去掉个人信息)报告给维护者",
  });
}

/** Returns the text of a file; undefined when it cannot be read. */
type TextOf = (file: string) => string | undefined;

/** Compares the checked documents with each other, applies the waivers, and collects all findings in a report. */
async function conclude(
  checked: CheckedText[],
  textOf: TextOf,
  options: CheckAllOptions,
  wordTexts: ReadonlyMap<string, FileText>,
): Promise<Omit<Report, "unreadable">> {
  const { draft, today, waivers, problems = [] } = options;
  const index = new ComparisonIndex(rules);
  const opened = checked.flatMap(({ file, document }) => {
    if (!document) return [];
    const { form, kindName, compared, data } = document;
    const kind = form.documents[kindName] as DocumentKind;
    const inText = lazyLocator(
      file,
      () => textOf(file),
      (read) => withEntries(read, kind.root),
    );
    const source = locatorInCells(inText, wordTexts.get(file)?.cells);
    const named = { source, form, kindName, kind };
    const comparable = index.restore(named, compared);
    return { comparable, document: data ? ({ ...named, data } satisfies FormDocument) : comparable };
  });
  const compared = compareDocuments(
    opened.map(({ comparable }) => comparable),
    { rules, draft, today },
  );
  const found = [...problems, ...checked.flatMap(({ diagnostics }) => diagnostics), ...compared];
  const files = checked.map(({ file }) => file);
  const { waived, diagnostics } = waivers
    ? await afterWaivers(found, waivers, files, today)
    : { waived: 0, diagnostics: found };
  return {
    files,
    // a Word file has no lines to show
    texts: { get: (file) => (file === waivers?.file ? waivers.text : wordTexts.has(file) ? undefined : textOf(file)) },
    documents: opened.map(({ document }) => document),
    diagnostics: sortDiagnostics(diagnostics.map(withBoundedMessages), files),
    ...(waived > 0 && { waived }),
    ...(waivers && { waivers: waivers.file }),
    ...(draft && {
      remaining: new Map(
        checked.flatMap(({ file, open }): [string, number][] => (open === undefined ? [] : [[file, open]])),
      ),
    }),
  };
}

/** Removes the waived findings, and adds what is wrong with the waivers themselves. */
async function afterWaivers(found: Diagnostic[], { file, text, nameOf }: WaiversText, files: string[], today: string) {
  const { source, ...read } = await readSource(file, text);
  // fixes are for forms only
  const problems = read.problems.map(withoutFix);
  if (!source) return { diagnostics: [...found, ...problems], waived: 0 };
  const applied = applyWaivers(found, { source, nameOf }, { files, rules: rules.map(({ id }) => id), today });
  return { ...applied, diagnostics: [...applied.diagnostics, ...problems] };
}

/** Maximum length of a message. A longer one quotes a text that was typed by mistake where a name belongs. */
const MAX_MESSAGE = 1000;

/** Shortens messages that quote a very long key or name. */
function withBoundedMessages(diagnostic: Diagnostic): Diagnostic {
  const { message, hint, related } = diagnostic;
  if (Math.max(message.length, hint?.length ?? 0, ...related.map((place) => place.message.length)) <= MAX_MESSAGE)
    return diagnostic;
  return {
    ...diagnostic,
    message: truncate(message, MAX_MESSAGE),
    ...(hint !== undefined && { hint: truncate(hint, MAX_MESSAGE) }),
    related: related.map((place) => ({ ...place, message: truncate(place.message, MAX_MESSAGE) })),
  };
}
