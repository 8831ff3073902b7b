import { LineCounter, parseDocument, type YAMLError } from "yaml";
import type { Diagnostic, Edit } from "../model/diagnostic.js";
import { type Place, placeOf } from "./place.js";
import { indentsAt, suits } from "./yaml-indent.js";
import { yamlProblem } from "./yaml-problems.js";
import { type Slip, slipIn } from "./yaml-slips.js";

/** More slips than this, and the rest can wait for the next run. */
const ROUNDS = 60;

/** A line as mended so far, and for each of its columns (and its end) the column it has in the file. */
interface Line {
  text: string;
  origin: number[];
}

/**
 * Everything wrong with a YAML text that does not parse. The parser loses its way at the first slip, so
 * each slip that is understood is mended in a copy, which is parsed again to find the next.
 */
export function findSlips({ file, text, range, isKey = () => false }: Place): Diagnostic[] {
  const starts = lineStarts(text);
  const lines = text.split("\n").map(asTyped);
  const found: Diagnostic[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const copy = lines.map((line) => line.text).join("\n");
    const counter = new LineCounter();
    const document = parseDocument(copy, { lineCounter: counter, prettyErrors: false, uniqueKeys: false });
    const errors = understood([...document.errors, ...document.warnings]);
    const [error] = errors;
    if (!error) break;
    const at = counter.linePos(error.pos[0]).line - 1;
    const texts = lines.map((line) => line.text);
    const near = [at, lastFilled(texts, at), at + 1].find(
      (line) => slipOf(texts, line) !== undefined && (line === at || !inBlock(texts, line)),
    );
    const slip = near === undefined ? undefined : slipOf(texts, near);
    if (near === undefined || !slip) {
      const place = placeOf(file, copy, counter);
      const rest = oncePerLine(errors.map((each) => yamlProblem(each, document, place)));
      found.push(...rest.map((each) => ({ ...each, range: inOriginal(each.range, starts, range) })));
      break;
    }
    const line = lines[near] as Line;
    const origin = (column: number) => (starts[near] ?? 0) + (line.origin[column] ?? 0);
    const sure = slip.key === undefined ? !slip.guess : isKey(slip.key) && !opensBlock(texts, near);
    found.push(slipProblem(slip, file, range, origin, sure));
    lines[near] = mend(line, slip);
  }
  return found.sort((a, b) => a.range.start.offset - b.range.start.offset);
}

/**
 * The slips of a text without a single colon that YAML knows: it reads as one long sentence.
 * @returns none when its first line is no slip, and it may be a sentence indeed
 */
export function findSlipsEverywhere({ file, text, range, isKey = () => false }: Place): Diagnostic[] {
  const starts = lineStarts(text);
  const lines = text.split("\n");
  const slips = lines.map((line) => (/^\s*(?:#|$)/u.test(line) ? undefined : (slipIn(line) ?? "none")));
  if (slips.find((slip) => slip !== undefined) === "none") return [];
  return slips.flatMap((slip, line) =>
    slip === undefined || slip === "none" || !slip.key
      ? []
      : slipProblem(slip, file, range, (column) => (starts[line] ?? 0) + column, isKey(slip.key)),
  );
}

function slipProblem(
  slip: Slip,
  file: string,
  range: Place["range"],
  origin: (column: number) => number,
  sure: boolean,
): Diagnostic {
  const { message, hint } = slip;
  const edits = slip.edits.map(({ from, to, text }): Edit => ({ start: origin(from), end: origin(to), text }));
  return {
    ruleId: "yaml/syntax",
    severity: "error",
    file,
    pointer: "",
    range: range(origin(slip.from), Math.max(origin(slip.to), origin(slip.from) + 1)),
    message,
    hint,
    related: [],
    ...(sure && { fix: { title: hint, edits } }),
  };
}

function slipOf(lines: string[], at: number): Slip | undefined {
  return slipIn(lines[at] ?? "", (spaces) => suits(spaces, indentsAt(lines, at)));
}

function asTyped(text: string): Line {
  return { text, origin: Array.from({ length: text.length + 1 }, (_, column) => column) };
}

function mend(line: Line, { edits }: Slip): Line {
  return edits.reduceRight(
    ({ text, origin }, { from, to, text: put }) => ({
      text: text.slice(0, from) + put + text.slice(to),
      origin: [...origin.slice(0, from), ...Array<number>(put.length).fill(origin[from] ?? 0), ...origin.slice(to)],
    }),
    line,
  );
}

/** The last line above that is not empty. */
function lastFilled(lines: string[], at: number): number {
  let line = at - 1;
  while (line > 0 && lines[line]?.trim() === "") line -= 1;
  return line;
}

/** A line right below “键: |” is the beginning of its text, indented or not. */
function opensBlock(lines: string[], at: number): boolean {
  return BLOCK.test(lines[lastFilled(lines, at)] ?? "");
}

const BLOCK = /:\s*[|>][-+\d]*\s*(?:#.*)?$/u;

/** Whether a line is text below a “键: |”, where anything may stand. */
function inBlock(lines: string[], at: number): boolean {
  const indent = (line: string) => /^\s*/u.exec(line)?.[0].length ?? 0;
  const own = indent(lines[at] ?? "");
  for (let line = at - 1; line >= 0; line -= 1) {
    const text = lines[line] ?? "";
    if (text.trim() !== "" && indent(text) < own) return BLOCK.test(text);
  }
  return false;
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\n/gu)].map(({ index }) => index + 1)];
}

/** Mending moves what follows on the same line only: line and column stand for the place in the original. */
function inOriginal({ start, end }: Diagnostic["range"], starts: number[], range: Place["range"]): Diagnostic["range"] {
  const offset = ({ line, column }: typeof start) => (starts[line - 1] ?? 0) + column - 1;
  return range(offset(start), offset(end));
}

/** A quotation mark or bracket without its pair makes all that follows look wrong. */
function understood(errors: YAMLError[]): YAMLError[] {
  const lost = errors.findIndex(({ code }) => code === "MISSING_CHAR" || code === "UNEXPECTED_TOKEN");
  return lost < 0 ? errors : errors.slice(0, lost + 1);
}

/** One slip makes the parser stumble several times on its line and the next: the first says it best. */
function oncePerLine(problems: Diagnostic[]): Diagnostic[] {
  let last = Number.NEGATIVE_INFINITY;
  return problems.filter(({ range: { start } }) => {
    const again = start.line - last <= 1;
    last = start.line;
    return !again;
  });
}
