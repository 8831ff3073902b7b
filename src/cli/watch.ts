import { statSync, watch as watchFolder } from "node:fs";
import path from "node:path";
import type { Context } from "./context.js";

/** Editors write a file in several steps: what changes within this many milliseconds is one change. */
const PAUSE = 150;

/**
 * Does something, and again whenever a file among the named ones changes, until it is stopped.
 * @param names files, folders and patterns as typed
 * @param work returns the exit code of one round
 * @returns the exit code of the last round
 */
export async function watch(names: string[], work: () => Promise<number>, context: Context): Promise<number> {
  let code = await work();
  let again: ((go: boolean) => void) | undefined;
  let pending: NodeJS.Timeout | undefined;
  const changed = (file: string | null) => {
    if (file !== null && !/\.(?:ya?ml|png|jpe?g)$/iu.test(file)) return;
    clearTimeout(pending);
    pending = setTimeout(() => again?.(true), PAUSE);
  };
  const watchers = [...foldersOf(names, context.cwd)].map(([folder, recursive]) =>
    watchFolder(folder, { recursive }, (_, file) => changed(file)).on("error", () => {}),
  );
  context.signal?.addEventListener("abort", () => again?.(false));
  try {
    while (!context.signal?.aborted) {
      context.err("等待改动……按 Ctrl+C 结束\n");
      const go = await new Promise<boolean>((resolve) => {
        again = resolve;
      });
      if (!go) break;
      if (context.outIsTerminal) context.out("\u001b[2J\u001b[3J\u001b[H");
      code = await work();
    }
  } finally {
    clearTimeout(pending);
    for (const each of watchers) each.close();
  }
  return code;
}

/** The folders to look at, and whether with all below: folders and patterns are, beside a file only its neighbours. */
function foldersOf(names: string[], cwd: string): Map<string, boolean> {
  // without a name it is the usual file in this folder
  const folders = new Map<string, boolean>(names.length === 0 ? [[cwd, false]] : []);
  for (const name of names) {
    const fixed = name.split(/[/\\](?=[^/\\]*[*?[{])/u)[0] as string;
    const full = path.resolve(cwd, /[*?[{]/u.test(fixed) ? "." : fixed);
    const isFolder = statSync(full, { throwIfNoEntry: false })?.isDirectory() ?? false;
    const folder = isFolder ? full : path.dirname(full);
    folders.set(folder, (folders.get(folder) ?? false) || isFolder);
  }
  return folders;
}
