import { choiceFix, schemaFix } from "../fix/schema-fixes.js";
import { type Clause, clauseText } from "../model/clause.js";
import { createDiagnostic, type Diagnostic, type Fix } from "../model/diagnostic.js";
import type { Data, FormDocument, Locator, Source } from "../model/document.js";
import { type Field, fieldAt, layoutPointer } from "../model/field.js";
import type { DocumentKind, Form } from "../model/form.js";
import { layoutLines } from "../model/layout.js";
import { comparePlaces, type Place } from "../model/place.js";
import type { Finding, Rule } from "../model/rule.js";
import { closestMatches, didYouMean } from "../text/did-you-mean.js";
import { joinPointer, splitPointer, valueAt } from "../text/json-pointer.js";
import { findCurlyQuotes } from "../yaml/curly-quotes.js";
import { blankUnknownKeys } from "./blank-unknown-keys.js";
import { findFieldsInTexts } from "./fields-in-texts.js";
import { findHintsInTexts } from "./hints-in-texts.js";
import { normalise, removeBlanks } from "./normalise.js";
import { schemaProblems } from "./schema-problems.js";
import { findTextInComments } from "./text-in-comments.js";
import { locateEntries, type SourceTyping, typingOf } from "./typed-lists.js";
import { wordlessTexts } from "./wordless-texts.js";

/** How documents are checked. */
export interface ValidateOptions {
  /** The rules to run. */
  rules: readonly Rule[];
  /** Accept fields that are not filled in yet. */
  draft?: boolean | undefined;
  /** The day that counts as today when dates are checked, YYYY-MM-DD. */
  today: string;
}

/** Reads the field `表单`, and splits it into form id and kind of document. @returns undefined when it is missing */
export function formReference(data: Data): { typed: string; id: string; kind: string } | undefined {
  const named = valueAt(data, "/表单");
  if (typeof named !== "string") return undefined;
  const [id = "", kind = ""] = named.trim().split("/");
  return { typed: named, id, kind };
}

/**
 * Checks one document by itself and reports all of its problems.
 * @param forms the forms that it may name, by id
 * @returns the findings, and the document; no document when it names none of the forms. `readByLine` has the lists
 * that YAML reads as one line and that were read line by line: where each begins and ends
 */
export function checkDocument(
  source: Source,
  forms: Map<string, Form>,
  options: ValidateOptions,
): { document?: FormDocument; diagnostics: Diagnostic[]; readByLine?: ReadonlyMap<number, number> } {
  const { document, refusal, opened } = openDocument(source, forms);
  if (!document) return { diagnostics: [refusal] };
  const rules = options.rules.filter(({ compares }) => !compares);
  const found = checkRules([document], [document], { ...options, rules });
  // when a rule demands a field, it says why, so the schema's demand for the same field is left out
  const demanded = new Set(found.filter((each) => each.unfilled).map((each) => each.pointer));
  const { root } = document.kind;
  const aboutHints = [...findTextInComments(source, root), ...findHintsInTexts(source, root)];
  // a value that is lost, or has a hint in it, needs no second message
  const said = new Set(aboutHints.map(({ pointer }) => pointer));
  const inSchema = checkSchema(document, opened, (pointer) => demanded.has(pointer) || said.has(pointer));
  const all = [
    ...found,
    ...inSchema.filter(({ pointer }) => !said.has(pointer)),
    ...aboutHints,
    ...findCurlyQuotes(source, root),
    ...findFieldsInTexts(source, root),
    ...wordlessTexts(document),
  ];
  return { document, diagnostics: withoutUnfilled(all, options), readByLine: opened.readByLine };
}

/**
 * Checks documents against each other. Each must have been checked by itself before.
 * @param documents all that were given together, as a `ComparisonIndex` restores them
 */
