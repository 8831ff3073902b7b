import type { FormDocument } from "../model/document.js";
import { FormError, TemplateError } from "../model/errors.js";
import { narrativeFields } from "../model/field.js";
import type { DocumentKind, Form } from "../model/form.js";
import type { FormCatalog } from "../model/form-catalog.js";
import type { OverwriteConflict } from "../model/overwrite-conflict.js";
import type { FindPicture } from "../model/picture.js";
import type { TemplateTags } from "../model/template-tags.js";
import type { CompiledTemplate } from "../render/docx/fill/compile-template.js";
import { layoutTags } from "../render/docx/layout-tags.js";
import { tagProblems } from "../report/template-tags/text.js";
import { closestMatches } from "../text/did-you-mean.js";
import { tagOf } from "../text/template-tag.js";
import { listTags, printed, tagsOf } from "../views/print.js";

/** How Word files are made. */
export interface WordOptions {
  forms: FormCatalog;
  /** Bytes of a Word template (.docx) to use instead of the form's own. */
  template?: Uint8Array | undefined;
  /** Finds the pictures of narratives. Without it no picture is printed. */
  findPicture?: FindPicture | undefined;
}

/**
 * Fills the template with a document; without one it makes a blank form.
 * @param note printed on every page, e.g. that this is a draft
 * @returns bytes of a .docx
 */
export type RenderWord = (document: FormDocument | undefined, note?: string) => Uint8Array;

/**
 * Makes the function that fills the Word template of a kind of document. It compiles the template once for all
 * documents.
 * @param kindName a kind of document of the form, e.g. 推荐书
 * @throws {FormError} when the kind has no layout
 * @throws {TemplateError} when the template has tags that the form does not know, or lacks tags
 */
export async function wordRenderer(form: Form, kindName: string, options: WordOptions): Promise<RenderWord> {
  const { forms, template, findPicture } = options;
  const kind = form.documents[kindName];
  if (!kind?.layout) throw new FormError(`${form.id}/${kindName} 没有版面(layout),不能生成 Word`);
  const { compileTemplate } = await import("../render/docx/fill/compile-template.js");
  const bytes = template ?? forms.template(form.id, `${kindName}.docx`) ?? (await buildTemplate(form, kindName));
  const compiled = compileTemplate(bytes, listTags(kind.root));
  const problems = tagProblems(await tagsBesideForm(compiled, kind));
  if (problems.length > 0)
    throw new TemplateError(
      `Word 模板与表格不符:\n${firstItems(12, problems).join("\n")}\n全部标签和位置见 ptc template check`,
    );
  const { originStamps } = await import("../render/docx/stamps.js");
  return (document, note) =>
    compiled.fill(document ? printed(document) : { values: new Map(), entries: new Map() }, {
      properties: originStamps(`${form.id}/${kindName}`, document?.data ?? {}),
      note,
      picture: (name) =>
        document && findPicture?.(document.source.file, name, document.source.embedded?.(name)).picture,
    });
}

/**
 * Compares the tags in a Word template with those of the form.
 * @param template bytes of a .docx
 * @throws {TemplateError} when the bytes are not a Word file
 */
export async function templateTags(form: Form, kindName: string, template: Uint8Array): Promise<TemplateTags> {
  const { compileTemplate } = await import("../render/docx/fill/compile-template.js");
  const kind = form.documents[kindName] as DocumentKind;
  return tagsBesideForm(compileTemplate(template, listTags(kind.root)), kind);
}

/** Compares the tags of a compiled template with those of a kind of document. */
async function tagsBesideForm(template: CompiledTemplate, { root, layout }: DocumentKind): Promise<TemplateTags> {
  const { compareTags } = await import("../render/docx/compare-tags.js");
  const ofForm = {
    known: tagsOf(root),
    printed: layout ? layoutTags(layout, root) : [],
    narratives: narrativeFields(root).map(({ pointer }) => tagOf(pointer)),
  };
  // people remember the last part of a long tag, so a tag with the same last part comes first
  const suggest = (tag: string, candidates: string[]) => {
    const last = ofForm.known.filter((each) => each.split(".").at(-1) === tag.split(/[.。．]/u).at(-1));
    return last.length > 0 ? last.slice(0, 2) : closestMatches(tag, candidates);
  };
  return compareTags(template, ofForm, suggest);
}

/** Formats a list for a message, with at most `number` items: a template without any tags would fill many screens. */
function firstItems(number: number, items: string[]): string[] {
  const rest = items.length - number;
  return [...items.slice(0, number).map((each) => `  - ${each}`), ...(rest > 0 ? [`  - 还有 ${rest} 处`] : [])];
}

/**
 * Tells whether overwriting a file would destroy a person's work.
 * @param format of both files
 * @param there bytes of the file that exists
 * @param fresh bytes that would replace it
 * @returns the conflict; undefined when ptc wrote the file and it has not been changed since
 */
export async function overwriteConflict(
  format: "docx" | "pdf",
  there: Uint8Array,
  fresh: Uint8Array,
): Promise<OverwriteConflict | undefined> {
  if (format === "pdf") return (await import("../render/pdf/stamp.js")).pdfConflict(there);
  return (await import("../render/docx/overwrite-conflict.js")).docxConflict(there, fresh);
}

/**
 * Builds the Word template of a kind of document from its layout.
 * @returns bytes of a .docx
 * @throws {FormError} when the form has no typography
 */
export async function buildTemplate(form: Form, kindName: string): Promise<Uint8Array> {
  const { buildTemplate: build } = await import("../render/docx/build/build-template.js");
  return build(form, kindName);
}
