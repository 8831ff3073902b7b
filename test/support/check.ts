import { readFile } from "node:fs/promises";
import path from "node:path";
import { type CheckOptions, check, openForms, type Report } from "../../src/index.js";

/** Folder of the repository. */
export const root = path.resolve(import.meta.dirname, "../..");

/** The forms of the package. */
export const forms = openForms();

/** Day on which tests judge dates. */
export const today = "2024-02-26";

/** Checks texts given by name. */
export function checkTexts(texts: Record<string, string>, options: Partial<CheckOptions> = {}): Promise<Report> {
  const named = Object.entries(texts).map(([file, text]) => ({ file, text }));
  return check(named, { forms, today, ...options });
}

/** Checks files named from the root of the repository; they are reported by their name below `base`. */
export async function checkFiles(
  files: string[],
  options: Partial<CheckOptions> & { base?: string } = {},
): Promise<Report> {
  const { base = ".", ...rest } = options;
  const texts = await Promise.all(
    files.map(async (file) => [path.posix.relative(base, file), await readFile(path.join(root, file), "utf8")]),
  );
  return checkTexts(Object.fromEntries(texts), rest);
}
