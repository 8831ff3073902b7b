import { ComparisonIndex } from "../check/comparison-index.js";
import { compareDocuments, sortDiagnostics } from "../check/validate.js";
import { applyWaivers } from "../check/waivers.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { FormDocument } from "../model/document.js";
import type { DocumentKind } from "../model/form.js";
import { type FileText, type Input, textInput, type WaiversText } from "../model/input.js";
import type { Report } from "../model/report.js";
import { rules } from "../rules/index.js";
import { truncate } from "../text/truncate.js";
import { lazyLocator, readSource } from "../yaml/read-source.js";
import { type CheckedText, type CheckOptions, textChecker } from "./check-one.js";

export type { CheckOptions } from "./check-one.js";

/** How many texts are checked together. */
export interface CheckAllOptions extends CheckOptions {
  /** The file that says which findings are waived. */
  waivers?: WaiversText;
  /** What was found while other files were read, such as that of the waivers. */
  problems?: Diagnostic[];
  /** Only the findings are wanted: of each document no more is kept than what rules compare it by. */
  onlyFindings?: boolean;
}

/**
 * Checks texts one by one and against each other. An input is read when its turn comes, and again when a line of it is
 * to be shown; no more than one is held at a time.
 * @param inputs YAML texts, or what reads them, with the names to report them by
 * @returns every finding; none means that every text was checked and is clean
 * @throws {FormError} when a form's own files are wrong
 */
export async function check(inputs: readonly (Input | FileText)[], options: CheckAllOptions): Promise<Report> {
  const given = inputs.map((input) => ("read" in input ? input : textInput(input)));
  const checkText = textChecker(options, !options.onlyFindings);
  const checked: CheckedText[] = [];
  const unreadable: Diagnostic[] = [];
  for (const input of given) {
    const { text, problems, problem } = input.read();
    if (problem) unreadable.push(problem);
    else {
      const found = await checkText(text);
      checked.push({ ...found, diagnostics: [...problems, ...found.diagnostics] });
    }
  }
  const byFile = new Map(given.map((input) => [input.file, input]));
  const report = await conclude(checked, (file) => byFile.get(file)?.read().text?.text, options);
  return {
    ...report,
    files: [...unreadable.map(({ file }) => file), ...report.files],
    diagnostics: [...unreadable, ...report.diagnostics],
    unreadable: unreadable.length > 0 || checked.length === 0,
  };
}

type TextOf = (file: string) => string | undefined;

/** Compares what was checked with each other, and puts together what was found. */
async function conclude(
  checked: CheckedText[],
  textOf: TextOf,
  options: CheckAllOptions,
): Promise<Omit<Report, "unreadable">> {
  const { draft, today, waivers, problems = [] } = options;
  const index = new ComparisonIndex(rules);
  const opened = checked.flatMap(({ file, document }) => {
    if (!document) return [];
    const { form, kindName, compared, data } = document;
    const kind = form.documents[kindName] as DocumentKind;
    const named = { source: lazyLocator(file, () => textOf(file)), form, kindName, kind };
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
    texts: { get: (file) => (file === waivers?.file ? waivers.text : textOf(file)) },
    documents: opened.map(({ document }) => document),
    diagnostics: sortDiagnostics(diagnostics.map(bounded), files),
    ...(waived > 0 && { waived }),
    ...(draft && {
      remaining: new Map(
        checked.flatMap(({ file, open }): [string, number][] => (open === undefined ? [] : [[file, open]])),
      ),
    }),
  };
}

async function afterWaivers(found: Diagnostic[], { file, text, nameOf }: WaiversText, files: string[], today: string) {
  const { source, problems } = await readSource(file, text);
  if (!source) return { diagnostics: [...found, ...problems], waived: 0 };
  const applied = applyWaivers(found, { source, nameOf }, { files, rules: rules.map(({ id }) => id), today });
  return { ...applied, diagnostics: [...applied.diagnostics, ...problems] };
}

/** Longest message, with what it quotes. What is longer was typed as a name and is none, and nobody reads on. */
const MAX_MESSAGE = 1000;

/** Cuts messages that quote a key or a name as long as a book. */
function bounded(diagnostic: Diagnostic): Diagnostic {
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
