import { realpathSync } from "node:fs";
import path from "node:path";
import type { FormCatalog } from "../model/form-catalog.js";
import { filterReport, type Report } from "../model/report.js";
import { printable } from "../text/printable.js";
import type { Context } from "./context.js";

/** A report on what changed. */
export interface ChangedReport {
  report: Report;
  /** What to tell people about the limit. */
  notes: string[];
  /** Whether nothing changed, so that nothing is reported. */
  nothing: boolean;
}

/** Checks all files. The context says where they are. */
export type CheckAll = (context: Context) => Promise<Report>;

/**
 * Reports on the documents that changed since a branch or commit. The others are compared with them.
 * @param forms full path of the folder with the user's own forms
 * @throws {GitError} when git cannot tell what changed
 */
export async function checkSince(
  since: string,
  forms: string | undefined,
  context: Context,
  checkAll: CheckAll,
): Promise<ChangedReport> {
  const { changesSince } = await import("../io/git/changes.js");
  const { concernedFiles } = await import("../io/git/concerned-files.js");
  const { openRepository } = await import("../io/git/repository.js");
  const changes = changesSince(openRepository(context.cwd, "--since"), since);
  return limited(
    await checkAll(context),
    concernedFiles(changes, context.cwd, forms),
    printable`与 ${since} 相比改动了`,
  );
}

/**
 * Reports on the documents that are staged for the next commit, as they are staged. When nothing is staged, as in CI, it
 * reports on all that git tracks. YAML files of other programs are passed over.
 * @param formsFolder full path of the folder with the user's own forms
 * @throws {GitError} when git cannot tell what is staged
 */
export async function checkStaged(
  forms: FormCatalog,
  formsFolder: string | undefined,
  context: Context,
  checkAll: CheckAll,
): Promise<ChangedReport> {
  const { stagedChanges } = await import("../io/git/changes.js");
  const { concernedFiles } = await import("../io/git/concerned-files.js");
  const { openRepository } = await import("../io/git/repository.js");
  const { withStagedFiles } = await import("../io/git/staged-files.js");
  const { withoutOtherYaml } = await import("./without-other-yaml.js");
  const repository = openRepository(context.cwd, "--staged");
  return withStagedFiles(repository, async (copy) => {
    const inCopy = (folder: string) => path.join(copy, path.relative(repository.top, realpathSync.native(folder)));
    const changes = stagedChanges(repository, copy);
    const cwd = inCopy(context.cwd);
    const { report, others } = await withoutOtherYaml(await checkAll({ ...context, cwd, root: copy }), forms);
    const all = withTexts(report);
    const passed = others.length > 0 ? [`${others.length} 份别的 YAML 没有看`] : [];
    if (changes.changed.size === 0) return { report: all, notes: passed, nothing: false };
    const found = limited(all, concernedFiles(changes, cwd, formsFolder && inCopy(formsFolder)), "要提交的有");
    return { ...found, notes: [...found.notes, ...passed] };
  });
}

function limited(all: Report, isConcerned: (file: string) => boolean, which: string): ChangedReport {
  const report = filterReport(all, isConcerned);
  const [changed, others] = [report.files.length, all.files.length - report.files.length];
  const note = `${which} ${changed} 份,只报与它们有关的;其余 ${others} 份只参加比对`;
  return { report, notes: [note], nothing: changed === 0 };
}

/** Keeps the texts that findings show, because the files are about to be removed. */
function withTexts(report: Report): Report {
  const texts = new Map<string, string>();
  for (const { file } of report.diagnostics) {
    const text = texts.get(file) ?? report.texts.get(file);
    if (text !== undefined) texts.set(file, text);
  }
  return { ...report, texts };
}
