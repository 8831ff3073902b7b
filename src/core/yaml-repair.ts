import { LineCounter, parseDocument, type YAMLError } from "yaml";
import type { Diagnostic } from "../model/diagnostic.js";
import { type Place, placeOf } from "./place.js";
import { yamlProblem } from "./yaml-problems.js";
import { slipIn } from "./yaml-slips.js";

/** More slips than this, and the rest can wait for the next run. */
const ROUNDS = 60;
/** Characters to parse in all rounds: a form is mended in every round, what is a hundred times as long in few. */
const WORK = 700_000;
/** Errors of the parser to look at: one slip makes some, but not hundreds. */
const ERRORS = 100;

/**
 * Everything wrong with a YAML text that does not parse. The parser loses its way at the first slip, so
 * each slip that is understood is mended in a copy, which is parsed again to find the next.
 */
export function findSlips({ file, text, range }: Place): Diagnostic[] {
  const starts = lineStarts(text);
  const lines = text.split("\n");
  const found: Diagnostic[] = [];
  const rounds = Math.min(ROUNDS, Math.ceil(WORK / text.length));
  for (let round = 0; round < rounds; round += 1) {
    const copy = lines.join("\n");
    const counter = new LineCounter();
    const document = parseDocument(copy, { lineCounter: counter, prettyErrors: false, uniqueKeys: false });
    const errors = understood([...document.errors, ...document.warnings]).slice(0, ERRORS);
    const [error] = errors;
    if (!error) break;
    const at = counter.linePos(error.pos[0]).line - 1;
    const mended = [at, lastFilled(lines, at), at + 1].find(
      (line) => slipIn(lines[line] ?? "") !== undefined && (line === at || !inBlock(lines, line)),
    );
    const slip = mended === undefined ? undefined : slipIn(lines[mended] as string);
    if (mended === undefined || !slip) {
      const place = placeOf(file, copy, counter);
      const rest = oncePerLine(errors.map((each) => yamlProblem(each, document, place)));
      found.push(...rest.map((each) => ({ ...each, range: inOriginal(each.range, starts, range) })));
      break;
    }
    lines[mended] = slip.repaired;
    const start = (starts[mended] ?? 0) + slip.from;
    const { message, hint } = slip;
    found.push({
      ruleId: "yaml/syntax",
      severity: "error",
      file,
      pointer: "",
      range: range(start, start + slip.to - slip.from),
      message,
      hint,
      related: [],
    });
  }
  return found.sort((a, b) => a.range.start.offset - b.range.start.offset);
}

/** The last line above that is not empty. */
function lastFilled(lines: string[], at: number): number {
  let line = at - 1;
  while (line > 0 && lines[line]?.trim() === "") line -= 1;
  return line;
}

/** Whether a line is text below a “键: |”, where anything may stand. */
function inBlock(lines: string[], at: number): boolean {
  const indent = (line: string) => /^\s*/u.exec(line)?.[0].length ?? 0;
  const own = indent(lines[at] ?? "");
  for (let line = at - 1; line >= 0; line -= 1) {
    const text = lines[line] ?? "";
    if (text.trim() !== "" && indent(text) < own) return /:\s*[|>][-+\d]*\s*(?:#.*)?$/u.test(text);
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
