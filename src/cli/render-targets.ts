import path from "node:path";
import { STDIN_NAME, toDisplayPath } from "../io/files/find-inputs.js";
import type { FormDocument } from "../model/document.js";
import { printable } from "../text/printable.js";
import { UsageError } from "./exit-codes.js";

/** The formats that a document can be rendered to, by file extension. */
export type Format = "docx" | "pdf";

/** A document, and the path of its output files without extension. */
export interface Target {
  document: FormDocument;
  base: string;
}

/**
 * Decides where the files of each document are written: beside its YAML with the same name, unless `-o` says otherwise.
 * @param several whether the user named more than one document
 * @param output value of `-o`: a file for one document, a folder for several
 * @throws {UsageError} when two documents would have the same file, or when the name does not fit the formats
 */
export function targetsOf(
  documents: FormDocument[],
  several: boolean,
  output: string | undefined,
  formats: Format[],
): Target[] {
  const named = output === undefined ? undefined : baseName(output, formats);
  if (named !== undefined && several) throw new UsageError(printable`-o ${output}:要生成的不止一份,请给出文件夹`);
  const usedPaths = new Set<string>();
  return documents.map((document) => {
    const { file } = document.source;
    const piped = file === STDIN_NAME;
    const own = path.basename(file).replace(/\.(?:ya?ml|docx)$/iu, "");
    // beside a Word file its own name is taken
    const isTaken = output === undefined && /\.docx$/iu.test(file);
    const name = piped ? document.kindName : isTaken ? `${own}.重排` : own;
    const base = named ?? toDisplayPath(path.join(output ?? (piped ? "." : path.dirname(file)), name));
    // on Windows and macOS A.docx and a.docx are the same file
    const folded = base.normalize("NFC").toLowerCase();
    if (usedPaths.has(folded))
      throw new UsageError(printable`有两份会写到同一个文件 ${base}.${formats[0]}:改文件名,或分开生成`);
    usedPaths.add(folded);
    return { document, base };
  });
}

/**
 * Removes the extension from the file name in `-o`: 推荐书.docx → 推荐书.
 * @returns undefined when the name has no extension of a document and must be a folder
 * @throws {UsageError} when the extension is that of another format, or when there is no name before it
 */
export function baseName(output: string, formats: Format[]): string | undefined {
  const [, base = "", ending] = /^(.*?)\.(docx?|pdf|xlsx?|ya?ml|txt)$/isu.exec(output) ?? [];
  if (ending === undefined) return undefined;
  const wanted = formats.some((format) => format === ending.toLowerCase());
  if (wanted && !/(?:^|[/\\])$/u.test(base)) return base;
  const endings = formats.map((format) => `.${format}`).join(" 或 ");
  throw new UsageError(printable`-o ${output}:文件名要以 ${endings} 结尾,几份时给出文件夹`);
}
