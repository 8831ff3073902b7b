import type { Edit, Fix } from "../model/diagnostic.js";
import type { Source } from "../model/document.js";
import { childField, type Field } from "../model/field.js";
import { findLineSlip, type Slip } from "../yaml/line-slips.js";

/** What people type between a key and its value. */
const GAP = String.raw`\s*[：:][ \t\u3000\u00a0]*|[ \t\u3000\u00a0]+`;

/** A value that stays the same value when it stands behind a colon and a space. */
const PLAIN = /^[^\s"'|>&*!?%@`{}[\],#-][^#:]*$/u;

/**
 * Makes the fix for fields that YAML reads as one text, because their colons are full-width or missing, or have no space
 * after them: 企业: 单位：甲.
 * @param start offsets in the source of the text that is read
 * @param field the field that should have them
 * @returns undefined unless each line of the text is certainly one of the fields
 */
export function fieldsFix(source: Source, start: number, end: number, field: Field): Fix | undefined {
  const edits: Edit[] = [];
  const lines = source.text.slice(start, end).split("\n");
  const before = source.text.slice(source.text.lastIndexOf("\n", start - 1) + 1, start);
  // behind the key of a mapping a field must go to the next line; in a list it may stand behind the dash
  const [, indent = "", gap = ""] = /^( *)[^\s:：#"'{}[\]-][^:：#"'{}[\]]*:( +)$/u.exec(before) ?? [];
  if (gap !== "") {
    if (lines.length > 1) return undefined;
    edits.push({ start: start - gap.length, end: start, text: `\n${indent}  ` });
  } else if (!/^ *(?:- +)*$/u.test(before)) return undefined;
  let at = start;
  const keys = new Set<string>();
  for (const line of lines) {
    const slip = findLineSlip(line);
    const found = slip?.key !== undefined && childField(field, slip.key) ? slip : fieldIn(line.trimEnd(), field);
    if (found?.key === undefined || keys.has(found.key)) return undefined;
    keys.add(found.key);
    for (const { from, to, text } of found.edits) edits.push({ start: at + from, end: at + to, text });
    at += line.length + 1;
  }
  return { title: "冒号改成半角,后面留一个空格", edits };
}

/** Finds the field that a line is meant as, and the edit of its key and of what follows it up to the value. */
function fieldIn(line: string, { children }: Field): Pick<Slip, "key" | "edits"> | undefined {
  for (const { key, title } of children) {
    for (const name of [key, title]) {
      const from = line.length - line.trimStart().length;
      if (!line.startsWith(name, from)) continue;
      const rest = line.slice(from + name.length);
      const gap = new RegExp(`^(?:${GAP})`, "u").exec(rest)?.[0];
      if (gap !== undefined && PLAIN.test(rest.slice(gap.length)))
        return { key, edits: [{ from, to: from + name.length + gap.length, text: `${key}: ` }] };
    }
  }
  return undefined;
}
