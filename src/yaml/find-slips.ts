import { LineCounter, type YAMLError } from "yaml";
import type { Diagnostic, Edit } from "../model/diagnostic.js";
import type { Data } from "../model/document.js";
import type { Field } from "../model/field.js";
import { comparePlaces, type TextRange } from "../model/place.js";
import { besideKeySlips } from "./beside-key.js";
import { allowedIndents, isAllowedIndent, isInBlock, lastNonBlankLine, opensBlock } from "./indent.js";
import { MAX_ALIASES } from "./limits.js";
import { colonSlip, findLineSlip, mismatchedQuotes, type Slip } from "./line-slips.js";
import { fitOf, fitsBetter } from "./outline/fit.js";
import { outlineSlips } from "./outline/outline.js";
import type { OutlineSlip } from "./outline/outline-slip.js";
import { parseYaml } from "./parse.js";
import { parserSlip } from "./parser-slips.js";
import { type LocatedSlip, slipDiagnostic } from "./slip-diagnostic.js";
import { isIndentationSlip } from "./slip-sentences.js";
import { type SourceText, sourceText } from "./source-text.js";
import { strayText } from "./stray-text.js";
import { fieldIndentSlip, indentStyle } from "./structure.js";

/** Rounds of parsing; what they do not find is found in the next run, when these slips are corrected. */
const MAX_ROUNDS = 60;
/** Characters to parse in all rounds together: a form gets every round, a text a hundred times as long only a few. */
const MAX_PARSED_CHARACTERS = 700_000;
/** Errors of the parser to look at in a round: one slip makes several, but not hundreds. */
const MAX_ERRORS = 100;

/** Lines of a text whose indentation is corrected: comparing each with those above it is slow in a long text. */
const MAX_LINES = 2000;

/** Much deeper than any form: to find the level of such a line, each line above it would be looked at again. */
const TOO_DEEP = /^[ \t\u3000\u00a0]{100}/mu;

/** A line as corrected so far, and for each of its columns (and its end) the column it has in the file. */
interface Line {
  text: string;
  origin: number[];
}

/**
 * Finds all slips of a YAML text that does not parse. After the first slip the parser's errors mean little, so each slip
 * that is understood is corrected in a copy, which is parsed again to find the next.
 */
export function findSlips(source: SourceText): Diagnostic[] {
  return locateSlips(source).map((slip) => slipDiagnostic(source.file, slip));
}

/**
 * Finds the slips of a text that parses, but not into what was meant: fields below others than the form has them, items
 * and fields that YAML reads as part of the value above. They are slips if the text fits the form better without them.
 * @param data what the text is read as
 */
export function findMisplaced(source: SourceText, data: Data): Diagnostic[] {
  const root = source.keys.rootOf?.(source.text.split("\n"));
  if (!root) return [];
  const slips = locateSlips(source);
  if (slips.length === 0) return [];
  const corrected = parseYaml(
    withEdits(
      source.text,
      slips.flatMap(({ edits = [] }) => edits),
    ),
    new LineCounter(),
  );
  if (corrected.errors.length > 0) return [];
  const isBetter = fitsBetter(fitOf(corrected.toJS({ maxAliasCount: MAX_ALIASES }), root), fitOf(data, root));
  return isBetter ? slips.map((slip) => slipDiagnostic(source.file, slip)) : [];
}

/** The line that each line of the copy comes from: those that were put in stand together with the one below them. */
function linesOfCopy(lines: Line[]): number[] {
  return lines.flatMap(({ text }, at) => text.split("\n").map(() => at));
}

/** Makes all edits in a text that do not overlap one before them. */
function withEdits(text: string, edits: Edit[]): string {
  let end = 0;
  const parts = [...edits]
    .sort((a, b) => a.start - b.start)
    .flatMap((edit) => {
      if (edit.start < end) return [];
      const before = text.slice(end, edit.start);
      end = edit.end;
      return [before, edit.text];
    });
  return [...parts, text.slice(end)].join("");
}

