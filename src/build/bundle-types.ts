import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

// No bundler of declarations works on node 20 with this version of TypeScript. The library's exports are simple enough
// to be joined as text: interfaces, types, functions and classes, and each name is declared only once.

/**
 * Writes the declarations of the library's exports into one file.
 * @param root folder of the repository
 * @param target full path of the file to write
 * @throws when two source files declare the same name, or when tsc fails
 */
export async function bundleTypes(root: string, target: string): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "ptc-types-"));
  try {
    const tsc = path.join(root, "node_modules/typescript/bin/tsc");
    execFileSync(process.execPath, [tsc, "-p", "tsconfig.types.json", "--outDir", folder], { cwd: root });
    const declarations = new Map<string, string>();
    const entry = path.join(folder, "index.d.ts");
    await collect(entry, declarations);
    const exported = exportedNames(declarations.get(entry) ?? "");
    declarations.delete(entry);
    const parts = [...declarations.values()].map(withoutModules);
    refuseRepeatedNames(parts);
    await writeFile(target, `${parts.join("\n")}\nexport { ${exported.join(", ")} };\n`);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const MODULE = /^(?:import|export) [^;]*?from "(\.[^"]+)";$/gmu;

/** Reads a file and the files that it imports into `found`, each once. */
async function collect(file: string, found: Map<string, string>): Promise<void> {
  if (found.has(file)) return;
  const text = await readFile(file, "utf8");
  found.set(file, text);
  for (const [, imported = ""] of text.matchAll(MODULE))
    await collect(path.join(path.dirname(file), imported.replace(/\.js$/u, ".d.ts")), found);
}

/** Lists the names that the entry file exports, those of types with `type` before them. */
function exportedNames(entry: string): string[] {
  return [...entry.matchAll(/^export (type )?\{([^}]*)\} from/gmu)].flatMap(([, type = "", names = ""]) =>
    names
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== "")
      .map((name) => `${name.startsWith("type ") ? "" : type}${name}`),
  );
}

/** Removes imports and exports from the declarations of a file. */
function withoutModules(text: string): string {
  return text
    .replaceAll(MODULE, "")
    .replaceAll(/^export \{\};$/gmu, "")
    .replaceAll(/^export (?=(?:declare |interface |type |abstract ))/gmu, "")
    .trim();
}

/** @throws when two files declare the same name */
function refuseRepeatedNames(parts: string[]): void {
  const names = parts.flatMap((part) =>
    [...part.matchAll(/^(?:declare (?:abstract )?)?(?:interface|type|class|function|const) (\w+)/gmu)].map(
      ([, name = ""]) => name,
    ),
  );
  const repeated = names.filter((name, index) => names.indexOf(name) !== index);
  if (repeated.length > 0) throw new Error(`declared in several files: ${[...new Set(repeated)].join(", ")}`);
}
