import { LineCounter, type YAMLError } from "yaml";
import { createDiagnostic, type Diagnostic, type Edit } from "../model/diagnostic.js";
import { comparePlaces, startLine, type TextRange } from "../model/place.js";
import { allowedIndents, isAllowedIndent, isInBlock, lastNonBlankLine, opensBlock } from "./indent.js";
import { colonSlip, findLineSlip, mismatchedQuotes, type Slip } from "./line-slips.js";
import { parseYaml } from "./parse.js";
import { type SourceText, sourceText } from "./source-text.js";
import { strayText } from "./stray-text.js";
import { fieldIndentSlip, indentStyle } from "./structure.js";
import { syntaxProblem } from "./syntax-problems.js";

/** More slips than this, and the rest can wait for the next run. */
const ROUNDS = 60;
/** Characters to parse in all rounds: a form is mended in every round, what is a hundred times as long in few. */
const WORK = 700_000;
/** Errors of the parser to look at: one slip makes some, but not hundreds. */
const ERRORS = 100;

/** An application has some hundred lines; each is held against those above it, which takes its time in a long file. */
const LONGEST = 2000;

/** Further in than any form goes by far: to find such a line's layer, each above it is looked at again. */
const FAR_IN = /^[ \t\u3000\u00a0]{100}/mu;

/** A line as mended so far, and for each of its columns (and its end) the column it has in the file. */
interface Line {
  text: string;
  origin: number[];
}

/**
 * Everything wrong with a YAML text that does not parse. The parser loses its way at the first slip, so
 * each slip that is understood is mended in a copy, which is parsed again to find the next.
 */
export function findSlips(place: SourceText): Diagnostic[] {
  const { file, text, range, keys } = place;
  if (FAR_IN.test(text)) return [];
  const isKey = (name: string) => keys.has(name);
  const starts = lineStarts(text);
  const lines = text.split("\n").map(asTyped);
  const onlyTabs = indentStyle(lines.map((line) => line.text)) === "tabs";
  const found = mendLayout(lines, place);
  found.push(
    ...mendAll(lines, place, (texts, at) => mismatchedQuotes(texts[at] ?? "")),
    ...mendAll(lines, place, (texts, at) => knownField(texts, at, isKey)),
  );
  const rounds = lines.length > LONGEST ? 3 : Math.min(ROUNDS, Math.ceil(WORK / text.length));
  for (let round = 0; round < rounds; round += 1) {
    const copy = lines.map((line) => line.text).join("\n");
    const counter = new LineCounter();
    const document = parseYaml(copy, counter);
    const errors = understood([...document.errors, ...document.warnings]).slice(0, ERRORS);
    const [error] = errors;
    if (!error) break;
    const at = counter.linePos(error.pos[0]).line - 1;
    const texts = lines.map((line) => line.text);
    const near = [at, lastNonBlankLine(texts, at), at + 1].find(
      (line) => slipOf(texts, line, onlyTabs, isKey) !== undefined && (line === at || !isInBlock(texts, line)),
    );
    const slip = near === undefined ? undefined : slipOf(texts, near, onlyTabs, isKey);
    if (near === undefined || !slip) {
      const place = sourceText(file, copy, counter);
      const rest = oncePerLine(errors.map((each) => syntaxProblem(each, document, place)));
      found.push(...rest.map((each) => ({ ...each, place: inOriginal(each.place as TextRange, starts, range) })));
      break;
    }
    const line = lines[near] as Line;
    const origin = (column: number) => (starts[near] ?? 0) + (line.origin[column] ?? 0);
    const sure = slip.key === undefined ? !slip.guess : isKey(slip.key) && !opensBlock(texts, near);
    found.push(slipProblem(slip, file, range, origin, sure));
    lines[near] = mend(line, slip);
  }
  const told = found.some(({ message, fix }) => message.endsWith(INDENTED) && !fix) ? found.map(withoutIndents) : found;
  return told.sort((a, b) => comparePlaces(a.place, b.place));
}

/**
 * The slips of a text without a single colon that YAML knows: it reads as one long sentence.
 * @returns none when its first line is no slip, and it may be a sentence indeed
 */
