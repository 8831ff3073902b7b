import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import type { Mutant } from "./find-mutants.js";

/** A mutant that no test needs to notice. Lines move, so it is known by their text. */
export interface Accepted {
  file: string;
  /** The line it is in. */
  line: string;
  /** What stands there and what takes its place. */
  change: string;
  why: string;
}

/** Those listed in `accepted.yaml`. */
export function readAccepted(): Accepted[] {
  return parse(readFileSync(path.join(import.meta.dirname, "accepted.yaml"), "utf8")) ?? [];
}

/** How a mutant is listed. */
export function entryOf({ file, lineText, original, mutated }: Mutant): Accepted {
  return { file, line: short(lineText), change: `${short(original)} → ${short(mutated) || "(去掉)"}`, why: "" };
}

export function isSame(one: Accepted, other: Accepted): boolean {
  return one.file === other.file && one.line === other.line && one.change === other.change;
}

/** Source on a line, without the middle of what is long. */
function short(source: string): string {
  const line = source.trim().replace(/\s+/gu, " ");
  return line.length > 90 ? `${line.slice(0, 60)}…${line.slice(-25)}` : line;
}
