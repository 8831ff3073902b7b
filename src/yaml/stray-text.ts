import type { KnownKeys } from "../form/known-keys.js";
import { indentOf, leadingSpace } from "./indent.js";
import { describeSlip, type SlipSentence } from "./slip-sentences.js";
import { parentKey } from "./structure.js";

/** A text of several lines that does not stand where YAML looks for it. */
export interface StrayText extends SlipSentence {
  /** The line that goes wrong first, and the columns to point at. */
  line: number;
  from: number;
  to: number;
  /** What to put where, by line, from the top. */
  edits: { line: number; from: number; to: number; text: string }[];
  /** The line behind the last of the text. */
  end: number;
  /** Something in it may be a field all the same. */
  guess: boolean;
}

/** A line with a key, and what is typed behind its colon. */
interface Head {
  key: string;
  indent: number;
  /** Columns behind the colon and of what follows. */
  colon: number;
  start: number;
  rest: string;
}

const HEAD = /^( *)([^\s:：#"'|>{}[\]]+) *[:：]([ \t\u3000\u00a0]*)(.*?)\s*$/u;
const BLOCK = /^[|>][-+\d]*\s*(?:#.*)?$/u;
/** A block's mark with text behind it. */
const MARKED = /^[|>][-+]?\s+(?=[^\s#])/u;
const BLANK = /^\s*$/u;
/** What cannot stand behind a colon, and what kind of slip it is. */
const BESIDE = [
  [MARKED, "text-beside-mark"],
  [/^!\[/u, "picture-beside-key"],
  [/^[-*] /u, "list-beside-key"],
] as const;

/**
 * The text of the field on a line, when it was pasted below its key without indentation, or begun beside a key that is
 * to have “|” only.
 */
export function strayText(lines: string[], at: number, keys: KnownKeys): StrayText | undefined {
  const head = headAt(lines, at, keys);
  return head && strayBelow(lines, at, head, extentBelow(lines, at, head.indent, keys));
}

function headAt(lines: string[], at: number, keys: KnownKeys): Head | undefined {
  const line = lines[at] ?? "";
  const [, lead = "", key = "", gap = "", rest = ""] = HEAD.exec(line) ?? [];
  if (!keys.has(key)) return undefined;
  // a year is a narrative here and a figure there
  if (!BLOCK.test(rest) && !keys.isNarrative(key, parentKey(lines, at, lead.length))) return undefined;
  // what is quoted or in brackets ends where they do
  if (/^["'“‘[{&]/u.test(rest)) return undefined;
  const start = line.trimEnd().length - rest.length;
  return { key, indent: lead.length, colon: rest === "" ? start : start - gap.length, start, rest };
}

interface Extent {
  /** The first line that is not indented as it should be. */
  first?: number;
  /** The line behind the last of the text. */
  last: number;
  /** Indentation of the lines of text above the first that goes wrong. */
  proper?: number;
  /** Whether it certainly ends there. */
  sure: boolean;
}

/** How far the text of a field goes, indented or not: up to the next field. */
function extentBelow(lines: string[], at: number, own: number, keys: KnownKeys): Extent {
  const extent: Extent = { last: at + 1, sure: true };
  let remarks = false;
  for (let line = at + 1; line < lines.length; line += 1) {
    const text = lines[line] ?? "";
    if (BLANK.test(text)) continue;
    const indent = spacesOf(text);
    const { first, proper = indent } = extent;
    const tab = /^ *\t/u.test(text);
    if (indent <= own || tab || (first === undefined && indent < proper)) {
      // however wide a tab is, it is wide enough
      const field = tab && indentOf(text) > own ? undefined : fieldIn(text, keys);
      if (field || /^(?:---|\.\.\.)(?:\s|$)/u.test(text)) return { ...extent, sure: extent.sure && field === "known" };
      if (/^\s*#/u.test(text)) {
        remarks = true;
        continue;
      }
      extent.first ??= line;
    } else if (first === undefined) extent.proper = proper;
    // a remark among lines of text may be a heading
    extent.sure &&= !remarks;
    extent.last = line + 1;
  }
  return extent;
}

function strayBelow(lines: string[], at: number, head: Head, extent: Extent): StrayText | undefined {
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
  // pasted as a whole, lines keep by how much they stand further in than others
  const asPasted = proper === undefined && !lines.slice(at + 1, last).some((text) => /^ *[\t\u3000\u00a0]/u.test(text));
  // remarks above the first line part the text from its key
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

/** Whether a line is a field of a form, or looks like one with a key that is mistyped. */
function fieldIn(line: string, keys: KnownKeys): "known" | "unknown" | undefined {
  const [, quote = "", key = "", colon, behind = ""] =
    /^[\s\u3000]*(["']?)([^:："'|>{}[\]]{1,60}?)\1 *([:：])(.?)/u.exec(line) ?? [];
  if (keys.has(key)) return "known";
  const plain = quote !== "" || /^[^\s,，。；、！？()（）]+$/u.test(key);
  return colon === ":" && /^\s?$/u.test(behind) && plain ? "unknown" : undefined;
}
