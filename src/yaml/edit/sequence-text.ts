import { diffArrays } from "diff";
import type { Data } from "../../model/document.js";

/**
 * Writes a list of names that is typed with a dash for each: lines of names that stay are kept as they are, with their
 * comments, and so are comments on lines of their own.
 * @param old the list as typed, from its first dash
 * @param indent of its dashes
 * @param raw the items as YAML reads them
 * @param write writes a name
 * @returns undefined when the lines cannot be told apart
 */
export function sequenceText(
  old: string,
  indent: string,
  raw: readonly Data[],
  names: readonly string[],
  write: (name: string) => string,
): string | undefined {
  const lines = `${indent}${old}`.split(/\r?\n/u);
  const items: { above: string[]; line: string }[] = [];
  let above: string[] = [];
  for (const line of lines) {
    if (/^\s*(?:#|$)/u.test(line)) above.push(line);
    else if (line.startsWith(`${indent}- `)) {
      items.push({ above, line });
      above = [];
    } else return undefined;
  }
  const typed = raw.map((each) => (typeof each === "string" ? each.trim() : undefined));
  if (items.length !== raw.length || typed.includes(undefined)) return undefined;
  const written: string[] = [];
  let at = 0;
  const gone: string[] = [];
  for (const { value, added, removed } of diffArrays(typed as string[], [...names])) {
    for (const name of value) {
      if (added) written.push(...gone.splice(0), `${indent}- ${write(name)}`);
      else {
        const item = items[at] as (typeof items)[number];
        at += 1;
        if (removed) gone.push(...item.above);
        else written.push(...gone.splice(0), ...item.above, item.line);
      }
    }
  }
  return [...written, ...gone, ...above].join("\n").slice(indent.length);
}
