import type { KnownKeys } from "../form/known-keys.js";
import { indentOf, leadingSpace } from "./indent.js";
import { describeSlip, type SlipSentence } from "./slip-sentences.js";
import { parentKey } from "./structure.js";

/** A text of several lines that stands where YAML does not read it as one. */
export interface StrayText extends SlipSentence {
  /** The first line that is wrong, and the columns to point at. */
  line: number;
  from: number;
  to: number;
  /** Texts that replace columns of lines, from the top. */
  edits: { line: number; from: number; to: number; text: string }[];
  /** The line after the last one of the text. */
  end: number;
  /** Whether a line of it may be a field after all. */
  guess: boolean;
}

/** A line with a key, and what is typed after its colon. */
export interface Head {
  key: string;
  indent: number;
  /** Columns after the colon, and of what follows it. */
  colon: number;
  start: number;
  rest: string;
}

const HEAD = /^( *)([^\s:：#"'|>{}[\]]+) *[:：]([ \t\u3000\u00a0]*)(.*?)\s*$/u;
const BLOCK = /^[|>][-+\d]*\s*(?:#.*)?$/u;
/** The mark of a block of text, with text after it on the line. */
const MARKED = /^[|>][-+]?(?:\s+(?=[^\s#])|(?=[\p{Script=Han}（“《①-⑳][^|]*$))/u;
const BLANK = /^\s*$/u;
/** What may not follow a colon, and what kind of slip it is. */
const BESIDE = [
  [MARKED, "text-beside-mark"],
  [/^!\[/u, "picture-beside-key"],
  [/^[-*] /u, "list-beside-key"],
] as const;

/**
 * Finds the text of the field on a line, when it was pasted below the key without indentation, or begins on the line of
 * the key, where only “|” may stand.
 */
export function strayText(lines: string[], at: number, keys: KnownKeys): StrayText | undefined {
  const head = headAt(lines, at, keys);
  return head && strayBelow(lines, at, head, extentBelow(lines, at, head.indent, keys));
}

function headAt(lines: string[], at: number, keys: KnownKeys): Head | undefined {
  const line = lines[at] ?? "";
  const [, lead = "", key = "", gap = "", rest = ""] = HEAD.exec(line) ?? [];
  if (!keys.has(key)) return undefined;
  // the key may hold a text in one part of the form and a figure in another, as years do
  if (!BLOCK.test(rest) && !keys.isNarrative(key, parentKey(lines, at, lead.length))) return undefined;
  // a value in quotes or brackets ends with them
  if (/^["'“‘[{&]/u.test(rest)) return undefined;
  const start = line.trimEnd().length - rest.length;
  return { key, indent: lead.length, colon: rest === "" ? start : start - gap.length, start, rest };
}

/** Which lines are the text of a field. */
export interface Extent {
  /** The first line that is not indented far enough. */
  first?: number;
  /** The line after the last one of the text. */
  last: number;
  /** Indentation of the lines of text above that one. */
  proper?: number;
  /** Whether the text certainly ends there. */
  sure: boolean;
}

/** How far the text of a field goes, indented or not: up to the next field. */
function extentBelow(lines: string[], at: number, own: number, keys: KnownKeys): Extent {
  const extent: Extent = { last: at + 1, sure: true };
  let comments = false;
  for (let line = at + 1; line < lines.length; line += 1) {
    const text = lines[line] ?? "";
    if (BLANK.test(text)) continue;
    const indent = spacesOf(text);
    const { first, proper = indent } = extent;
    const tab = /^ *\t/u.test(text);
    if (indent <= own || tab || (first === undefined && indent < proper)) {
      // a tab of any width is wide enough
      const field = tab && indentOf(text) > own ? undefined : fieldIn(text, keys);
      if (field || /^(?:---|\.\.\.)(?:\s|$)/u.test(text)) return { ...extent, sure: extent.sure && field === "known" };
      if (/^\s*#/u.test(text)) {
        comments = true;
        continue;
      }
      extent.first ??= line;
    } else if (first === undefined) extent.proper = proper;
    // a line with # among lines of text may be a heading
    extent.sure &&= !comments;
    extent.last = line + 1;
  }
  return extent;
}

/** What is wrong with the lines of a text, if they do not stand where YAML reads them as one. */
export function strayBelow(lines: string[], at: number, head: Head, extent: Extent): StrayText | undefined {
  const { key, colon, start, rest } = head;
  const { first, last, proper, sure } = extent;
  const inline = rest !== "" && !rest.startsWith("#") && !BLOCK.test(rest);
  const beside = BESIDE.find(([pattern]) => pattern.test(rest))?.[1];
  if (first === undefined && !beside) return undefined;
  const width = proper ?? head.indent + 2;
  const edits: StrayText["edits"] = [];
  if (inline) {
    const to = start + (MARKED.exec(rest)?.[0].length ?? 0);
    const end = lines[at]?.endsWith("\r") ? "\r\n" : "\n";
    edits.push({ line: at, from: colon, to, text: ` |${end}${" ".repeat(width)}` });
  } else if (!BLOCK.test(rest)) edits.push({ line: at, from: colon, to: colon, text: " |" });
  // a text pasted as a whole keeps the indentation of its lines relative to each other
  const asPasted = proper === undefined && !lines.slice(at + 1, last).some((text) => /^ *[\t\u3000\u00a0]/u.test(text));
  // comments above the first line separate the text from its key
  for (let line = proper === undefined ? at + 1 : (first ?? last); line < last; line += 1) {
    const typed = leadingSpace(lines[line] ?? "");
    if (BLANK.test(lines[line] ?? "") || (proper !== undefined && spacesOf(typed) >= proper)) continue;
    edits.push({ line, from: 0, to: asPasted ? 0 : typed.length, text: " ".repeat(width) });
  }
  const line = first ?? at;
  const text = (lines[line] ?? "").trimEnd();
  const below = /^ *\t/u.test(text) ? "text-indented-with-tab" : "text-not-indented";
  const change = inline ? `“${key}:”后面只写“|”,` : BLOCK.test(rest) ? "" : `“${key}:”后面写“|”,`;
  const kind = first === undefined && beside ? beside : below;
  return {
    ...describeSlip(kind, { key, change, width, further: width - head.indent }),
    line,
    from: first === undefined ? start : text.length - text.trimStart().length,
    to: text.length,
    edits,
    end: last,
    guess: !sure,
  };
}

function spacesOf(line: string): number {
  return /^ */u.exec(line)?.[0].length ?? 0;
}

/** Whether a line is a field of a form ("known"), or looks like one with a mistyped key ("unknown"). */
function fieldIn(line: string, keys: KnownKeys): "known" | "unknown" | undefined {
  const [, quote = "", key = "", colon, behind = ""] =
    /^[\s\u3000]*(["']?)([^:："'|>{}[\]]{1,60}?)\1 *([:：])(.?)/u.exec(line) ?? [];
  if (keys.has(key)) return "known";
  const plain = quote !== "" || /^[^\s,，。；、！？()（）]+$/u.test(key);
  return colon === ":" && /^\s?$/u.test(behind) && plain ? "unknown" : undefined;
}
