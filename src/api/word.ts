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

/** What a Word file is made with. */
export interface WordOptions {
  forms: FormCatalog;
  /** Bytes of a Word template to use instead of the form's. */
  template?: Uint8Array;
  /** Finds the pictures that texts ask for; without it none is printed. */
  findPicture?: FindPicture;
}

/** Fills the template with a document, or leaves it blank. @param note marks every page, e.g. as a draft */
export type RenderWord = (document: FormDocument | undefined, note?: string) => Uint8Array;

/**
 * Makes the function that fills the Word template of a kind of document: compiled once, used for many.
 * @throws {TemplateError} when the template has tags the form does not know, or lacks some
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
      `Word 模板与表格不符:\n${atMost(12, problems).join("\n")}\n全部标签和位置见 ptc template check`,
    );
  const { originStamps } = await import("../render/docx/stamps.js");
  return (document, note) =>
    compiled.fill(document ? printed(document) : { values: new Map(), entries: new Map() }, {
      properties: originStamps(`${form.id}/${kindName}`, document?.data ?? {}),
      note,
      picture: (name) => document && findPicture?.(document.source.file, name).picture,
    });
}

/**
 * Compares the tags of a Word template with those of the form.
 * @throws {TemplateError} when the bytes are no Word file
 */
export async function templateTags(form: Form, kindName: string, template: Uint8Array): Promise<TemplateTags> {
  const { compileTemplate } = await import("../render/docx/fill/compile-template.js");
  const kind = form.documents[kindName] as DocumentKind;
  return tagsBesideForm(compileTemplate(template, listTags(kind.root)), kind);
}

async function tagsBesideForm(template: CompiledTemplate, { root, layout }: DocumentKind): Promise<TemplateTags> {
  const { compareTags } = await import("../render/docx/compare-tags.js");
  const ofForm = {
    known: tagsOf(root),
    printed: layout ? layoutTags(layout, root) : [],
    narratives: narrativeFields(root).map(({ pointer }) => tagOf(pointer)),
  };
  // the last step of a long name is what people remember
  const suggest = (tag: string, candidates: string[]) => {
    const last = ofForm.known.filter((each) => each.split(".").at(-1) === tag.split(/[.。．]/u).at(-1));
    return last.length > 0 ? last.slice(0, 2) : closestMatches(tag, candidates);
  };
  return compareTags(template, ofForm, suggest);
}

/** A list for a message: a template without any tags would fill screens. */
function atMost(number: number, items: string[]): string[] {
  const rest = items.length - number;
  return [...items.slice(0, number).map((each) => `  - ${each}`), ...(rest > 0 ? [`  - 还有 ${rest} 处`] : [])];
}

/**
 * Tells whether writing over a file would cost somebody's work.
 * @param format of both
 * @param there bytes of the file
 * @param fresh what would be written instead
 * @returns nothing when the file is as ptc wrote it and nobody has changed it since
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
 * @throws {FormError} when the form has no typography
 */
export async function buildTemplate(form: Form, kindName: string): Promise<Uint8Array> {
  const { buildTemplate: build } = await import("../render/docx/build/build-template.js");
  return build(form, kindName);
}
