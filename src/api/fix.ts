import { fixText } from "../fix/apply-fixes.js";
import type { FileText } from "../io/files/read-files.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Paint } from "../model/paint.js";
import { type CheckOptions, check } from "./check.js";

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
  { file, text, bom }: FileText,
  problems: Diagnostic[],
  options: Pick<CheckOptions, "today" | "draft" | "forms">,
): Promise<FixResult> {
  const asRead = { text, content: (bom ? "\ufeff" : "") + text, fixes: 0, changed: false };
  const encoded = problems.find(({ ruleId }) => ruleId === "file/encoding");
  if (encoded && !encoded.fix)
    return { ...asRead, damaged: true, note: `${encoded.message},没有改动这个文件。${encoded.hint}` };
  const look = async (each: string) => (await check([{ file, text: each }], options)).diagnostics;
  const { found, ...mended } = await fixText(text, look);
  // what is no form of ours is not for us to change
  if (found.some(({ ruleId }) => ruleId.startsWith("form/")) || !FORM_LINE.test(mended.text)) return asRead;
  return {
    ...mended,
    content: (bom ? "\ufeff" : "") + mended.text,
    changed: mended.text !== text || encoded !== undefined,
    ...(encoded && { note: `${encoded.message};${encoded.fix?.title}` }),
  };
}

/** The line that says which form a text fills in. */
const FORM_LINE = /^["'“]?表单["'”]?\s*[:：]/mu;

/** What changes in a file, as a unified diff. */
export async function patch(file: string, before: string, after: string, paint: Paint): Promise<string> {
  const { patch: show } = await import("../report/fix/patch.js");
  return show(file, before, after, paint);
}
