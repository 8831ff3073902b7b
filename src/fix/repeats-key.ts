import { indentOf, leadingSpace } from "../yaml/indent.js";

/** A line with a key, perhaps after a dash. */
interface KeyLine {
  key: string;
  /** The column of the key. */
  column: number;
}

const KEYED = /^\s*((?:- +)*)(?!- )(["']?)([^\s:："'#|>{}[\]][^:："']*)\2:(?:\s|$)/u;

/**
 * Whether an edit has made a line a field that stands on another line beside it already. It looks at the lines alone:
 * the text may still be one that cannot be read.
 * @param edited the lines that edits have written, from 0
 */
export function repeatsKey(lines: readonly string[], edited: ReadonlySet<number>): boolean {
  const places = new Map<string, number[]>();
  for (const [at, line] of lines.entries()) {
    const found = keyOn(line);
    if (!found) continue;
    const name = `${found.column} ${found.key}`;
    places.set(name, [...(places.get(name) ?? []), at]);
  }
  return [...places.values()].some((all) =>
    all.some((at, index) => {
      const next = all[index + 1];
      return next !== undefined && edited.has(at) !== edited.has(next) && areBeside(lines, at, next);
    }),
  );
}

/** Whether the keys on two lines, in the same column, are of one mapping: nothing between them ends it. */
function areBeside(lines: readonly string[], first: number, second: number): boolean {
  const column = keyOn(lines[first] ?? "")?.column ?? 0;
  const ends = (line: string) => line.trim() !== "" && !/^\s*#/u.test(line) && indentOf(line) < column;
  return !lines.slice(first + 1, second + 1).some(ends);
}

function keyOn(line: string): KeyLine | undefined {
  const [, dashes = "", , key] = KEYED.exec(line) ?? [];
  return key === undefined ? undefined : { key: key.trimEnd(), column: leadingSpace(line).length + dashes.length };
}
