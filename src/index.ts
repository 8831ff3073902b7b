import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { blankYaml } from "./core/blank.js";
import { builtinChecks } from "./core/builtin-checks.js";
import { checklistOf } from "./core/checklist.js";
import { editorSchema } from "./core/editor-schema.js";
import { type Explanation, explainable, explain as explainName } from "./core/explain.js";
import { mend } from "./core/fix.js";
import { checkRuleSettings } from "./core/form-check.js";
import { markupProblems, pictureProblems } from "./core/narrative-problems.js";
import { printed, tagsOf } from "./core/print.js";
import { keysOf } from "./core/schema-fixes.js";
import { meant, nearest } from "./core/schema-problems.js";
import { readSource } from "./core/source.js";
import { statusOf } from "./core/status.js";
import { checklistSheets, summaryOf } from "./core/summary.js";
import { formOf, sorted, validate } from "./core/validate.js";
import { applyWaivers } from "./core/waivers.js";
import type { Office } from "./io/find-office.js";
import { type FormsFolder, formIds, loadForm, readTemplate } from "./io/load-form.js";
import type { FileText } from "./io/read-files.js";
import type { PdfOptions, PdfResult, WordFile } from "./io/word-to-pdf.js";
import type { Checklist } from "./model/checklist.js";
import type { Diagnostic } from "./model/diagnostic.js";
import type { FormDocument, Source } from "./model/document.js";
import { FormError, GitError, OfficeError, TemplateError } from "./model/errors.js";
import { leaves } from "./model/field.js";
import type { DocumentKind, Form } from "./model/form.js";
import type { Paint } from "./model/paint.js";
import { about, count, type Report } from "./model/report.js";
import type { Status } from "./model/status.js";
import type { TemplateTags } from "./model/template-tags.js";
import type { Obstacle } from "./model/text-change.js";
import type { CompiledTemplate } from "./render/docx-template.js";
import { layoutTags } from "./render/layout-tags.js";
import { tagProblems } from "./report/template-tags.js";
import { rules } from "./rules/index.js";
import { shorten } from "./text/shorten.js";
import { tagOf } from "./text/tags.js";

export { findWaivers } from "./io/find-waivers.js";
export { LARGEST_OFFICE, readBounded } from "./io/read-bounded.js";
export { type FileText, LARGEST, readFiles, shown } from "./io/read-files.js";
export { writeWhole } from "./io/write-file.js";
export type { Checklist, ChecklistPoint, Criterion, PointStatus, Verdict } from "./model/checklist.js";
export type { Diagnostic, Edit, Fix, Position, Range, RelatedPlace, Severity } from "./model/diagnostic.js";
export type { Data, FormDocument } from "./model/document.js";
export type { DocumentKind, Form } from "./model/form.js";
export type { Paint } from "./model/paint.js";
export type { Rule } from "./model/rule.js";
export type { Status } from "./model/status.js";
export type { TagUse, TemplateTags } from "./model/template-tags.js";
export type { Obstacle, TextChange } from "./model/text-change.js";
export { checklistJson, checklistMarkdown, checklistMatrix, checklistText } from "./report/checklist.js";
export { concise } from "./report/concise.js";
export { json } from "./report/json.js";
export { obstacleText } from "./report/obstacle.js";
export { pretty } from "./report/pretty.js";
export { statusText } from "./report/status.js";
export { fits, tagsText } from "./report/template-tags.js";
export { countWords } from "./text/words.js";
export {
  about,
  count,
  FormError,
  type FormsFolder,
  GitError,
  meant,
  nearest,
  type Office,
  OfficeError,
  type PdfOptions,
  type PdfResult,
  type Report,
  rules,
  TemplateError,
  type WordFile,
};

/** Folder of the package: its forms, templates and pages. */
export const packageFolder: FormsFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

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

export interface FixResult {
  /** The text mended, without its mark. */
  text: string;
  /** What the file is to hold: the text, and its mark if it had one. */
  content: string;
  /** How many places were mended. */
  fixes: number;
  /** Whether the file must be written: a place was mended, or its encoding changes. */
  changed: boolean;
  /** Something to tell whoever owns the file. */
  note?: string;
  /** Set when the file is damaged: writing it anew would make that final. */
  damaged?: true;
}

/**
 * Mends what is mistyped in a text, where there is no doubt about what is meant; all else stays as it is.
 * @param problems what was found while the text was read: a damaged file is left alone
 * @throws {FormError} when a form's own files are wrong
 */
