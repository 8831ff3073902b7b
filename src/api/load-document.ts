import type { FormDocument } from "../model/document.js";
import type { FormCatalog } from "../model/form-catalog.js";
import { type FileText, textInput, type WordBytes } from "../model/input.js";
import { check } from "./check.js";

/** A file does not say which form it is of, or cannot be read. The message says why, and what to do. */
export class NotADocument extends Error {}

/**
 * Reads one document of a form, whatever it is written in. Its data is that of a check: short ways of writing are
 * expanded, and what is not filled in is left out.
 * @throws {NotADocument} when it cannot be read, or is of no form
 */
export async function loadDocument(
  given: FileText | WordBytes,
  { forms, today }: { forms: FormCatalog; today: string },
): Promise<FormDocument> {
  const input = "bytes" in given ? { file: given.file, read: () => ({ word: given }) } : textInput(given);
  const { documents, diagnostics } = await check([input], { forms, today, draft: true });
  const [document] = documents;
  if (document && "data" in document) return document;
  const first = diagnostics.find(({ severity }) => severity === "error");
  throw new NotADocument(`${given.file}:${first?.message ?? "没有认出这是哪张表"}。${first?.hint ?? ""}`);
}
