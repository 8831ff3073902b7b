import { existsSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import { check } from "../api/check.js";
import { hasAttachment } from "../io/files/find-attachment.js";
import { findInputs, toDisplayPath } from "../io/files/find-inputs.js";
import { findWaivers } from "../io/files/find-waivers.js";
import { readBounded } from "../io/files/read-bounded.js";
import { openForms } from "../io/forms/form-catalog.js";
import { type FormCatalog, openAll } from "../model/form-catalog.js";
import type { Input } from "../model/input.js";
import type { AttachmentExists } from "../model/ledger.js";
import { MAX_OFFICE_BYTES } from "../model/limits.js";
import type { FindPicture } from "../model/picture.js";
import type { Report } from "../model/report.js";
import { waiversNote } from "../report/diagnostics/waivers-note.js";
import { formatMegabytes } from "../text/format-bytes.js";
import { printable } from "../text/printable.js";
import type { Context } from "./context.js";
import { UsageError } from "./exit-codes.js";
import { printStack } from "./print-stack.js";

/**
 * Opens the forms of a run: those in the folder named with `--forms`, and the package's own.
 * @throws {UsageError} when the folder has no `schemas`
 */
export function formsOf(command: Command, context: Context): FormCatalog {
  const folder = formsFolder(command, context);
  if (folder === undefined) return openForms();
  if (!existsSync(path.join(folder, "schemas")))
    throw new UsageError(printable`--forms ${path.relative(context.cwd, folder)}:这个文件夹里没有 schemas`);
  return openForms([folder]);
}

/** Gives the full path of the folder named with `--forms`; undefined when there is none. */
export function formsFolder(command: Command, { cwd }: Context): string | undefined {
  const { forms } = command.optsWithGlobals<{ forms?: string }>();
  return forms === undefined ? undefined : path.resolve(cwd, forms);
}

/** Reads the bytes of a Word template. @throws {UsageError} when it is not a regular file or is too large */
export function readTemplateFile(name: string, { cwd }: Context): Uint8Array {
  const bytes = readBounded(path.resolve(cwd, name), MAX_OFFICE_BYTES);
  if (bytes instanceof Uint8Array) return bytes;
  throw new UsageError(
    printable`${name}:不是普通文件,或超过 ${formatMegabytes(MAX_OFFICE_BYTES)},没有读取;模板是 .docx 文件`,
  );
}

/** How the files that a command names are checked. */
export interface CheckInputOptions {
  /** Accept fields that are not filled in yet. */
  draft?: boolean | undefined;
  /** The day that counts as today, YYYY-MM-DD; the real day when not given. */
  today?: string;
  /** Return only findings. The data of many documents takes much memory, so it is not kept when it is not needed. */
  onlyFindings?: boolean | undefined;
  /** Set when the output says itself which waivers were applied; otherwise it is said on stderr. */
  reportsWaivers?: boolean | undefined;
  /** Name of the file whose text comes from standard input. */
  stdinFilename?: string | undefined;
  /** The forms; those that the command names when not given. */
  forms?: FormCatalog;
}

/**
 * Reads and checks the files that the arguments name.
 * @param names files, folders, globs, `-`; when empty, the usual file of each form in the current folder
 * @throws {UsageError} when nothing is named and the current folder has no usual file
 */
export async function checkInput(
  names: string[],
  command: Command,
  context: Context,
  { stdinFilename, reportsWaivers, ...options }: CheckInputOptions = {},
): Promise<Report> {
  const { cwd, root, stdin, today } = context;
  const { forms = formsOf(command, context) } = options;
  const found = names.length === 0;
  const wanted = found ? await usualFiles(forms, context) : names;
  const all = await findInputs(wanted, { cwd, stdin, found, stdinName: stdinFilename });
  const inputs = all.some(({ file }) => /\.docx$/iu.test(file)) ? await sourcesIn(all, wanted, context) : all;
  const report = await check(inputs, {
    today,
    ...options,
    forms,
    loadPictures: () => loadPictures(context),
    onDefect: (error) => printStack(error, context),
    ...findWaivers(cwd, root),
  });
  const note = reportsWaivers ? undefined : waiversNote(report);
  if (note !== undefined) context.err(`${note}\n`);
  return report;
}

/** Leaves out Word files that are no documents of their own, and says how many. */
async function sourcesIn(all: Input[], names: string[], { err }: Context): Promise<Input[]> {
  const { withoutOutputs } = await import("./without-outputs.js");
  const { inputs, outputs } = withoutOutputs(all, names.map(toDisplayPath));
  if (outputs > 0) err(`${outputs} 份 Word 与旁边的 YAML 同名,或是 ptc 生成后没有改过的,没有另外看;要看就写出文件名\n`);
  return inputs;
}

/** Makes the function that looks for attachments of documents. Documents are named relative to the current folder. */
export function attachmentFinder({ cwd }: Context): AttachmentExists {
  return ({ source }, name) => hasAttachment(path.resolve(cwd, source.file), name);
}

/** Loads the function that finds the pictures of documents. Documents are named relative to the current folder. */
export async function loadPictures({ cwd }: Context): Promise<FindPicture> {
  const { pictureFinder } = await import("../io/files/find-picture.js");
  return pictureFinder(cwd);
}

/**
 * Lists the usual files of the forms (such as `application.yaml`) that exist in the current folder.
 * @throws {UsageError} when none exists
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