export function findSlipsLineByLine({ file, text, range, keys }: SourceText): Diagnostic[] {
  const starts = lineStarts(text);
  const lines = text.split("\n");
  const slips = lines.map((line) => (/^\s*(?:#|$)/u.test(line) ? undefined : (findLineSlip(line) ?? "none")));
  if (slips.find((slip) => slip !== undefined) === "none") return [];
  return slips.flatMap((slip, line) =>
    slip === undefined || slip === "none" || !slip.key
      ? []
      : slipProblem(slip, file, range, (column) => (starts[line] ?? 0) + column, keys.has(slip.key)),
  );
}

function slipProblem(
  slip: Slip,
  file: string,
  range: SourceText["range"],
  origin: (column: number) => number,
  sure: boolean,
): Diagnostic {
  const { message, hint } = slip;
  const edits = slip.edits.map(({ from, to, text }): Edit => ({ start: origin(from), end: origin(to), text }));
  return createDiagnostic({
    ruleId: "yaml/syntax",
    file,
    place: range(origin(slip.from), Math.max(origin(slip.to), origin(slip.from) + 1)),
    message,
    hint,
    ...(sure && { fix: { title: hint, edits } }),
  });
}

/** One indentation that is only guessed leaves those below it in doubt. */
function withoutIndents({ fix, ...problem }: Diagnostic): Diagnostic {
  return problem.message.endsWith(INDENTED) || !fix ? problem : { ...problem, fix };
}

const INDENTED = "缩进";

function slipOf(lines: string[], at: number, onlyTabs: boolean, isKey: (name: string) => boolean): Slip | undefined {
  return findLineSlip(lines[at] ?? "", {
    fits: (spaces) => isAllowedIndent(spaces, allowedIndents(lines, at)),
    onlyTabs,
    isKey,
  });
}

/**
 * Mends, from the top, how far fields are indented, and texts that do not stand where YAML looks for them: what is below
 * is told by what is above.
 */
function mendLayout(lines: Line[], place: SourceText): Diagnostic[] {
  if (lines.length > LONGEST) return [];
  const starts = lineStarts(place.text);
  const texts = lines.map((line) => line.text);
  let habit = indentStyle(texts);
  const found: Diagnostic[] = [];
  const put = (at: number, edits: Slip["edits"]) => {
    lines[at] = mend(lines[at] as Line, { edits });
    texts[at] = lines[at].text;
  };
  for (let at = 0; at < lines.length; at += 1) {
    const offset = (line: number, column: number) => (starts[line] ?? 0) + (lines[line]?.origin[column] ?? 0);
    const slip = isInBlock(texts, at) ? undefined : fieldIndentSlip(texts, at, habit, place.keys);
    if (slip) {
      found.push(slipProblem(slip, place.file, place.range, (column) => offset(at, column), !slip.guess));
      put(at, slip.edits);
      // what was typed below a line that moves stands as far out as that did
      if (habit === "spaces") habit = "mixed";
    }
    const stray = strayText(texts, at, place.keys);
    if (!stray) continue;
    const edits = stray.edits.map(({ line, from, to, text }) => ({
      start: offset(line, from),
      end: offset(line, to),
      text,
    }));
    found.push({
      ...slipProblem(
        { ...stray, edits: [], guess: undefined },
        place.file,
        place.range,
        (column) => offset(stray.line, column),
        false,
      ),
      ...(!stray.guess && { fix: { title: stray.hint, edits } }),
    });
    // what a new line begins with is text, and reading goes on without it
    for (const { line, ...edit } of stray.edits)
      put(line, [edit.text.includes("\n") ? { ...edit, to: texts[line]?.length ?? 0, text: " |" } : edit]);
    at = stray.end - 1;
  }
  return found;
}

/** Mends in one go what can be told line by line, from the top. */
function mendAll(
  lines: Line[],
  place: SourceText,
  slipAt: (texts: string[], at: number) => Slip | undefined,
): Diagnostic[] {
  if (lines.length > LONGEST) return [];
  const { file, text, range } = place;
  const starts = lineStarts(text);
  const texts = lines.map((line) => line.text);
  return lines.flatMap((line, at) => {
    const slip = slipAt(texts, at);
    if (!slip || isInBlock(texts, at)) return [];
    lines[at] = mend(line, slip);
    texts[at] = lines[at].text;
    return slipProblem(slip, file, range, (column) => (starts[at] ?? 0) + (line.origin[column] ?? 0), !slip.guess);
  });
}

/** Lines of which the form has the field, and that stand where a field may stand. */
function knownField(texts: string[], at: number, isKey: (name: string) => boolean): Slip | undefined {
  const slip = colonSlip(texts[at] ?? "", { isKey });
  if (slip?.key === undefined || !isKey(slip.key) || opensBlock(texts, at)) return undefined;
  const indent = /^ */u.exec(texts[at] ?? "")?.[0].length ?? 0;
  const above = allowedIndents(texts, at);
  return above.open.size === 0 || isAllowedIndent(indent, above) ? slip : undefined;
}

/** Whether fields of a text are indented with what YAML takes for text. */
export function hasWideIndent(text: string): boolean {
  return /^ *[\u3000\u00a0]/mu.test(text);
}

function asTyped(text: string): Line {
  return { text, origin: Array.from({ length: text.length + 1 }, (_, column) => column) };
}

function mend(line: Line, { edits }: Pick<Slip, "edits">): Line {
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

/** Mending moves what follows on the same line only: line and column stand for the place in the original. */
function inOriginal({ start, end }: TextRange, starts: number[], range: SourceText["range"]): TextRange {
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
  return problems.filter(({ place }) => {
    const line = startLine(place) ?? 1;
    const again = line - last <= 1;
    last = line;
    return !again;
  });
}