function locateSlips(source: SourceText): LocatedSlip[] {
  const { file, text, range, keys } = source;
  if (TOO_DEEP.test(text)) return [];
  const isKey = (name: string) => keys.has(name);
  const starts = lineStarts(text);
  const lines = text.split("\n").map(asTyped);
  const onlyTabs = indentStyle(lines.map((line) => line.text)) === "tabs";
  const root = keys.rootOf?.(lines.map((line) => line.text));
  // where the form is not known, or lines are indented with tabs, the lines above say where a line belongs
  const found = root ? correctBesideKeys(lines, source, root) : [];
  found.push(...((root && correctOutline(lines, source, root)) ?? correctLayout(lines, source)));
  found.push(
    ...correctLines(lines, source, (texts, at) => mismatchedQuotes(texts[at] ?? "")),
    ...correctLines(lines, source, (texts, at) => knownField(texts, at, isKey)),
  );
  const rounds = lines.length > MAX_LINES ? 3 : Math.min(MAX_ROUNDS, Math.ceil(MAX_PARSED_CHARACTERS / text.length));
  for (let round = 0; round < rounds; round += 1) {
    const copy = lines.map((line) => line.text).join("\n");
    const counter = new LineCounter();
    const document = parseYaml(copy, counter);
    const errors = reliableErrors([...document.errors, ...document.warnings]).slice(0, MAX_ERRORS);
    const [error] = errors;
    if (!error) break;
    const at = linesOfCopy(lines)[counter.linePos(error.pos[0]).line - 1] ?? 0;
    const texts = lines.map((line) => line.text);
    const near = [at, lastNonBlankLine(texts, at), at + 1].find(
      (line) => slipOf(texts, line, onlyTabs, isKey) !== undefined && (line === at || !isInBlock(texts, line)),
    );
    const slip = near === undefined ? undefined : slipOf(texts, near, onlyTabs, isKey);
    if (near === undefined || !slip) {
      const corrected = sourceText(file, copy, counter);
      const rest = oncePerLine(errors.map((each) => parserSlip(each, document, corrected)));
      const origins = linesOfCopy(lines).map((line) => starts[line] ?? 0);
      found.push(...rest.map((each) => ({ ...each, range: inOriginal(each.range, origins, range) })));
      break;
    }
    const line = lines[near] as Line;
    const origin = (column: number) => (starts[near] ?? 0) + (line.origin[column] ?? 0);
    const sure = slip.key === undefined ? !slip.guess : isKey(slip.key) && !opensBlock(texts, near);
    found.push(locateSlip(slip, range, origin, sure));
    lines[near] = correct(line, slip);
  }
  return withoutDoubtfulFixes(found).sort((a, b) => comparePlaces(a.range, b.range));
}

/**
 * Finds the slips of a text in which YAML sees no colon at all, and which it therefore reads as one long sentence.
 * @returns none when the first line is no slip: the text may really be a sentence
 */
