import { existsSync } from "node:fs";
import path from "node:path";
import { importInto } from "../api/import-into.js";
import { NotADocument } from "../api/load-document.js";
import { toDisplayPath } from "../io/files/find-inputs.js";
import { fileInput } from "../io/files/read-input.js";
import type { FormCatalog } from "../model/form-catalog.js";
import type { WordBytes } from "../model/input.js";
import { patch } from "../report/fix/patch.js";
import { mergeText } from "../report/import/merge.js";
import { printable } from "../text/printable.js";
import type { Context } from "./context.js";
import { EXIT_CODES, UsageError } from "./exit-codes.js";
import { paintFor } from "./paint.js";
import { writeFixed } from "./write-fixed.js";

/**
 * Brings what was changed in a Word file into a YAML file, and shows it as a diff.
 * @param name of the YAML file, as typed
 * @returns the exit code: `findings` when something is left for a person
 */
export async function importIntoFile(
  word: WordBytes,
  name: string,
  { forms, dryRun }: { forms: FormCatalog; dryRun: boolean },
  context: Context,
): Promise<number> {
  if (!existsSync(path.resolve(context.cwd, name)))
    throw new UsageError(printable`--into ${name}:找不到这个文件;还没有 YAML 的,不写 --into`);
  const input = fileInput(toDisplayPath(name), path.resolve(context.cwd, name));
  const { text, problem, problems = [], word: isWord } = input.read();
  if (isWord) throw new UsageError(printable`--into ${name}:要写 YAML 文件;Word 是读的那一份`);
  if (!text) throw new UsageError(printable`${name}:${problem?.message ?? "读不了"}`);
  if (problems.some(({ ruleId }) => ruleId === "file/encoding"))
    throw new UsageError(printable`${name}:不是 UTF-8 编码,或有损坏的字符;先运行 ptc fix`);
  try {
    const merge = await importInto(word, text, { forms, today: context.today });
    if (merge.text !== text.text) {
      const failure = dryRun
        ? undefined
        : await writeFixed(input, text, (text.bom ? "\ufeff" : "") + merge.text, context, "ptc import");
      if (failure !== undefined) throw new UsageError(failure);
      context.out(patch(text.file, text.text, merge.text, await paintFor(context)));
    }
    context.err(mergeText(word.file, text.file, merge, dryRun));
    return merge.left.length > 0 ? EXIT_CODES.findings : EXIT_CODES.clean;
  } catch (error) {
    if (error instanceof NotADocument) throw new UsageError(error.message);
    throw error;
  }
}
