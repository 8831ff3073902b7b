import { fixText } from "../fix/apply-fixes.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { FileText } from "../model/input.js";
import { type CheckOptions, check } from "./check.js";

/** What became of a text, and what its file is to hold. */
export interface FixResult {
  /** The fixed text, without a byte order mark. */
  text: string;
  /** What the file is to hold: the text, and its byte order mark if it had one. */
  content: string;
  /** How many places were fixed. */
  fixes: number;
  /** Whether the file must be written: a place was fixed, or its encoding changes. */
  changed: boolean;
  /** Something to tell the owner of the file. */
  note?: string;
  /** Set when the file is damaged: writing it anew would make the damage final. */
  damaged?: true;
}

/** How a text is fixed. */
export interface FixOptions extends Pick<CheckOptions, "forms" | "today" | "draft"> {
  /** What was found while the text was read: a damaged file is left alone. */
  problems?: Diagnostic[];
}

/**
 * Corrects what is mistyped in a text where there is no doubt about what is meant; all else stays as it is.
 * @throws {FormError} when a form's own files are wrong
 */
export async function fix(
  { file, text, bom }: FileText,
  { problems = [], ...options }: FixOptions,
): Promise<FixResult> {
  const withBom = (content: string) => (bom ? "\ufeff" : "") + content;
  const unchanged = { text, content: withBom(text), fixes: 0, changed: false };
  const encoded = problems.find(({ ruleId }) => ruleId === "file/encoding");
  if (encoded && !encoded.fix)
    return { ...unchanged, damaged: true, note: `${encoded.message},没有改动这个文件。${encoded.hint}` };
  const { found, ...fixed } = await fixText(
    text,
    async (each) => (await check([{ file, text: each }], options)).diagnostics,
  );
  // a text that fills in no form of ours is not ours to change
  if (found.some(({ ruleId }) => ruleId.startsWith("form/")) || !FORM_LINE.test(fixed.text)) return unchanged;
  return {
    ...fixed,
    content: withBom(fixed.text),
    changed: fixed.text !== text || encoded !== undefined,
    ...(encoded && { note: `${encoded.message};${encoded.fix?.title}` }),
  };
}

/** The line that says which form a text fills in. */
const FORM_LINE = /^["'“]?表单["'”]?\s*[:：]/mu;
