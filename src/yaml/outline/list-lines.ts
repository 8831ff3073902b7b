import { describeSlip } from "../slip-sentences.js";
import { isNames, type Level } from "./levels.js";
import { type OutlineLine, outlineLine } from "./line.js";
import type { LastValue, OutlineSlip } from "./outline-slip.js";

/** What people put in front of the lines of a list instead of a dash and a space. */
const BULLET = /^(?:[-－—–•·●○■◆▪*★]|[(（]?\d{1,2}[)）.、．]|[①-⑳])[ \t\u3000]*/u;

/** What separates names on one line. */
const SEPARATOR = /[、，,;；]$/u;

/** A sentence, not a name. */
const SENTENCE = /[。！？!?:：]|.{41}/u;

/**
 * Reads lines of a list that lack their dash, or the space after it. YAML reads them as one text.
 * @param last what was read before them
 * @param found takes the slip
 * @returns the line after them; undefined when they are none
 */
export function listLines(
  lines: string[],
  line: OutlineLine,
  levels: Level[],
  last: LastValue | undefined,
  found: OutlineSlip[],
): number | undefined {
  const list = levels.at(-1);
  const inList = list?.holds === "values" && (last?.isItem || last?.line.at === undefined || isBlankField(last));
  const below = last && !last.isItem && last.field !== undefined && isNames(last.field) && !isBlankField(last);
  if (!inList && !below) return undefined;
  const indent = inList ? list.children : (last?.indent ?? 0) + 2;
  // a name that goes on in the next line, or names of which the line above ends with a comma
  const above = lines[(last?.line.at ?? line.at) as number] ?? "";
  if (below && line.indent > (last?.indent ?? 0) && SEPARATOR.test(above.trimEnd())) return line.at + 1;
  const own: OutlineLine[] = [];
  for (let at = line.at; at < lines.length; at += 1) {
    const each = outlineLine(lines, at);
    if (!each) {
      if ((lines[at] ?? "").trim() === "") continue;
      break;
    }
    if ((each.dash !== undefined && !below) || each.strange || (each.key !== undefined && each.plain)) break;
    own.push(each);
    if (last?.isItem) break;
  }
  const [first] = own;
  if (!first) return undefined;
  const end = (own.at(-1) as OutlineLine).at + 1;
  // lines that YAML reads as one text are taken for one name each when the list is read
  const margin = last?.isItem ? indent : (list?.indent ?? last?.indent ?? 0);
  if (own.every((each) => each.dash === undefined && each.indent > margin)) return end;
  const edits = own.map(({ at, indent: width, text }) => ({
    line: at,
    from: 0,
    to: width + (BULLET.exec(text)?.[0].length ?? 0),
    text: `${" ".repeat(indent)}- `,
  }));
  // the first name stands beside the key
  if (below && last) {
    const { at, colon, start, rest } = last.line;
    const to = start + (BULLET.exec(rest)?.[0].length ?? 0);
    edits.unshift({ line: at, from: colon, to, text: `\n${" ".repeat(indent)}- ` });
  }
  const glued = own.every(({ text }) => /^-\S/u.test(text));
  // below a remark they may be what the next field is about
  const remark = lines.slice((last?.line.at ?? first.at) + 1, first.at).some((typed) => /^\s*#/u.test(typed));
  // one line below a name may be another name, or the rest of that one
  const isRest = below && own.length === 1 && !BULLET.test(first.text);
  const guess = remark || isRest || own.some(({ text }) => SENTENCE.test(text) || SEPARATOR.test(text));
  found.push({
    ...(first.dash !== undefined && last
      ? describeSlip("item-below-value", last.field?.key ?? "")
      : glued
        ? describeSlip("no-space-after-dash")
        : describeSlip("list-without-dashes", own.length)),
    line: first.at,
    from: first.indent,
    to: first.indent + first.text.length,
    edits,
    guess,
  });
  return end;
}

function isBlankField({ line: { rest } }: LastValue): boolean {
  return rest === "" || rest.startsWith("#");
}
