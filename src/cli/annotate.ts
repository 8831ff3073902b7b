import { mkdirSync } from "node:fs";
import path from "node:path";
import { annotate, returnNote, WordFileError } from "../api/annotate.js";
import { toDisplayPath } from "../io/files/find-inputs.js";
import { readFile } from "../io/files/read-input.js";
import { ANNOTATED_ENDING, RETURN_NOTE } from "../model/annotation.js";
import type { FormDocument } from "../model/document.js";
import type { FormCatalog } from "../model/form-catalog.js";
import type { Report } from "../model/report.js";
import { printable } from "../text/printable.js";
import { loadPictures } from "./check-input.js";
import type { Context } from "./context.js";
import { UsageError } from "./exit-codes.js";
import { baseName } from "./render-targets.js";
import { printWritten, refuseInputOverwrite, writeOutput } from "./write-output.js";

/** Where annotated copies go. */
interface Where {
  /** Value of `-o`: a .docx file for one document, a folder for several. */
  output: string | undefined;
  /** Whether the user named a folder, or several files: then a note goes with the copies. */
  several: boolean;
}

/**
 * Writes a copy with comments of every document in which something was found, and a note that says what to mend in which.
 * @throws {UsageError} when two documents would have the same copy, or when there is none
 */
export async function writeAnnotated(
  report: Report,
  forms: FormCatalog,
  { output, several }: Where,
  context: Context,
): Promise<void> {
  const answered = report.documents.map((document) => ({
    document: document as FormDocument,
    diagnostics: report.diagnostics.filter(({ file }) => file === document.source.file),
  }));
  const found = answered.filter(({ diagnostics }) => diagnostics.length > 0);
  const names = namesOf(
    found.map(({ document }) => document.source.file),
    output,
    several,
  );
  const note = path.join(output ?? commonFolder(report.files), RETURN_NOTE);
  refuseInputOverwrite(several ? [...names, note] : names, report.files, context.cwd);
  const findPicture = await loadPictures(context);
  const returned = [];
  for (const [at, each] of found.entries()) {
    const { file } = each.document.source;
    const name = names[at] as string;
    const word = /\.docx$/iu.test(file) ? readFile(file, path.resolve(context.cwd, file)).word?.bytes : undefined;
    try {
      const copy = await annotate({ ...each, word }, path.basename(name), { forms, findPicture });
      await write(name, copy.bytes, `${each.diagnostics.length} 条批注`, context);
      returned.push(copy.returned);
    } catch (error) {
      // the others are annotated all the same
      if (!(error instanceof WordFileError)) throw error;
      context.err(printable`${file}:${error.message},没有批注\n`);
    }
  }
  const known = new Set(answered.map(({ document }) => document.source.file));
  const unread = report.files.filter((file) => !known.has(file));
  for (const file of unread) context.err(printable`${file}:读不出来,或没有认出是哪张表,没有批注\n`);
  if (found.length === 0 && unread.length === 0) context.err("没有发现问题,没有要批注的\n");
  const [first] = answered;
  if (!several || !first || found.length === 0) return;
  const clean = answered.filter(({ diagnostics }) => diagnostics.length === 0).map(({ document }) => document);
  const bytes = returnNote(returned, clean, first.document);
  if (bytes) await write(note, bytes, `${found.length} 份要改`, context);
}

async function write(name: string, bytes: Uint8Array, remark: string, context: Context): Promise<void> {
  const full = path.resolve(context.cwd, name);
  mkdirSync(path.dirname(full), { recursive: true });
  await writeOutput(full, bytes, context);
  printWritten(toDisplayPath(name), context, remark);
}

function namesOf(files: readonly string[], output: string | undefined, several: boolean): string[] {
  const isFile = output !== undefined && baseName(output, ["docx"]) !== undefined;
  if (isFile && several) throw new UsageError(printable`-o ${output}:要批注的不止一份,请给出文件夹`);
  const names = files.map((file) => {
    if (isFile) return output;
    const own = `${path.basename(file).replace(/\.(?:docx|ya?ml)$/iu, "")}${ANNOTATED_ENDING}`;
    return path.join(output ?? path.dirname(file), own);
  });
  // on Windows and macOS A.docx and a.docx are the same file
  const folded = names.map((name) => path.normalize(name).normalize("NFC").toLowerCase());
  const twice = names.find((_, at) => folded.indexOf(folded[at] as string) !== at);
  if (twice !== undefined)
    throw new UsageError(printable`有两份会写到同一个文件 ${toDisplayPath(twice)}:改文件名,或分开批注`);
  return names;
}

/** The folder that all files are in. */
function commonFolder(files: readonly string[]): string {
  const [first = [], ...others] = files.map((file) => path.dirname(file).split(/[\\/]/u));
  const length = first.findIndex((step, at) => others.some((other) => other[at] !== step));
  return (length === -1 ? first : first.slice(0, length)).join("/") || (files[0]?.startsWith("/") ? "/" : ".");
}
