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
import { normalise, removeBlanks } from "./normalise.js";
import { schemaProblems } from "./schema-problems.js";

export interface ValidateOptions {
  /** Rules to run, all of them unless told. */
  rules: readonly Rule[];
  /** Let unfilled fields pass. */
  draft?: boolean;
  /** Day to judge dates by, YYYY-MM-DD. */
  today: string;
}

/** `表单:` as typed and split into form id and document kind; undefined when there is none. */
export function formReference(data: Data): { typed: string; id: string; kind: string } | undefined {
  const named = valueAt(data, "/表单");
  if (typeof named !== "string") return undefined;
  const [id = "", kind = ""] = named.trim().split("/");
  return { typed: named, id, kind };
}

/**
 * Checks a document by itself. Never stops at the first problem.
 * @param forms the forms it may name, by id
 * @returns what was found, and the document unless it names none of them
 */
export function checkDocument(
  source: Source,
  forms: Map<string, Form>,
  options: ValidateOptions,
): { document?: FormDocument; diagnostics: Diagnostic[] } {
  const { document, refusal } = openDocument(source, forms);
  if (!document) return { diagnostics: [refusal] };
  const rules = options.rules.filter(({ compares }) => !compares);
  const found = checkRules([document], [document], { ...options, rules });
  // a rule that asks for a field says why; the schema need not ask for it again
  const asked = new Set(found.filter((each) => each.unfilled).map((each) => each.pointer));
  const inSchema = checkSchema(document, source, (pointer) => asked.has(pointer));
  const all = [...found, ...inSchema, ...findCurlyQuotes(source, document.kind.root)];
  return { document, diagnostics: withoutUnfilled(all, options) };
}

/**
 * Checks documents against each other: all that belong together, each by itself checked already.
 * @param documents as a `ComparisonIndex` restores them
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

function withoutUnfilled(found: Diagnostic[], { draft }: ValidateOptions): Diagnostic[] {
  return draft ? found.filter((each) => !each.unfilled) : found;
}

/** Sorts findings by file in the order the files were given, then by place. */
export function sortDiagnostics(diagnostics: Diagnostic[], files: string[]): Diagnostic[] {
  const order = new Map(files.map((file, index) => [file, index]));
  const rank = (each: Diagnostic) => order.get(each.file) ?? files.length;
  return [...diagnostics].sort((a, b) => rank(a) - rank(b) || comparePlaces(a.place, b.place));
}

function openDocument(
  source: Source,
  forms: Map<string, Form>,
): { document: FormDocument; refusal?: never } | { document?: never; refusal: Diagnostic } {
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
  const data = normalise(removeBlanks(source.data) ?? {}, kind.root) as FormDocument["data"];
  return { document: { source, form, kindName: named.kind, kind, data } };
}

function checkSchema({ kind, data }: FormDocument, source: Source, asked: (pointer: string) => boolean): Diagnostic[] {
  const errors = kind
    .check(data)
    .filter(
      (error) =>
        error.keyword !== "required" || !asked(joinPointer(error.instancePath, String(error.params.missingProperty))),
    );
  return schemaProblems(errors, kind.root, data).map(({ part, ...problem }) =>
    createDiagnostic({
      ...problem,
      file: source.file,
      place: source.locate(problem.pointer, part),
      clause: printedAt(kind, problem.pointer),
      fix: schemaFix(source, kind.root, problem),
    }),
  );
}

/** Where a field is printed, with its limit. */
function printedAt(kind: DocumentKind, pointer: string): string | undefined {
  const field = fieldAt(kind.root, pointer);
  return field && field.pointer !== "" ? `${kind.source}「${field.name}${limitNote(kind, field)}」` : undefined;
}

/** The limit of a text as the form words it: (不超过200字), (2000字以内). */
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

/** By field: the whole layout is searched for one, and the same texts are too long in many documents. */
const limitNotes = new WeakMap<Field, string>();

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
  lookUp(found.map(({ finding }) => finding));
  return found.map(({ rule, clause, finding }) => {
    // a limit is printed beside its field, which says more than the general sentence
    const printed = finding.excess && printedAt(kind, finding.pointer);
    return toDiagnostic(finding, rule, printed ?? clauseText(form, kind, clause));
  });
}

/** Looks up the places of each file together: in turns with those of other files, each would be read many times. */
function lookUp(findings: Finding[]): void {
  const bySource = new Map<Locator, Located[]>();
  const asked = findings.filter(({ excess }) => !excess);
  for (const each of asked.flatMap((finding): Located[] => [finding, ...(finding.related ?? [])])) {
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

/** What has a place: a finding, or something related to it. */
type Located = Pick<Finding, "document" | "pointer" | "excess" | "part">;

function locate({ document, pointer, excess, part }: Located): Place {
  if (excess) return document.source.locateText(pointer, excess.printed, excess.from);
  return document.source.locate(pointer, splitPointer(pointer).length === 0 ? "key" : part);
}
