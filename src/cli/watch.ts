import { statSync, watch as watchFolder } from "node:fs";
import path from "node:path";
import type { Context } from "./context.js";

/** Milliseconds within which changes count as one, because editors write a file in several steps. */
const PAUSE = 150;

/**
 * Does some work, and does it again whenever one of the named files changes, until the context's signal or the user
 * ends it.
 * @param names files, folders and patterns as typed
 * @param work does one round and returns its exit code
 * @returns the exit code of the last round
 */
export async function watch(names: string[], work: () => Promise<number>, context: Context): Promise<number> {
  let code = await work();
  let wake: ((continues: boolean) => void) | undefined;
  let pending: NodeJS.Timeout | undefined;
  const changed = (file: string | null) => {
    if (file !== null && !/\.(?:ya?ml|png|jpe?g)$/iu.test(file)) return;
    clearTimeout(pending);
    pending = setTimeout(() => wake?.(true), PAUSE);
  };
  const watchers = [...foldersOf(names, context.cwd)].map(([folder, recursive]) =>
    watchFolder(folder, { recursive }, (_, file) => changed(file)).on("error", () => {}),
  );
  context.signal?.addEventListener("abort", () => wake?.(false));
  try {
    while (!context.signal?.aborted) {
      context.err("等待改动……按 Ctrl+C 结束\n");
      const continues = await new Promise<boolean>((resolve) => {
        wake = resolve;
      });
      if (!continues) break;
      if (context.outIsTerminal) context.out("\u001b[2J\u001b[3J\u001b[H");
      code = await work();
    }
  } finally {
    clearTimeout(pending);
    for (const each of watchers) each.close();
  }
  return code;
}

/** Lists the folders to watch. The value tells whether folders below are watched too, which a single file needs not. */
function foldersOf(names: string[], cwd: string): Map<string, boolean> {
  // when no file is named, the command reads the usual file in the current folder
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
