import path from "node:path";
import { parseAst } from "vitest/node";
import type { Node } from "./changes.js";
import { type Mutant, walk } from "./find-mutants.js";

/** Part of a vite plugin. */
interface SourcePlugin {
  name: string;
  enforce: "pre";
  transform(source: string, id: string): { code: string; map: null } | undefined;
}

/**
 * Gives vitest the sources of `src` with all mutants in them. Which one is active is decided while the code runs, so
 * it is loaded once for all of them.
 */
export function instrumented(root: string, mutants: Mutant[]): SourcePlugin {
  const byFile = new Map<string, Mutant[]>();
  for (const mutant of mutants) byFile.set(mutant.file, [...(byFile.get(mutant.file) ?? []), mutant]);
  return {
    name: "mutants",
    enforce: "pre",
    transform(source, id) {
      const file = path.relative(root, id).split(path.sep).join("/");
      if (!/^src\/.*\.ts$/u.test(file)) return undefined;
      return { code: instrument(source, byFile.get(file) ?? []), map: null };
    },
  };
}

/**
 * A source in which `globalThis.mutants` says which mutant takes the place of the original. Loops count their rounds,
 * because a mutant may make one endless.
 */
export function instrument(source: string, mutants: Mutant[]): string {
  const pieces: Piece[] = [];
  const put = (start: number, end: number, before: string, after: string) => {
    const size = end - start;
    pieces.push({ at: start, rank: BEGINNINGS - size, text: before }, { at: end, rank: size, text: after });
  };
  for (const { id, start, end, statement, mutated } of mutants)
    if (statement) put(start, end, `{ if (!mutants.at(${id})) { `, " } }");
    else put(start, end, `(mutants.at(${id}) ? (${mutated}) : `, ")");
  walk(parseAst(source, { lang: "ts" }) as unknown as Node, [], ({ type, body }) => {
    if (LOOPS.has(type)) put((body as Node).start, (body as Node).end, "{ mutants.tick(); ", " }");
  });
  pieces.sort((a, b) => a.at - b.at || a.rank - b.rank);
  let written = 0;
  const parts = pieces.flatMap(({ at, text }) => {
    const before = source.slice(written, at);
    written = at;
    return [before, text];
  });
  return parts.join("") + source.slice(written);
}

/** Text to put into a source. */
interface Piece {
  at: number;
  /** Order at one place: what ends there comes before what begins there, and what is within what is around it. */
  rank: number;
  text: string;
}

const BEGINNINGS = 1e9;
const LOOPS = new Set(["ForStatement", "ForInStatement", "ForOfStatement", "WhileStatement", "DoWhileStatement"]);
