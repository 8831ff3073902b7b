import { existsSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import { check } from "../api/check.js";
import { hasAttachment } from "../io/files/find-attachment.js";
import { findInputs } from "../io/files/find-inputs.js";
import { findWaivers } from "../io/files/find-waivers.js";
import { readBounded } from "../io/files/read-bounded.js";
import { openForms } from "../io/forms/form-catalog.js";
import { type FormCatalog, openAll } from "../model/form-catalog.js";
import type { AttachmentExists } from "../model/ledger.js";
import { MAX_OFFICE_BYTES } from "../model/limits.js";
import type { FindPicture } from "../model/picture.js";
import type { Report } from "../model/report.js";
import { formatMegabytes } from "../text/format-bytes.js";
import { printable } from "../text/printable.js";
import type { Context } from "./context.js";
import { UsageError } from "./exit-codes.js";

/** The forms of a run: those in the folder named with `--forms`, and the package's. */
export function formsOf(command: Command, { cwd }: Context): FormCatalog {
  const { forms } = command.optsWithGlobals<{ forms?: string }>();
  if (forms === undefined) return openForms();
  const folder = path.resolve(cwd, forms);
  if (!existsSync(path.join(folder, "schemas")))
    throw new UsageError(printable`--forms ${forms}:这个文件夹里没有 schemas`);
  return openForms([folder]);
}

/** The bytes of a Word template. @throws {UsageError} when the file is none that can be read */
export function readTemplateFile(name: string, { cwd }: Context): Uint8Array {
  const bytes = readBounded(path.resolve(cwd, name), MAX_OFFICE_BYTES);
  if (bytes instanceof Uint8Array) return bytes;
  throw new UsageError(
    printable`${name}:不是普通文件,或超过 ${formatMegabytes(MAX_OFFICE_BYTES)},没有读取;模板是 .docx 文件`,
  );
}

/** How the named files are checked. */
export interface CheckInputOptions {
  draft?: boolean;
  today?: string;
  /** Nothing is to be made of the documents: of many, they take much memory. */
  onlyFindings?: boolean;
  stdinFilename?: string;
}

/**
 * Reads and checks what the arguments name.
 * @param names files, folders, globs, `-`; none stands for the usual file of a form in this folder
 * @throws {UsageError} when nothing is named and the usual file is not there
 */
export async function checkInput(
  names: string[],
  command: Command,
  context: Context,
  { stdinFilename, ...options }: CheckInputOptions = {},
): Promise<Report> {
  const { cwd, stdin, today } = context;
  const forms = formsOf(command, context);
  const wanted = names.length > 0 ? names : await usualFiles(forms, context);
  const inputs = await findInputs(wanted, { cwd, stdin, stdinName: stdinFilename });
  return check(inputs, { today, ...options, forms, loadPictures: () => loadPictures(context), ...findWaivers(cwd) });
}

/** What looks for the files that documents, named relative to the current folder, say are attached. */
export function attachmentFinder({ cwd }: Context): AttachmentExists {
  return ({ source }, name) => hasAttachment(path.resolve(cwd, source.file), name);
}

/** What finds the pictures of documents that are named relative to the current folder. */
export async function loadPictures({ cwd }: Context): Promise<FindPicture> {
  const { pictureFinder } = await import("../io/files/find-picture.js");
  return pictureFinder(cwd);
}

/**
 * The usual file of each form, as far as it is in this folder.
 * @throws {UsageError} when there is none
 */
export async function usualFiles(forms: FormCatalog, { cwd }: Context): Promise<string[]> {
  const usual = (await openAll(forms)).flatMap(({ documents }) => Object.values(documents).map(({ file }) => file));
  const present = [...new Set(usual)].filter((file) => existsSync(path.join(cwd, file)));
  if (present.length === 0)
    throw new UsageError(
      `没有写文件名,这里也没有 ${[...new Set(usual)].join(" 或 ")}\n写上文件名,或用 ptc init 新建一份`,
    );
  return present;
}