export async function fix(
  { file, text, mark }: FileText,
  problems: Diagnostic[],
  options: Pick<CheckOptions, "today" | "draft" | "forms">,
): Promise<FixResult> {
  const asRead = { text, content: (mark ? "\ufeff" : "") + text, fixes: 0, changed: false };
  const encoded = problems.find(({ ruleId }) => ruleId === "file/encoding");
  if (encoded && !encoded.fix)
    return { ...asRead, damaged: true, note: `${encoded.message},没有改动这个文件。${encoded.hint}` };
  const look = async (each: string) => (await check([{ file, text: each }], options)).diagnostics;
  const { found, ...mended } = await mend(text, look);
  // what is no form of ours is not for us to change
  if (found.some(({ ruleId }) => ruleId.startsWith("form/")) || !FORM_LINE.test(mended.text)) return asRead;
  return {
    ...mended,
    content: (mark ? "\ufeff" : "") + mended.text,
    changed: mended.text !== text || encoded !== undefined,
    ...(encoded && { note: `${encoded.message};${encoded.fix?.title}` }),
  };
}

/** The line that says which form a text fills in. */
const FORM_LINE = /^["'“]?表单["'”]?\s*[:：]/mu;

/** What changes in a file, as a unified diff. */
export async function patch(file: string, before: string, after: string, paint: Paint): Promise<string> {
  const { patch: show } = await import("./report/patch.js");
  return show(file, before, after, paint);
}

/** Reads texts. Where one does not parse, the fields of all forms tell which of its lines are meant to be fields. */
async function readAll(texts: FileText[], folders: FormsFolder[]): Promise<ReturnType<typeof readSource>[]> {
  const read = texts.map(({ file, text }) => readSource(file, text));
  if (read.every(({ source }) => source)) return read;
  const kinds = (await allForms(folders)).flatMap(({ documents }) => Object.values(documents));
  const keys = new Set(kinds.flatMap(({ root }) => keysOf(root)));
  return texts.map(({ file, text }, index) => {
    const first = read[index] as ReturnType<typeof readSource>;
    return first.source ? first : readSource(file, text, (name) => keys.has(name));
  });
}

/** Most documents have no pictures, and then nothing is loaded for them. */
async function aboutPictures(documents: FormDocument[], folder: string): Promise<Diagnostic[]> {
  const asking = documents.filter(({ source }) => /[!！][[［【]/u.test(source.text));
  if (asking.length === 0) return [];
  const { pictureFinder } = await import("./io/find-picture.js");
  const find = pictureFinder(folder);
  return asking.flatMap((document) => pictureProblems(document, find));
}

function open({ filled, total }: Status): number {
  return total - filled;
}

/** The forms that documents name; all there are when one names a form that does not exist, to suggest from. */
async function formsFor(sources: Source[], folders: FormsFolder[]): Promise<Map<string, Form>> {
  const named = new Set(sources.map((source) => formOf(source.data)?.id));
  const forms = new Map<string, Form>();
  for (const id of named) {
    const form = id === undefined ? undefined : await openForm(id, folders);
    if (form) forms.set(form.id, form);
  }
  if (forms.size < named.size) for (const form of await allForms(folders)) forms.set(form.id, form);
  return forms;
}

function withPackage(folders: FormsFolder[]): FormsFolder[] {
  return [...folders, packageFolder];
}

/** Every form there is, by id. */
export async function allForms(folders: FormsFolder[] = []): Promise<Form[]> {
  const ids = formIds(withPackage(folders));
  return Promise.all(
    ids.map(async (id) => {
      const form = await openForm(id, folders);
      if (!form) throw new FormError(`schemas/${id}:文件夹名是表格的编号,只能用字母、数字、- 和 _`);
      return form;
    }),
  );
}

/** The package's own forms, which do not change while a program runs. */
const opened = new Map<string, Promise<Form | undefined>>();

function openForm(id: string, folders: FormsFolder[]): Promise<Form | undefined> {
  if (folders.length > 0) return openAnew(id, folders);
  const form = opened.get(id) ?? openAnew(id, folders);
  opened.set(id, form);
  return form;
}

async function openAnew(id: string, folders: FormsFolder[]): Promise<Form | undefined> {
  const form = await loadForm(id, withPackage(folders));
  if (form) checkRuleSettings(form, rules);
  return form;
}

/**
 * Which files of a git repository changed since it left a branch, tag or commit, or are new.
 * @param folder in the repository; the names asked about are relative to it
 * @throws {GitError} when git cannot tell
 */
export async function changedFiles(since: string, folder: string): Promise<(file: string) => boolean> {
  const { changedFiles: find } = await import("./io/changed-files.js");
  return find(since, folder);
}

/** The report as workflow commands of GitHub Actions. */
export async function github(report: Report): Promise<string> {
  return (await import("./report/github.js")).github(report);
}

/** The report as SARIF 2.1.0, with a description of every rule and check. */
export async function sarif(report: Report): Promise<string> {
  const { version } = JSON.parse(readFileSync(path.join(packageFolder, "package.json"), "utf8"));
  return (await import("./report/sarif.js")).sarif(report, [...rules, ...builtinChecks], version);
}

/** The report as JUnit XML. */
export async function junit(report: Report): Promise<string> {
  return (await import("./report/junit.js")).junit(report);
}

/** The report as Markdown, for a comment or a job's summary. */
export async function markdown(report: Report): Promise<string> {
  return (await import("./report/markdown.js")).markdown(report);
}

/** How far a document has been filled in. */
export function status(document: FormDocument): Status {
  return statusOf(document);
}

/**
 * The 附件2 checklist of each document whose form has one, in the order of the report.
 * @param report of a check over the same documents
 */
export async function checklists(report: Report): Promise<Checklist[]> {
  const { compileCheck, createAjv } = await import("./io/ajv.js");
  const ajv = createAjv({ strict: false });
  const compiled = new Map<string, ReturnType<typeof compileCheck>>();
  return report.documents.flatMap((document) => {
    const { indicators } = document.kind;
    if (!indicators) return [];
    return checklistOf(document, indicators, report.diagnostics, (schema, value) => {
      const key = JSON.stringify(schema);
      const fits = compiled.get(key) ?? compileCheck(ajv, schema);
      compiled.set(key, fits);
      return fits(value);
    });
  });
}

/** The checklists as a workbook: a sheet of documents × points, a sheet of every criterion. */
export async function checklistWorkbook(lists: Checklist[]): Promise<Uint8Array> {
  const { sheetsXlsx } = await import("./render/sheets-xlsx.js");
  return sheetsXlsx(checklistSheets(lists));
}

export interface RenderOptions {
  /** Bytes of a Word template to use instead of the form's. */
  template?: Uint8Array;
  /** Folder the documents' file names are relative to: where their pictures are. */
  folder?: string;
  forms?: FormsFolder[];
}

/**
 * Makes the function that fills the Word template of a kind of document: compiled once, used for many.
 * @throws {TemplateError} when the template has tags the form does not know, or lacks some
 */
export async function wordRenderer(
  form: Form,
  kindName: string,
  { template, folder, forms = [] }: RenderOptions,
): Promise<(document: FormDocument | undefined, note?: string) => Uint8Array> {
  const kind = form.documents[kindName];
  if (!kind?.layout) throw new FormError(`${form.id}/${kindName} 没有版面(layout),不能生成 Word`);
  const { compileTemplate } = await import("./render/docx-template.js");
  const bytes =
    template ?? readTemplate(form.id, `${kindName}.docx`, withPackage(forms)) ?? (await buildWord(form, kindName));
  const compiled = compileTemplate(bytes);
  const problems = tagProblems(await tagsBesideForm(compiled, kind));
  if (problems.length > 0)
    throw new TemplateError(
      `Word 模板与表格不符:\n${atMost(12, problems).join("\n")}\n全部标签和位置见 ptc template check`,
    );
  const find = folder === undefined ? undefined : (await import("./io/find-picture.js")).pictureFinder(folder);
  const { MARKS, markOf } = await import("./render/docx-marks.js");
  return (document, note) =>
    compiled.fill(document ? printed(document) : new Map(), {
      properties: {
        [MARKS.form]: `${form.id}/${kindName}`,
        [MARKS.data]: markOf(JSON.stringify(document?.data ?? {})),
      },
      note,
      picture: (name) => document && find?.(document.source.file, name).picture,
    });
}

/**
 * Holds the tags of a Word template against those of the form.
 * @throws {TemplateError} when the bytes are no Word file
 */
export async function templateTags(form: Form, kindName: string, template: Uint8Array): Promise<TemplateTags> {
  const { compileTemplate } = await import("./render/docx-template.js");
  return tagsBesideForm(compileTemplate(template), form.documents[kindName] as DocumentKind);
}

async function tagsBesideForm(template: CompiledTemplate, { root, layout }: DocumentKind): Promise<TemplateTags> {
  const { compareTags } = await import("./render/template-tags.js");
  const narratives = leaves(root).filter(({ wordLimit }) => wordLimit !== undefined);
  const ofForm = {
    known: tagsOf(root),
    printed: layout ? layoutTags(layout, root) : [],
    narratives: narratives.map(({ pointer }) => tagOf(pointer)),
  };
  // the last step of a long name is what people remember
  const meant = (tag: string, candidates: string[]) => {
    const last = ofForm.known.filter((each) => each.split(".").at(-1) === tag.split(/[.。．]/u).at(-1));
    return last.length > 0 ? last.slice(0, 2) : nearest(tag, candidates);
  };
  return compareTags(template, ofForm, meant);
}

/** A list for a message: a template without any tags would fill screens. */
function atMost(number: number, items: string[]): string[] {
  const rest = items.length - number;
  return [...items.slice(0, number).map((each) => `  - ${each}`), ...(rest > 0 ? [`  - 还有 ${rest} 处`] : [])];
}

/**
 * Looks whether writing over a file would cost somebody's work.
 * @param format of both
 * @param there bytes of the file
 * @param fresh what would be written instead
 * @returns nothing when the file is as ptc wrote it, and nobody has changed it since
 */
export async function obstacle(
  format: "docx" | "pdf",
  there: Uint8Array,
  fresh: Uint8Array,
): Promise<Obstacle | undefined> {
  if (format === "pdf") return (await import("./render/pdf-mark.js")).pdfObstacle(there);
  return (await import("./render/docx-changes.js")).wordObstacle(there, fresh);
}

/**
 * Finds LibreOffice, which makes PDFs: ask before work is done that needs it.
 * @param env variables to look in: SOFFICE, PATH
 * @throws {OfficeError} saying how to install it, when there is none
 */
export async function findOffice(env: PdfOptions["env"] = process.env): Promise<Office> {
  const { findOffice: find } = await import("./io/find-office.js");
  return find({ env });
}

/**
 * Makes PDFs of Word files with LibreOffice, some tens at a time.
 * @returns for each, in the same order, the PDF or why there is none
 * @throws {OfficeError} when LibreOffice is not there or does not start
 */
export async function wordToPdf(documents: WordFile[], options: PdfOptions = {}): Promise<PdfResult[]> {
  const { wordToPdf: convert } = await import("./io/word-to-pdf.js");
  const { withMark } = await import("./render/pdf-mark.js");
  const results = await convert(documents, options);
  return results.map((result) => (result.pdf ? { ...result, pdf: withMark(result.pdf) } : result));
}

/** A warning when a PDF of the Word form is not set in the prescribed 仿宋; undefined when it is. */
export async function pdfFontWarning(pdf: Uint8Array): Promise<string | undefined> {
  const [{ fontWarning }, { BODY_FONT }] = await Promise.all([
    import("./io/pdf-fonts.js"),
    import("./render/typography.js"),
  ]);
  return fontWarning(pdf, BODY_FONT);
}

/** Builds the Word template of a form from its layout. */
export async function buildWord(form: Form, kindName: string): Promise<Uint8Array> {
  const { buildDocx } = await import("./render/build-docx.js");
  return buildDocx(form, kindName);
}

export interface SummaryOptions {
  /** 推荐单位; a line to write on when not given. */
  unit?: string;
  /** 填报人及联系方式. */
  contact?: string;
  note?: string;
  forms?: FormsFolder[];
}

/**
 * The city's summary: 附件4, one sheet a city, then all figures, the checklist and the findings.
 * @throws {FormError} when the documents are not all of one kind that has a summary
 */
export async function summarize(report: Report, { forms = [], ...options }: SummaryOptions): Promise<Uint8Array> {
  const [first] = report.documents;
  if (!first?.kind.summary) throw new FormError("这种表没有汇总表");
  if (report.documents.some((document) => document.kind !== first.kind)) throw new FormError("一次只能汇总同一种表");
  const { summaryXlsx, buildSummaryTemplate } = await import("./render/summary-xlsx.js");
  const template =
    readTemplate(first.form.id, first.kind.summary.file, withPackage(forms)) ??
    (await buildSummaryTemplate(first.kind.summary));
  return summaryXlsx(summaryOf(report, first.kind.summary, await checklists(report), options), template);
}

/** A blank document to fill in. @param schemaPath where the editor finds the schema @param file its name */
export function blank(form: Form, kindName: string, schemaPath: string, file: string): string {
  return blankYaml(form, kindName, schemaPath, file);
}

/** The schema of a kind of document for editors, as JSON: fields say their unit and limit. */
export function editorSchemaText(form: Form, kindName: string): string {
  return `${JSON.stringify(editorSchema((form.documents[kindName] as DocumentKind).schema), null, 2)}\n`;
}

/**
 * What a rule id or a field name means, as text.
 * @returns undefined when nothing is called that
 */
export async function explain(name: string, folders: FormsFolder[] = []): Promise<string | undefined> {
  const explanation: Explanation | undefined = explainName(name, await allForms(folders), rules);
  if (explanation?.kind !== "rule") return explanation?.text;
  return readFileSync(path.join(packageFolder, "docs", "rules", `${explanation.id}.md`), "utf8");
}

/** Names close to one that `explain` does not know. */
export async function explainSuggestions(name: string, folders: FormsFolder[] = []): Promise<string[]> {
  return nearest(name, explainable(await allForms(folders), rules));
}
