import { createDiagnostic, type Diagnostic, type Edit, type Fix } from "../model/diagnostic.js";
import type { Data, Source } from "../model/document.js";
import { entriesOf, type Field, isList } from "../model/field.js";
import { fieldHint } from "../model/field-hint.js";
import { valueAt } from "../text/json-pointer.js";
import { rangeFinder } from "../yaml/line-starts.js";
import { type ScannedLine, scanLines } from "../yaml/scan-lines.js";
import { isAnswer, isNote, mayBeAnswer } from "./answers.js";
import { type Hints, hintsOf, isPartOfHint, type Part, typedInto } from "./hint-matching.js";
import { removeBlanks } from "./normalise.js";

/** Lines of a text that is looked at. A longer one is no filled-in form. */
const MAX_LINES = 20_000;

/** A field with the line of its key. */
interface KeyLine {
  field: Field;
  line: number;
  isBlank: boolean;
}

/** Text in a comment that may be meant for a field. */
interface Candidate extends Part {
  /** Line of the comment. */
  line: number;
  target: KeyLine;
  /** How sure it is that the text is an answer. */
  certainty: "certain" | "likely" | "possible";
}

/**
 * Finds answers that were typed into a comment: into a hint, behind it, or in its place. Comments are not read, so such
 * an answer would be lost. Notes in lines of their own are left alone.
 */
export function findTextInComments(source: Source, root: Field): Diagnostic[] {
  if (!source.text.includes("#")) return [];
  const lines = scanLines(source.text);
  if (lines.length > MAX_LINES) return [];
  const hints = hintsOf(root);
  const comments = lines.flatMap((line, at) => (line.comment !== undefined && !isHint(line, hints) ? [at] : []));
  // in most files every comment is a hint
  if (comments.length === 0) return [];
  const keys = keyLines(root, source, lines);
  const candidates = comments.flatMap((at) => candidateAt(at, { lines, hints, keys }) ?? []);
  const range = rangeFinder(lines.map(({ start }) => start));
  return candidates.map((candidate) => {
    const { line, from, to, target } = candidate;
    const { start } = lines[line] as ScannedLine;
    const isOnly = candidates.filter((each) => each.target === target).length === 1;
    // the first line of a text can be put back although its other lines are in place
    const isRoom = target.isBlank || (line === target.line && lines[line]?.opensBlock);
    const isSure = isOnly && isRoom && candidate.certainty !== "possible";
    const edits = isSure ? moved(candidate, source.text, lines) : undefined;
    const fix: Fix | undefined = edits && { title: `移到“${target.field.key}:”后面`, edits };
    return createDiagnostic({
      ruleId: "yaml/text-in-comment",
      file: source.file,
      pointer: target.field.pointer,
      place: range(start + from, start + to),
      message: `这里的文字写在“#”后面,是说明的一部分,不会读入「${target.field.name}」,也不会印出来`,
      hint: hintFor(target, lines, line),
      fix,
    });
  });
}

/** Says what to do about an answer in a comment. */
function hintFor({ field, isBlank, line }: KeyLine, lines: ScannedLine[], at: number): string {
  const note = "是自己的备注,另起一行写,如“# 待核实”";
  if (isBlank) return `是填写的内容,移到“${field.key}:”后面、“#”前面;${note}`;
  if (at !== line && lines[line]?.opensBlock) return "是正文,左边与上面的文字对齐;是自己的备注,写成“# 待核实”这样";
  return `“${field.key}”已经填了:要补进去的,写到“#”前面;不要的删去;${note}`;
}

