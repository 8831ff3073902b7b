import { readFileSync } from "node:fs";
import path from "node:path";
import { parseAst } from "vitest/node";
import { changes, type Node } from "./changes.js";

/** A small change to the source. */
export interface Mutant {
  /** From 1; 0 stands for the source as it is. */
  id: number;
  /** From the root of the repository, with `/`. */
  file: string;
  line: number;
  lineText: string;
  start: number;
  end: number;
  /** A statement that is left out; everything else takes the place of an expression. */
  statement: boolean;
  original: string;
  mutated: string;
}

/** All mutants of some files, numbered. */
export function findMutants(root: string, files: string[]): Mutant[] {
  const found = files.flatMap((file) => mutantsOf(file, readFileSync(path.join(root, file), "utf8")));
  return found.map((mutant, index) => ({ ...mutant, id: index + 1 }));
}

function mutantsOf(file: string, source: string): Omit<Mutant, "id">[] {
  const found: Omit<Mutant, "id">[] = [];
  const lines = source.split("\n");
  walk(parseAst(source, { lang: "ts" }) as unknown as Node, [], (node, ancestors) => {
    const { start, end } = node;
    const statement = node.type.endsWith("Statement");
    const line = source.slice(0, start).split("\n").length;
    const lineText = lines[line - 1] ?? "";
    const original = source.slice(start, end);
    for (const mutated of changes(node, ancestors, source))
      found.push({ file, line, lineText, start, end, statement, original, mutated });
  });
  return found;
}

/** Goes through all code, from the outside in, and leaves out types and names of modules. */
export function walk(node: Node, ancestors: Node[], visit: (node: Node, ancestors: Node[]) => void): void {
  if (node.type.startsWith("TS") && !("expression" in node)) return;
  if (node.type === "ImportDeclaration") return;
  visit(node, ancestors);
  for (const [key, value] of Object.entries(node))
    for (const child of [value].flat()) if (key !== "source" && isNode(child)) walk(child, [...ancestors, node], visit);
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}
