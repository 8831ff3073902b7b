import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { type CompiledTemplate, compileTemplate } from "../../src/render/docx/fill/compile-template.js";
import { parseBlocks } from "../../src/text/markdown.js";

// Small Word templates that need no form.

/** Namespaces that small texts of tests use. */
const NAMES = ["w", "w14", "mc", "wps", "r", "v"].map((name) => `xmlns:${name}="urn:${name}"`).join(" ");

/** A part's text around what stands in its body. */
export const bodyOf = (inner: string) => `<w:document ${NAMES}><w:body>${inner}</w:body></w:document>`;
export const headerOf = (inner: string) => `<w:hdr ${NAMES}>${inner}</w:hdr>`;

export const run = (text: string, properties = "") =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
export const paragraph = (inner: string, properties = "") =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inner}</w:p>`;
/** A paragraph of one run. */
export const line = (text: string) => paragraph(run(text));
export const cell = (inner: string, properties = "") => `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`;
export const row = (...cells: string[]) => `<w:tr>${cells.join("")}</w:tr>`;
export const table = (...rows: string[]) => `<w:tbl>${rows.join("")}</w:tbl>`;

/** The bytes of a Word file with such a body, and other parts by name. */
export function docx(body: string, others: Record<string, string> = {}): Uint8Array {
  const parts = {
    "[Content_Types].xml": '<Types xmlns="urn:types"></Types>',
    "word/document.xml": bodyOf(body),
    ...others,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

/** A template of such a body. @param lists tags of its lists */
export const template = (body: string, lists: string[] = [], others: Record<string, string> = {}): CompiledTemplate =>
  compileTemplate(docx(body, others), lists);

/** Values by tag, each a text in the small Markdown. */
export const values = (texts: Record<string, string>) =>
  new Map(Object.entries(texts).map(([tag, text]) => [tag, parseBlocks(text)]));

/** Fills a template. @param entries of lists, by the list's tag */
export function filled(
  compiled: CompiledTemplate,
  texts: Record<string, string>,
  entries: Record<string, Record<string, string>[]> = {},
  options: Partial<Parameters<CompiledTemplate["fill"]>[1]> = {},
): Uint8Array {
  const lists = Object.entries(entries).map(([list, each]) => [list, each.map(values)] as const);
  return compiled.fill({ values: values(texts), entries: new Map(lists) }, { properties: {}, ...options });
}

/** A part's text. */
export const part = (bytes: Uint8Array, name = "word/document.xml") =>
  strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
