import { existsSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import {
  allForms,
  checkFiles,
  type FormsFolder,
  findFiles,
  findWaivers,
  MAX_OFFICE_BYTES,
  type Report,
  readBounded,
} from "../index.js";
import { formatMegabytes } from "../text/format-bytes.js";
import { printable } from "../text/printable.js";
import { type Context, UsageError } from "./context.js";

/** Folders named with `--forms`. */
export function formsFolders(command: Command, { cwd }: Context): FormsFolder[] {
  const { forms } = command.optsWithGlobals<{ forms?: string }>();
  if (forms === undefined) return [];
  const folder = path.resolve(cwd, forms);
  if (!existsSync(path.join(folder, "schemas")))
    throw new UsageError(printable`--forms ${forms}:这个文件夹里没有 schemas`);
  return [folder];
}

/** The bytes of a Word template. @throws {UsageError} when the file is none that can be read */
export function readTemplateFile(name: string, { cwd }: Context): Uint8Array {
  const bytes = readBounded(path.resolve(cwd, name), MAX_OFFICE_BYTES);
  if (!bytes)
    throw new UsageError(
      printable`${name}:不是普通文件,或超过 ${formatMegabytes(MAX_OFFICE_BYTES)},没有读取;模板是 .docx 文件`,
    );
  return bytes;
}

/**
 * Reads and checks what the arguments name.
 * @param names files, folders, globs, `-`; none stands for the usual file of a form in this folder
 * @param options `onlyFindings` where nothing is to be made of the documents: of many, they take much memory
 * @throws {UsageError} when nothing is named and the usual file is not there
 */
export async function checkInput(
  names: string[],
  command: Command,
  context: Context,
  options: { draft?: boolean; today?: string; onlyFindings?: boolean; stdinFilename?: string } = {},
): Promise<Report & { unreadable: boolean }> {
  const forms = formsFolders(command, context);
  const wanted = names.length > 0 ? names : await usualFiles(forms, context);
  const found = await findFiles(wanted, context.cwd, context.stdin, options.stdinFilename);
  return checkFiles(found, {
    today: context.today,
    folder: context.cwd,
    ...options,
    forms,
    ownProcess: true,
    waivers: findWaivers(context.cwd),
  });
}

/**
 * The usual file of each form, as far as it is in this folder.
 * @throws {UsageError} when there is none
 */
export async function usualFiles(forms: FormsFolder[], { cwd }: Context): Promise<string[]> {
  const usual = (await allForms(forms)).flatMap(({ documents }) => Object.values(documents).map(({ file }) => file));
  const present = [...new Set(usual)].filter((file) => existsSync(path.join(cwd, file)));
  if (present.length === 0)
    throw new UsageError(
      `没有写文件名,这里也没有 ${[...new Set(usual)].join(" 或 ")}\n写上文件名,或用 ptc init 新建一份`,
    );
  return present;
}