export function compareDocuments(documents: FormDocument[], options: ValidateOptions): Diagnostic[] {
  const rules = options.rules.filter(({ compares }) => compares);
  const kinds = [...new Set(documents.map(({ kind }) => kind))];
  const ofKind = (kind: DocumentKind) => documents.filter((document) => document.kind === kind);
  return withoutUnfilled(
    kinds.flatMap((kind) => checkRules(ofKind(kind), documents, { ...options, rules })),
    options,
  );
}

/** Removes the findings about unfilled fields when drafts are checked (`--draft`). */
function withoutUnfilled(found: Diagnostic[], { draft }: ValidateOptions): Diagnostic[] {
  return draft ? found.filter((each) => !each.unfilled) : found;
}

/** Returns the findings sorted by file, in the order in which the files were given, and then by place. */
export function sortDiagnostics(diagnostics: Diagnostic[], files: string[]): Diagnostic[] {
  const order = new Map(files.map((file, index) => [file, index]));
  const rank = (each: Diagnostic) => order.get(each.file) ?? files.length;
  return [...diagnostics].sort((a, b) => rank(a) - rank(b) || comparePlaces(a.place, b.place));
}

/** The source of a document, which also finds the entries of its lists, and what was noticed when it was normalised. */
interface OpenedSource extends Pick<SourceTyping, "keysInText" | "readByLine"> {
  source: Source;
}

/** Finds the form that a source names, and normalises its data. @returns the document, or why it cannot be checked */
function openDocument(
  source: Source,
  forms: Map<string, Form>,
):
  | { document: FormDocument; opened: OpenedSource; refusal?: never }
  | { document?: never; opened?: never; refusal: Diagnostic } {
  const at = { file: source.file, pointer: "/表单", place: source.locate("/表单") };
  const refuse = (ruleId: "form/missing" | "form/unknown", message: string, hint: string, fix?: Fix) => ({
    refusal: createDiagnostic({ ruleId, ...at, message, hint, fix }),
  });
  const known = [...forms.values()].flatMap((form) => Object.keys(form.documents).map((kind) => `${form.id}/${kind}`));
  const named = formReference(source.data);
  if (!named)
    return refuse(
      "form/missing",
      "没有写“表单:”,不知道填的是哪张表,没有检查",
      `在第一行写:表单: ${known[0] ?? "编号/种类"}`,
    );
  const form = forms.get(named.id);
  const kind = form && Object.hasOwn(form.documents, named.kind) ? form.documents[named.kind] : undefined;
  if (!form || !kind) {
    return refuse(
      "form/unknown",
      `没有“${named.typed}”这张表,没有检查`,
      didYouMean(closestMatches(named.typed, known)) ?? `可以写:${known.join("、")}`,
      choiceFix(source, "/表单", named.typed, known),
    );
  }
  const typing = typingOf(source);
  const data = normalise(removeBlanks(source.data) ?? {}, kind.root, typing) as FormDocument["data"];
  const entries = locateEntries(source, typing.origins);
  const document = { source: entries, form, kindName: named.kind, kind, data };
  return { document, opened: { ...typing, source: entries } };
}

/** Checks a document against its schema. @param isDemanded tells whether a rule already demands a missing field */
function checkSchema(
  { kind, data }: FormDocument,
  { source, keysInText }: OpenedSource,
  isDemanded: (pointer: string) => boolean,
): Diagnostic[] {
  const errors = kind
    .check(data)
    .filter(
      (error) =>
        !keysInText.has(error.instancePath) &&
        (error.keyword !== "required" ||
          !isDemanded(joinPointer(error.instancePath, String(error.params.missingProperty)))),
    );
  for (const [instancePath, key] of keysInText) errors.push({ keyword: "shorthand", instancePath, params: { key } });
  errors.push(...blankUnknownKeys(kind.root, source.data));
  return schemaProblems(errors, kind.root, data).map(({ part, isPersonalKey, ...problem }) =>
    createDiagnostic({
      ...problem,
      ...(isPersonalKey && { pointer: problem.pointer.slice(0, problem.pointer.lastIndexOf("/")) }),
      file: source.file,
      place: source.locate(problem.pointer, part),
      clause: printedAt(kind, problem.pointer),
      fix: schemaFix(source, kind.root, problem),
    }),
  );
}

