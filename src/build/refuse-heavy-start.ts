import type { OutputChunk, RolldownOutput } from "rolldown";
import { START } from "./start-chunk.js";

/** Modules that must not be loaded before a command needs them: libraries and slow parts of node. */
const HEAVY = [
  ...["ajv", "ajv-formats", "chalk", "d3-scale", "diff", "docx", "exceljs", "image-size", "saxes", "tinyglobby"],
  ...["node:child_process", "node:crypto", "node:os", "node:stream", "node:v8", "node:zlib"],
];

/**
 * Checks which modules the command line loads at its start.
 * @param output the bundle of the command line
 * @throws when a heavy module is imported without `import()`
 */
export function refuseHeavyStart(output: RolldownOutput["output"]): void {
  const chunks = new Map(
    output.filter((each): each is OutputChunk => each.type === "chunk").map((chunk) => [chunk.fileName, chunk]),
  );
  const loaded = new Set<string>();
  const follow = (file: string) => {
    const chunk = chunks.get(file);
    if (loaded.has(file)) return;
    loaded.add(file);
    for (const id of chunk?.moduleIds ?? []) loaded.add(id);
    for (const imported of chunk?.imports ?? []) follow(imported);
  };
  for (const { fileName, moduleIds } of chunks.values())
    if (START.some((start) => moduleIds.some((id) => id.endsWith(`/${start}`)))) follow(fileName);
  const heavy = HEAVY.filter((name) =>
    [...loaded].some((each) => each === name || each.includes(`/node_modules/${name}/`)),
  );
  if (heavy.length > 0) throw new Error(`loaded at start-up: ${heavy.join(", ")}`);
}
