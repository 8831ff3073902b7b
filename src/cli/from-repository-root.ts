import { existsSync } from "node:fs";
import path from "node:path";
import { isInside } from "../io/files/is-inside.js";
import type { Report } from "../model/report.js";
import type { Context } from "./context.js";

/**
 * Names the files of a report from the root of the repository, for services that show findings there. Without a
 * repository, and for files outside it, names stay as they are.
 */
export function fromRepositoryRoot(report: Report, context: Context): Report {
  const root = repositoryRoot(context);
  if (root === undefined || root === context.cwd) return report;
  const rename = (file: string) => {
    const full = path.resolve(context.cwd, file);
    return isInside(full, root) ? path.relative(root, full).split(path.sep).join("/") : file;
  };
  const renamed = <T extends { file: string }>(place: T): T => ({ ...place, file: rename(place.file) });
  return {
    ...report,
    files: report.files.map(rename),
    diagnostics: report.diagnostics.map((each) => ({ ...renamed(each), related: each.related.map(renamed) })),
  };
}

/** Finds the root: the workspace of GitHub Actions when the current folder is in it, otherwise the repository of git. */
function repositoryRoot({ cwd, env }: Context): string | undefined {
  const { GITHUB_WORKSPACE: workspace } = env;
  if (workspace && (cwd === workspace || isInside(cwd, workspace))) return workspace;
  for (let folder = cwd; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, ".git"))) return folder;
    if (path.dirname(folder) === folder) return undefined;
  }
}