function isHint({ text, comment = 0 }: ScannedLine, hints: Hints): boolean {
  return hints.has(text.slice(comment).replace(/^[#\s]+/u, ""));
}

function isOneOf({ text, comment = 0 }: ScannedLine, own: readonly string[]): boolean {
  return own.some((hint) => isPartOfHint(text.slice(comment).replace(/^[#\s]+/u, ""), hint));
}

/** Finds the lines of the keys of a document, for keys that have a line of their own. */
function keyLines(root: Field, source: Source, lines: ScannedLine[]): Map<number, KeyLine> {
  const found = new Map<number, KeyLine>();
  const walk = (field: Field) => {
    const value = valueAt(source.data, field.pointer) as Data | undefined;
    if (value === undefined) return;
    if (field.pointer !== "") {
      const { start } = source.locate(field.pointer, "key");
      const line = start.line - 1;
      const isEntry = field.parent !== undefined && isList(field.parent);
      if (!isEntry && lines[line]?.key?.at === start.column - 1)
        found.set(line, { field, line, isBlank: removeBlanks(value) === undefined });
    }
    for (const child of isList(field) ? entriesOf(field, source.data) : field.children) walk(child);
  };
  walk(root);
  return found;
}

interface Surroundings {
  lines: ScannedLine[];
  hints: Hints;
  keys: Map<number, KeyLine>;
}

/** Finds what in the comment of a line may be an answer, and the field that it answers. */
function candidateAt(at: number, around: Surroundings): Candidate | undefined {
  const { lines, hints, keys } = around;
  const { kind, text, comment = 0 } = lines[at] as ScannedLine;
  const start = comment + (/^[#\s\u3000]+/u.exec(text.slice(comment))?.[0].length ?? 0);
  const typed = text.slice(start).trimEnd();
  if (typed === "" || /^[-=*~_#\s]+$/u.test(typed)) return undefined;
  const beside = kind === "field" ? keys.get(at) : undefined;
  if (kind !== "comment" && !beside) return undefined;
  const { above, below } = beside ? { above: undefined, below: undefined } : neighbours(at, around);
  const meant = beside ?? (below && whole(below, typed, hints) ? below : undefined);
  const find = (target: KeyLine): Candidate | undefined => {
    // where the field is filled in, only a hint that is there completely shows that something was added to it
    const into = intoHint(typed, hints.of(target.field), !target.isBlank);
    if (!into) return undefined;
    const answer = typed.slice(into.from, into.to);
    if (answer === "" || isNote(answer.replace(/^[(（]/u, ""))) return undefined;
    const certainty = mayBeAnswer(answer, target.field) || target.field.children.length > 0 ? "certain" : "possible";
    return { line: at, from: start + into.from, to: start + into.to, target, certainty };
  };
  const inHint = meant && find(meant);
  if (inHint) return inHint;
  // what is left of a hint may end like the answer
  const [, last = ""] = /\s(\S+)$/u.exec(typed) ?? [];
  if (meant?.isBlank && isAnswer(last, meant.field) && !hints.of(meant.field).some((hint) => hint.includes(typed)))
    return {
      line: at,
      from: start + typed.length - last.length,
      to: start + typed.length,
      target: meant,
      certainty: "certain",
    };
  for (const target of [beside, below])
    if (target && hints.of(target.field).some((hint) => isPartOfHint(typed, hint)) && !isAnswer(typed, target.field))
      return undefined;
  if (isNote(typed)) return undefined;
  const narrative = meant || beside ? undefined : textAbove(at, typed, around);
  if (narrative) return { line: at, from: start, to: start + typed.length, target: narrative, certainty: "possible" };
  const all: Part = { from: start, to: start + typed.length };
  if (beside) return besideKey(at, typed, all, beside, lines);
  return ownLine(at, typed, all, { above, below }, around);
}

/** Matches the beginning of a heading or of a numbered item. */
const NUMBERED = /^(?:[一二三四五六七八九十\d]+[、.．]|[（(][一二三四五六七八九十\d]+[)）]|[①-⑳])/u;

/** The text right above a comment that looks like its last paragraph, with nothing below that it may be about. */
function textAbove(at: number, typed: string, { lines, keys }: Surroundings): KeyLine | undefined {
  const next = lines[at + 1];
  if (lines[at - 1]?.kind !== "block" || (next && next.kind !== "blank")) return undefined;
  if (!NUMBERED.test(typed) && !/[。；;]$/u.test(typed)) return undefined;
  let up = at - 1;
  while (up > 0 && !lines[up]?.opensBlock) up -= 1;
  return keys.get(up);
}

/** Whether a comment above a field is about that field: it has something of its hint. */
function whole({ field }: KeyLine, typed: string, hints: Hints): boolean {
  return hints.of(field).some((hint) => typedInto(typed, hint) !== undefined);
}

function intoHint(typed: string, own: readonly string[], isWhole: boolean): Part | undefined {
  const found = own.flatMap((hint) => typedInto(typed, hint, isWhole) ?? []);
  // the hint of which most is left says best what was typed
  return found.sort((a, b) => a.to - a.from - (b.to - b.from))[0];
}

/** A comment beside a key, that has nothing of a hint. */
function besideKey(at: number, typed: string, all: Part, target: KeyLine, lines: ScannedLine[]): Candidate | undefined {
  const { field, isBlank } = target;
  if (isBlank) {
    const fits = isLeaf(field) ? mayBeAnswer(typed, field) : field.schema.shorthand !== undefined;
    return { line: at, ...all, target, certainty: fits ? "likely" : "possible" };
  }
  // a text that begins behind “|” where only its other lines are read
  const begins = lines[at]?.opensBlock && (typed.length > 15 || NUMBERED.test(typed));
  return begins ? { line: at, ...all, target, certainty: "likely" } : undefined;
}

/** A comment in a line of its own, that has nothing of a hint. */
function ownLine(
  at: number,
  typed: string,
  all: Part,
  { above, below }: { above: KeyLine | undefined; below: KeyLine | undefined },
  { lines, hints }: Surroundings,
): Candidate | undefined {
  const target = [below, above].find((each) => each?.isBlank && isLeaf(each.field));
  if (!target) return undefined;
  const own = hints.of(target.field);
  const near = lines.slice(Math.max(0, target.line - 4), target.line + 1);
  // a field that lacks its hint may have the answer in its place
  const isReplaced =
    target === below && own.length > 0 && !near.some((line) => isHint(line, hints) && isOneOf(line, own));
  if (!isReplaced && !mayBeAnswer(typed, target.field)) return undefined;
  const between = lines.slice(Math.min(at, target.line) + 1, Math.max(at, target.line));
  // set off by an empty line, it may be about anything
  if (!isReplaced && between.some(({ kind }) => kind === "blank") && !isAnswer(typed, target.field)) return undefined;
  if (!mayBeAnswer(typed, target.field)) return { line: at, ...all, target, certainty: "possible" };
  // the text may as well stand in place of the hint of the field below, or be about the field above
  const isOther = (other: KeyLine | undefined) => other?.isBlank && isLeaf(other.field) && other !== target;
  const isDoubtful = target === above ? isOther(below) : isOther(above) && own.length === 0;
  return { line: at, ...all, target, certainty: isDoubtful ? "possible" : "likely" };
}

/** Whether the value of a field stands on the line of its key. */
function isLeaf({ children, schema }: Field): boolean {
  return children.length === 0 || (schema.shorthand !== undefined && schema.join !== undefined);
}

/** The fields right above and below a comment in a line of its own, with nothing but comments between. */
function neighbours(at: number, { lines, hints, keys }: Surroundings): { above?: KeyLine; below?: KeyLine } {
  const isBetween = (line: ScannedLine | undefined) => line?.kind === "comment";
  let down = at + 1;
  let blanks = 0;
  let hintFollows = false;
  for (; isBetween(lines[down]) || (lines[down]?.kind === "blank" && blanks < 2); down += 1) {
    if (lines[down]?.kind === "blank") blanks += 1;
    else hintFollows ||= isHint(lines[down] as ScannedLine, hints);
  }
  let up = at - 1;
  // the empty line below “|” is there to type in
  while (isBetween(lines[up]) || (lines[up]?.kind === "blank" && lines[up - 1]?.opensBlock)) {
    if (lines[up]?.kind === "comment" && isHint(lines[up] as ScannedLine, hints)) break;
    up -= 1;
  }
  const [above, below] = [keys.get(up), keys.get(down)];
  return { ...(above && { above }), ...(below && !hintFollows && { below }) };
}

/**
 * Makes the edits that move an answer from a comment to its field. The answer itself stays where it is, and the key is
 * put in front of it: edits must not contain what may be a name.
 */
function moved({ line, from, to, target }: Candidate, text: string, lines: ScannedLine[]): Edit[] | undefined {
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const at = lines[line] as ScannedLine;
  const holder = receiver(target, lines);
  if (!holder) return undefined;
  const { keyLine, isText } = holder;
  // the parts of such a value cannot be told from a sentence
  if (target.field.schema.type === "object" && isLeaf(target.field)) return undefined;
  const key = keyLine.key as NonNullable<ScannedLine["key"]>;
  const answer = at.text.slice(from, to);
  const quote = isText || isPlain(answer) ? "" : quoteFor(answer);
  if (quote === undefined) return undefined;
  const [start, end] = [at.start + from, at.start + to];
  const lineEnd = at.start + at.text.length;
  const hint = fieldHint(target.field);
  const below = lines[lines.indexOf(keyLine) + 1];
  const margin = below?.kind === "block" ? (/^ */u.exec(below.text)?.[0] ?? "") : " ".repeat(key.at + 2);
  // the text of a block begins on the next line
  const behindKey = isText ? `${eol}${margin}` : ` ${quote}`;
  if (at === keyLine) {
    const valueEnd = at.start + key.end;
    const remark = hint === "" ? "" : ` # ${hint}`;
    if (isText)
      return [
        { start: valueEnd, end: start, text: ` |${remark}${behindKey}` },
        { start: end, end: lineEnd, text: "" },
      ];
    return [
      { start: valueEnd, end: start, text: behindKey },
      { start: end, end: lineEnd, text: `${quote}${remark}` },
    ];
  }
  const head = keyLine.text.slice(0, key.end) + (isText ? " |" : "");
  if (keyLine.start < at.start) {
    // the answer stands below its key
    const after = keyLine.start + (isText ? keyLine.text.length : key.end);
    if (!isText && keyLine.text.slice(key.end).trim() !== "") return undefined;
    return [
      { start: after, end: start, text: behindKey },
      { start: end, end: lineEnd, text: quote },
    ];
  }
  const remark = hint === "" ? "" : `${" ".repeat(at.comment ?? 0)}# ${hint}${eol}`;
  const keyEnd = keyLine.comment === undefined ? keyLine.text.length : keyLine.comment;
  const drop: Edit =
    keyLine.comment === undefined
      ? { start: keyLine.start, end: Math.min(text.length, keyLine.start + keyEnd + eol.length), text: "" }
      : { start: keyLine.start, end: keyLine.start + keyEnd, text: " ".repeat(key.at) };
  // beside the key of a group: that line stays
  const first =
    at.kind === "field"
      ? { start: at.start + (at.key?.end ?? 0), text: `${hint === "" ? "" : ` # ${hint}`}${eol}` }
      : { start: at.start, text: remark };
  return [
    { start: first.start, end: start, text: `${first.text}${head}${behindKey}` },
    { start: end, end: lineEnd, text: quote },
    drop,
  ];
}

/** The line of the key that takes an answer: the field's own, or for a group the field that its short form means. */
function receiver(
  { field, line }: KeyLine,
  lines: ScannedLine[],
): { keyLine: ScannedLine; isText: boolean } | undefined {
  const own = lines[line] as ScannedLine;
  if (isLeaf(field)) return { keyLine: own, isText: field.wordLimit !== undefined };
  const child = field.children.find(({ key }) => key === field.schema.shorthand);
  if (!child) return undefined;
  const below = lines.slice(line + 1).find(({ kind }) => kind !== "comment" && kind !== "blank");
  const { at = 0, end = 0 } = below?.key ?? {};
  if (!below || below.text.slice(at, end - 1) !== child.key) return undefined;
  return { keyLine: below, isText: child.wordLimit !== undefined };
}

/** Whether YAML reads a text as itself, without quotation marks. */
function isPlain(text: string): boolean {
  return /^[^\s\-?:,[\]{}#&*!|>'"%@`]/u.test(text) && !/: |:$|\s#/u.test(text);
}

function quoteFor(text: string): string | undefined {
  return ['"', "'"].find((mark) => !text.includes(mark) && !(mark === '"' && text.includes("\\")));
}
