import path from "node:path";
import { STDIN_NAME, toDisplayPath } from "../io/files/find-inputs.js";
import type { FormDocument } from "../model/document.js";
import { printable } from "../text/printable.js";
import { UsageError } from "./exit-codes.js";

/** What can be made of a document, by the ending of its file. */
export type Format = "docx" | "pdf";

/** Where a document goes: the path its files share, without their endings. */
export interface Target {
  document: FormDocument;
  base: string;
}

/**
 * Decides where each document goes: beside its YAML under the same name, unless `-o` says otherwise.
 * @param several whether more than one document was asked for
 * @param output a file for one document, a folder for several
 * @throws {UsageError} when two would go to the same file, or the name does not fit what is made
 */
export function targetsOf(
  documents: FormDocument[],
  several: boolean,
  output: string | undefined,
  formats: Format[],
): Target[] {
  const named = output === undefined ? undefined : baseName(output, formats);
  if (named !== undefined && several) throw new UsageError(printable`-o ${output}:要生成的不止一份,请给出文件夹`);
  const taken = new Set<string>();
  return documents.map((document) => {
    const { file } = document.source;
    const piped = file === STDIN_NAME;
    const name = piped ? document.kindName : path.basename(file).replace(/\.ya?ml$/iu, "");
    const base = named ?? toDisplayPath(path.join(output ?? (piped ? "." : path.dirname(file)), name));
    // Windows and macOS take A.docx and a.docx for one file
    const same = base.normalize("NFC").toLowerCase();
    if (taken.has(same))
      throw new UsageError(printable`有两份会写到同一个文件 ${base}.${formats[0]}:改文件名,或分开生成`);
    taken.add(same);
    return { document, base };
  });
}

/**
 * The path a file name shares with others, when it is a file's: 推荐书.docx → 推荐书.
 * @returns undefined for what can only be a folder
 * @throws {UsageError} when its ending is that of something else, or nothing stands before it
 */
export function baseName(output: string, formats: Format[]): string | undefined {
  if (output === "") throw new UsageError("-o 后面是空的:写上文件名或文件夹");
  const [, base = "", ending] = /^(.*?)\.(docx?|pdf|xlsx?|ya?ml|txt)$/isu.exec(output) ?? [];
  if (ending === undefined) return undefined;
  const wanted = formats.some((format) => format === ending.toLowerCase());
  if (wanted && !/(?:^|[/\\])$/u.test(base)) return base;
  const endings = formats.map((format) => `.${format}`).join(" 或 ");
  throw new UsageError(printable`-o ${output}:文件名要以 ${endings} 结尾,几份时给出文件夹`);
}
