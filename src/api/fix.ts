import { fixText } from "../fix/apply-fixes.js";
import { isDamaged } from "../fix/settle-fixes.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { FileText } from "../model/input.js";
import { type CheckOptions, check } from "./check.js";

/** Result of fixing a text. */
export interface FixResult {
  /** The fixed text, without a byte order mark. */
  text: string;
  /** Content to write to the file: the fixed text, with a byte order mark if the file had one. */
  content: string;
  /** How many places were fixed. */
  fixes: number;
  /** Whether the file must be written, because a place was fixed or its encoding changes. */
  changed: boolean;
  /** A message for the owner of the file. */
  note?: string;
  /** Set when the file has damaged characters. It must not be written, because that would make the damage permanent. */
  damaged?: true;
}

/** How a text is fixed. */
export interface FixOptions extends Pick<CheckOptions, "forms" | "today" | "draft"> {
  /** Findings from reading the file. A damaged file is not fixed. */
  problems?: Diagnostic[];
}

/**
 * Fixes typing mistakes in a text where there is no doubt about the meaning. All other text stays unchanged.
 * @param options `problems` are the findings from reading the file
 * @throws {FormError} when a form's own files are wrong
 */
export async function fix(
  { file, text, bom }: FileText,
  { problems = [], ...options }: FixOptions,
): Promise<FixResult> {
  const withBom = (content: string) => (bom ? "\ufeff" : "") + content;
  const unchanged = { text, content: withBom(text), fixes: 0, changed: false };
  const encoded = problems.find(({ ruleId }) => ruleId === "file/encoding");
  if (encoded && isDamaged(problems))
    return { ...unchanged, damaged: true, note: `${encoded.message},没有改动这个文件。${encoded.hint}` };
  const fixed = await fixText(text, async (each) => (await check([{ file, text: each }], options)).diagnostics);
  return {
    ...fixed,
    content: withBom(fixed.text),
    changed: fixed.text !== text || encoded !== undefined,
    ...(encoded && { note: `${encoded.message};${encoded.fix?.title}` }),
  };
}
