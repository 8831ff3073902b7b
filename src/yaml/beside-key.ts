import type { Field } from "../model/field.js";
import { allFieldHints } from "../model/field-hint.js";
import { isInBlock } from "./indent.js";
import { isBlank, type OutlineLine, outlineLine } from "./outline/line.js";
import type { OutlineSlip } from "./outline/outline-slip.js";
import { describeSlip } from "./slip-sentences.js";

/**
 * Finds lines that are no fields and that the blank form explains: an answer on the line below its key, or between the
 * hint and its key, and a hint that has lost its `#`.
 * @param root the form's root field
 */
export function besideKeySlips(lines: string[], root: Field): OutlineSlip[] {
  const fields = fieldsByKey(root);
  const hints = new Set([...fields.values()].flat().flatMap(allFieldHints));
  return lines.flatMap((typed, at): OutlineSlip[] => {
    const line = outlineLine(lines, at);
    if (!line || line.key !== undefined || line.dash !== undefined || line.strange || isInBlock(lines, at)) return [];
    const here = { line: at, from: line.indent, to: typed.trimEnd().length, guess: false };
    if (hints.has(line.text)) {
      const edits = [{ line: at, from: line.indent, to: line.indent, text: "# " }];
      return [{ ...describeSlip("hint-without-mark"), ...here, edits }];
    }
    const above = outlineLine(lines, at - 1);
    if (above && takesValue(above, fields, false) && line.indent <= keyColumn(above)) {
      // several lines are a list without dashes
      const next = outlineLine(lines, at + 1);
      if (next && next.key === undefined && next.indent <= keyColumn(above)) return [];
      const edits = [{ line: at, from: 0, to: line.indent, text: " ".repeat(keyColumn(above) + 2) }];
      return [{ ...describeSlip("value-below-key", above.key as string), ...here, edits }];
    }
    const below = outlineLine(lines, at + 1);
    const hint = /^\s*#\s*(.*?)\s*$/u.exec(lines[at - 1] ?? "")?.[1] ?? "";
    if (!below || !takesValue(below, fields, true) || line.indent !== keyColumn(below)) return [];
    const asked = fields.get(below.key as string) ?? [];
    if (!asked.some((field) => allFieldHints(field).includes(hint))) return [];
    return [
      { ...describeSlip("value-above-key", below.key as string), ...here, edits: keyInFront(lines, line, below) },
    ];
  });
}

/** The fields of a form by their keys. */
function fieldsByKey(root: Field): Map<string, Field[]> {
  const found = new Map<string, Field[]>();
  const walk = (field: Field) => {
    found.set(field.key, [...(found.get(field.key) ?? []), field]);
    field.children.forEach(walk);
  };
  root.children.forEach(walk);
  return found;
}

/** Whether a line is a key that waits for a value. @param texts whether it may be a key of a text, with its `|` */
function takesValue({ key, plain, rest, start }: OutlineLine, fields: Map<string, Field[]>, texts: boolean): boolean {
  const own = fields.get(key ?? "");
  if (!own || !plain || start === 0) return false;
  const isText = own.every(({ wordLimit }) => wordLimit !== undefined);
  if (isText) return texts && /^\|\s*$/u.test(rest);
  return isBlank({ rest }) && own.every((field) => field.wordLimit === undefined && isOnLine(field));
}

/** Whether the value of a field stands on the line of its key. */
function isOnLine({ children, schema }: Field): boolean {
  return children.length === 0 || (schema.shorthand !== undefined && schema.join !== undefined);
}

/** The column of the key of a field. */
function keyColumn({ dash, indent }: OutlineLine): number {
  return dash ?? indent;
}

/** Makes the edits that put a key in front of its value, which stands on the line above. */
function keyInFront(lines: string[], line: OutlineLine, below: OutlineLine): OutlineSlip["edits"] {
  const typed = lines[below.at] ?? "";
  const head = typed.slice(0, below.colon).trimEnd();
  const isText = below.rest.startsWith("|");
  const end = typed.endsWith("\r") ? "\r\n" : "\n";
  const text = isText ? `${head} |${end}${" ".repeat(keyColumn(below) + 2)}` : `${head} `;
  const rest = below.rest.startsWith("#") ? below.start : typed.trimEnd().length;
  return [
    { line: line.at, from: 0, to: line.indent, text },
    { line: below.at, from: 0, to: rest, text: below.rest.startsWith("#") ? " ".repeat(keyColumn(below)) : "" },
  ];
}
