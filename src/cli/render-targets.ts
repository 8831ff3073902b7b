import path from "node:path";
import { type FormDocument, shown } from "../index.js";
import { UsageError } from "./context.js";

/** What can be made of a document, by the ending of its file. */
export type Format = "docx" | "pdf";

/** Where a document goes: the path its files share, without their endings. */
export interface Target {
  document: FormDocument;
  base: string;
}

/**
 * Decides where each document goes: beside its YAML under the same name, unless `-o` says otherwise.
 * @param output a file for one document, a folder for several
 * @throws {UsageError} when two would go to the same file, or the name does not fit what is made
 */
export function targetsOf(documents: FormDocument[], output: string | undefined, formats: Format[]): Target[] {
  const named = output === undefined ? undefined : baseName(output, formats);
  if (named !== undefined && documents.length > 1)
    throw new UsageError(`-o ${output}:有 ${documents.length} 份要生成,请给出文件夹`);
  const targets = documents.map((document) => {
    const { file } = document.source;
    const piped = file === "<标准输入>";
    const name = piped ? document.kindName : path.basename(file).replace(/\.ya?ml$/iu, "");
    return { document, base: named ?? shown(path.join(output ?? (piped ? "." : path.dirname(file)), name)) };
  });
  const clash = targets.find(({ base }, index) => targets.findIndex((other) => other.base === base) !== index);
  if (clash) throw new UsageError(`有两份会写到同一个文件 ${clash.base}.${formats[0]}:改文件名,或分开生成`);
  return targets;
}

/**
 * The path a file name shares with others, when it is a file's: 推荐书.docx → 推荐书.
 * @returns undefined for what can only be a folder
 * @throws {UsageError} when its ending is that of something else
 */
export function baseName(output: string, formats: Format[]): string | undefined {
  const ending = path.extname(output);
  if (formats.some((format) => ending.toLowerCase() === `.${format}`)) return output.slice(0, -ending.length);
  if (!/^\.(?:docx?|pdf|xlsx?|ya?ml|txt)$/iu.test(ending)) return undefined;
  const endings = formats.map((format) => `.${format}`).join(" 或 ");
  throw new UsageError(`-o ${output}:文件名要以 ${endings} 结尾,几份时给出文件夹`);
}