export function findSlipsLineByLine({ file, text, range, keys }: SourceText): Diagnostic[] {
  const starts = lineStarts(text);
  const lines = text.split("\n");
  const slips = lines.map((line) => (/^\s*(?:#|$)/u.test(line) ? undefined : (findLineSlip(line) ?? "none")));
  if (slips.find((slip) => slip !== undefined) === "none") return [];
  return slips.flatMap((slip, line) =>
    slip === undefined || slip === "none" || !slip.key
      ? []
      : slipDiagnostic(
          file,
          locateSlip(slip, range, (column) => (starts[line] ?? 0) + column, keys.has(slip.key)),
        ),
  );
}

/**
 * A slip with its place in the file, and its fix where that is sure.
 * @param origin the offset in the file of a column of the corrected line
 */
function locateSlip(
  slip: Omit<Slip, "guess">,
  range: SourceText["range"],
  origin: (column: number) => number,
  sure: boolean,
): LocatedSlip {
  const { kind, message, hint } = slip;
  const edits = slip.edits.map(({ from, to, text }): Edit => ({ start: origin(from), end: origin(to), text }));
  return {
    kind,
    message,
    hint,
    range: range(origin(slip.from), Math.max(origin(slip.to), origin(slip.from) + 1)),
    edits,
    ...(sure && { fix: { title: hint, edits } }),
  };
}

/** Removes all fixes of indentation when one of them is a guess: the lines below it may be indented as wrongly. */
function withoutDoubtfulFixes(found: LocatedSlip[]): LocatedSlip[] {
  if (!found.some((slip) => isIndentationSlip(slip) && !slip.fix)) return found;
  return found.map((slip) => (isIndentationSlip(slip) ? { ...slip, fix: undefined } : slip));
}

function slipOf(lines: string[], at: number, onlyTabs: boolean, isKey: (name: string) => boolean): Slip | undefined {
  return findLineSlip(lines[at] ?? "", {
    fits: (spaces) => isAllowedIndent(spaces, allowedIndents(lines, at)),
    onlyTabs,
    isKey,
  });
}

/**
 * Corrects the indentation of fields, and texts that stand where YAML does not read them. It goes from the top down,
 * because where a line belongs depends on the lines above it.
 */
function correctLayout(lines: Line[], { text, range, keys }: SourceText): LocatedSlip[] {
  if (lines.length > MAX_LINES) return [];
  const starts = lineStarts(text);
  const texts = lines.map((line) => line.text);
  let habit = indentStyle(texts);
  const found: LocatedSlip[] = [];
  const put = (at: number, edits: Slip["edits"]) => {
    lines[at] = correct(lines[at] as Line, { edits });
    texts[at] = lines[at].text;
  };
  for (let at = 0; at < lines.length; at += 1) {
    const slip = isInBlock(texts, at) ? undefined : fieldIndentSlip(texts, at, habit, keys);
    if (slip) {
      const origin = (column: number) => (starts[at] ?? 0) + (lines[at]?.origin[column] ?? 0);
      found.push(locateSlip(slip, range, origin, !slip.guess));
      put(at, slip.edits);
      // the lines below a line that moves are indented as wrongly as that was
      if (habit === "spaces") habit = "mixed";
    }
    const stray = strayText(texts, at, keys);
    if (!stray) continue;
    found.push(correctSeveral(lines, stray, starts, range));
    for (const { line } of stray.edits) texts[line] = lines[line]?.text ?? "";
    at = stray.end - 1;
  }
  return found;
}

/** Corrects answers beside their keys, and hints without their mark. */
function correctBesideKeys(lines: Line[], { text, range }: SourceText, root: Field): LocatedSlip[] {
  if (lines.length > MAX_LINES) return [];
  const typed = lines.map((line) => line.text);
  return besideKeySlips(typed, root).map((slip) => correctSeveral(lines, slip, lineStarts(text), range));
}

/** Corrects the lines that do not stand where the form has them. @returns undefined when that cannot be said */
function correctOutline(lines: Line[], { text, range }: SourceText, root: Field): LocatedSlip[] | undefined {
  if (lines.length > MAX_LINES) return undefined;
  const starts = lineStarts(text);
  const typed = lines.map((line) => line.text);
  return outlineSlips(typed, root)?.map((slip) => correctSeveral(lines, slip, starts, range));
}

/** Corrects a slip of several lines. @returns the slip with its place */
function correctSeveral(lines: Line[], slip: OutlineSlip, starts: number[], range: SourceText["range"]): LocatedSlip {
  const offset = (line: number, column: number) => (starts[line] ?? 0) + (lines[line]?.origin[column] ?? 0);
  const edits = slip.edits.map(({ line, from, to, text }) => ({
    start: offset(line, from),
    end: offset(line, to),
    text,
  }));
  const located = locateSlip({ ...slip, edits: [] }, range, (column) => offset(slip.line, column), false);
  for (const { line, ...edit } of slip.edits)
    lines[line] = correct(lines[line] as Line, { edits: [onOneLine(edit, lines[line] as Line)] });
  return { ...located, edits, ...(!slip.guess && { fix: { title: slip.hint, edits } }) };
}

/** An edit as it can be made in the copy, which keeps its lines: what begins a new line is left out. */
function onOneLine(edit: Slip["edits"][number], { text }: Line): Slip["edits"][number] {
  if (!edit.text.includes("\n")) return edit;
  // a line put in above another can stand in the copy: see `linesOfCopy`
  return edit.to === 0 ? edit : { ...edit, to: text.length, text: edit.text.includes("|") ? " |" : "" };
}

/** Corrects slips that can be seen on one line, from the top down. */
function correctLines(
  lines: Line[],
  { text, range }: SourceText,
  slipAt: (texts: string[], at: number) => Slip | undefined,
): LocatedSlip[] {
  if (lines.length > MAX_LINES) return [];
  const starts = lineStarts(text);
  const texts = lines.map((line) => line.text);
  return lines.flatMap((line, at) => {
    const slip = slipAt(texts, at);
    if (!slip || isInBlock(texts, at)) return [];
    lines[at] = correct(line, slip);
    texts[at] = lines[at].text;
    return locateSlip(slip, range, (column) => (starts[at] ?? 0) + (line.origin[column] ?? 0), !slip.guess);
  });
}

/** The slip of a line that is a field of the form, and stands where a field may stand. */
function knownField(texts: string[], at: number, isKey: (name: string) => boolean): Slip | undefined {
  const slip = colonSlip(texts[at] ?? "", { isKey });
  if (slip?.key === undefined || !isKey(slip.key) || opensBlock(texts, at)) return undefined;
  const indent = /^ */u.exec(texts[at] ?? "")?.[0].length ?? 0;
  const above = allowedIndents(texts, at);
  return above.open.size === 0 || isAllowedIndent(indent, above) ? slip : undefined;
}

/** Whether lines of a text are indented with wide spaces, which YAML reads as text. */
export function hasWideIndent(text: string): boolean {
  return /^ *[\u3000\u00a0]/mu.test(text);
}

function asTyped(text: string): Line {
  return { text, origin: Array.from({ length: text.length + 1 }, (_, column) => column) };
}

function correct(line: Line, { edits }: Pick<Slip, "edits">): Line {
  return edits.reduceRight(
    ({ text, origin }, { from, to, text: put }) => ({
      text: text.slice(0, from) + put + text.slice(to),
      origin: [...origin.slice(0, from), ...Array<number>(put.length).fill(origin[from] ?? 0), ...origin.slice(to)],
    }),
    line,
  );
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\n/gu)].map(({ index }) => index + 1)];
}

/** The range in the file for one in the corrected copy; corrections move text only along its line. */
function inOriginal({ start, end }: TextRange, starts: number[], range: SourceText["range"]): TextRange {
  const offset = ({ line, column }: typeof start) => (starts[line - 1] ?? 0) + column - 1;
  return range(offset(start), offset(end));
}

/** Leaves out errors after a quotation mark or bracket without its pair: it makes all that follows look wrong. */
function reliableErrors(errors: YAMLError[]): YAMLError[] {
  const lost = errors.findIndex(({ code }) => code === "MISSING_CHAR" || code === "UNEXPECTED_TOKEN");
  return lost < 0 ? errors : errors.slice(0, lost + 1);
}

/** One slip causes several errors on its line and the next: the first of them describes it best. */
function oncePerLine(slips: LocatedSlip[]): LocatedSlip[] {
  let last = Number.NEGATIVE_INFINITY;
  return slips.filter(({ range: { start } }) => {
    const again = start.line - last <= 1;
    last = start.line;
    return !again;
  });
}
