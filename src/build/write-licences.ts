import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { RolldownOutput } from "rolldown";

/**
 * Writes the licences of the libraries that a bundle contains, as they ask of whoever passes them on.
 * @param output the bundle
 * @param target full path of the file to write: each library with its version and the text of its licence, by name
 * @throws when a library has no licence, neither a text nor a name of one
 */
export async function writeLicences(output: RolldownOutput["output"], target: string): Promise<void> {
  const modules = output.flatMap((each) => (each.type === "chunk" ? each.moduleIds : []));
  const folders = new Set(modules.flatMap((id) => packageFolder(id) ?? []));
  const licences = await Promise.all([...folders].sort().map(licenceOf));
  await writeFile(target, `${[...new Set(licences)].join(`\n${"-".repeat(80)}\n\n`)}`);
}

/** Tells the folder of the package that a module is from; undefined for our own. */
function packageFolder(id: string): string | undefined {
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/u.exec(id.replaceAll("\\", "/"))?.[0];
}

async function licenceOf(folder: string): Promise<string> {
  const { name, version, license } = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
  const file = (await readdir(folder)).find((each) => /^(?:licen[cs]e|copying)/iu.test(each));
  const text = file && (await readFile(path.join(folder, file), "utf8")).replaceAll("\r\n", "\n").trim();
  if (!text && !license) throw new Error(`${name} has no licence`);
  return `${name} ${version}\n\n${text ?? `Licence: ${license}`}\n`;
}