/** Names the place in the notice where a field is printed, with its limit. */
function printedAt(kind: DocumentKind, pointer: string): string | undefined {
  const field = fieldAt(kind.root, pointer);
  return field && field.pointer !== "" ? `${kind.source}「${field.name}${limitNote(kind, field)}」` : undefined;
}

/** Returns the limit of a narrative in the words of the form: (不超过200字), (2000字以内). */
function limitNote({ layout }: DocumentKind, field: Field): string {
  const { wordLimit, parent } = field;
  if (wordLimit === undefined || !parent || !layout) return "";
  const known = limitNotes.get(field);
  if (known !== undefined) return known;
  const [own, above] = [field, parent].map(layoutPointer);
  const line = layoutLines(layout).find(({ value, each }) => [value].flat().includes(own) || each === above);
  const note = line?.limit?.replace("{n}", String(wordLimit)) ?? "";
  limitNotes.set(field, note);
  return note;
}

/** Cache by field, because finding a limit takes a search of the whole layout, and many documents need the same one. */
const limitNotes = new WeakMap<Field, string>();

/**
 * Runs rules over documents of one kind.
 * @param given documents of all kinds, for rules that compare
 */
function checkRules(documents: FormDocument[], given: FormDocument[], { rules, today }: ValidateOptions): Diagnostic[] {
  const [first] = documents;
  if (!first) return [];
  const { form, kind } = first;
  const all = given.filter((document) => document.form === form);
  const found: { rule: Rule; clause: Clause; finding: Finding }[] = [];
  for (const rule of rules) {
    const setting = kind.rules[rule.id];
    if (!setting) continue;
    for (const finding of rule.check({ documents, all, form, with: (setting.with ?? {}) as never, today }))
      found.push({ rule, clause: setting.clause, finding });
  }
  locateByFile(found.map(({ finding }) => finding));
  return found.map(({ rule, clause, finding }) => {
    // for a text that is too long, the limit printed beside its field says more than the general clause
    const printed = finding.excess && printedAt(kind, finding.pointer);
    return toDiagnostic(finding, rule, printed ?? clauseText(form, kind, clause));
  });
}

/** Finds the places file by file. In any other order, each file would be read many times, as only one is kept. */
function locateByFile(findings: Finding[]): void {
  const bySource = new Map<Locator, Located[]>();
  const withoutExcess = findings.filter(({ excess }) => !excess);
  for (const each of withoutExcess.flatMap((finding): Located[] => [finding, ...(finding.related ?? [])])) {
    const { source } = each.document;
    bySource.set(source, bySource.get(source) ?? []);
    bySource.get(source)?.push(each);
  }
  for (const each of bySource.values()) each.forEach(locate);
}

function toDiagnostic(finding: Finding, rule: Rule, clause: string): Diagnostic {
  const { document, pointer, message, hint, unfilled } = finding;
  return createDiagnostic({
    ruleId: rule.id,
    severity: rule.severity,
    file: document.source.file,
    pointer,
    place: locate(finding),
    message,
    hint,
    clause,
    related: (finding.related ?? []).map((other) => ({
      file: other.document.source.file,
      place: locate(other),
      message: other.message,
    })),
    unfilled,
  });
}

/** Something that has a place: a finding, or a place related to it. */
type Located = Pick<Finding, "document" | "pointer" | "excess" | "part">;

/** Finds the place of a finding in its file. */
function locate({ document, pointer, excess, part }: Located): Place {
  if (excess) return document.source.locateText(pointer, excess.printed, excess.from);
  return document.source.locate(pointer, splitPointer(pointer).length === 0 ? "key" : part);
}
