import type { Diagnostic, Edit, Fix } from "../model/diagnostic.js";
import type { Source } from "../model/document.js";
import type { Field } from "../model/field.js";
import { isTextRange } from "../model/place.js";
import { withoutAnyInvisible } from "../text/invisible.js";
import { applyFixes } from "./apply-fixes.js";
import { mayBelongToNext } from "./belongs-to-next.js";
import { type EditedLines, editedLines } from "./edited-lines.js";
import { keepsData } from "./keeps-data.js";
import { keepsLines } from "./keeps-lines.js";
import { repeatsKey } from "./repeats-key.js";

/** A text as it is read: the source when it can be read, and what is found in it. */
export interface Examined {
  source?: Source | undefined;
  diagnostics: Diagnostic[];
}

/** Maximum number of times that a text is read to find out which fixes are safe. */
const MAX_TRIES = 40;

/** Characters to read in all tries together: a form gets every try, a text a hundred times as long only one or two. */
const MAX_READ_CHARACTERS = 600_000;

/**
 * Decides which fixes are offered: those that together do no harm. A fix must change the text, remove its finding,
 * bring no other one of its kind, and leave everything that was typed elsewhere as it was. Whatever applies all offered
 * fixes therefore need not look at the result.
 * @param before what is found in the text, with the fixes that are proposed
 * @param root the root field of the form; without it nothing is known of what a line means, and no fix is offered
 * @param examine reads another text in the same way
 * @returns the same findings; those whose fix is not offered have none
 */
export async function settleFixes(
  text: string,
  before: Examined,
  root: Field | undefined,
  examine: (text: string) => Promise<Examined>,
): Promise<Diagnostic[]> {
  const proposed = before.diagnostics.filter(({ fix }) => fix);
  if (proposed.length === 0) return before.diagnostics;
  let left = Math.max(2, Math.min(MAX_TRIES, Math.floor(MAX_READ_CHARACTERS / text.length)));
  const isSafe = async (chosen: Diagnostic[]): Promise<boolean> => {
    if (left === 0) return false;
    left -= 1;
    const changed = applyFixes(text, fixesOf(chosen));
    if (changed.text === text) return false;
    const after = { text: changed.text, ...(await examine(changed.text)) };
    return isHarmless({ text, ...before }, after, changed.applied, chosen, root as Field);
  };
  /** Adds as many of some findings as are safe to those that are known to be. */
  const grow = async (safe: Diagnostic[], more: Diagnostic[]): Promise<Diagnostic[]> => {
    if (more.length === 0) return safe;
    if (await isSafe([...safe, ...more])) return [...safe, ...more];
    if (more.length === 1) return safe;
    const middle = Math.ceil(more.length / 2);
    return grow(await grow(safe, more.slice(0, middle)), more.slice(middle));
  };
  const offered = root ? new Set(await grow([], withoutOverlaps(text, proposed))) : new Set();
  return before.diagnostics.map((each) => (each.fix && !offered.has(each) ? withoutFix(each) : each));
}

/** Whether a file has lost characters, from the findings of reading it. Writing it would make the damage permanent. */
export function isDamaged(problems: Diagnostic[]): boolean {
  return problems.some(({ ruleId, fix }) => ruleId === "file/encoding" && !fix);
}

/** Takes the fix from a finding. */
export function withoutFix({ fix: _, ...finding }: Diagnostic): Diagnostic {
  return finding;
}

function fixesOf(found: Diagnostic[]): Fix[] {
  return found.flatMap(({ fix }) => fix ?? []);
}

/** Leaves out the fixes that change what an earlier one changes in another way, and those that change nothing. */
function withoutOverlaps(text: string, proposed: Diagnostic[]): Diagnostic[] {
  const changing = proposed.filter(({ fix }) =>
    fix?.edits.some((edit) => text.slice(edit.start, edit.end) !== edit.text),
  );
  const applied = new Set(applyFixes(text, fixesOf(changing)).applied.map(keyOf));
  return changing.filter(({ fix }) => applied.has(keyOf(fix as Fix)));
}

function keyOf({ edits }: Fix): string {
  return JSON.stringify(edits.map(({ start, end, text }) => [start, end, text]));
}

type ExaminedText = Examined & { text: string };

/** Whether fixes have removed their findings and harmed nothing. @param chosen the findings whose fixes were applied */
function isHarmless(
  before: ExaminedText,
  after: ExaminedText,
  applied: Fix[],
  chosen: Diagnostic[],
  root: Field,
): boolean {
  const edits: Edit[] = applied.flatMap((fix) => fix.edits);
  const edited = editedLines(before.text, edits);
  if (remain(chosen, after.diagnostics, edited)) return false;
  if (before.source && bringsOthers(before, after, chosen)) return false;
  if (before.source && after.source) return keepsData(before.source, after.source, edited);
  const unfixable = countUnfixable(after);
  if (unfixable > countErrors(before)) return false;
  // as long as something else is wrong, a line moved to another level cannot be compared with what it belongs to
  if (unfixable > 0 && edits.some((edit) => movesLine(before.text, edit))) return false;
  const mended = { lines: after.text.split("\n"), source: after.source };
  const typed = withoutAnyInvisible(before.text).split("\n");
  if (
    repeatsKey(mended.lines, edited.after) ||
    mayBelongToNext(typed, edited.before, (line) => mended.lines[edited.lineAfter(line)] ?? "")
  )
    return false;
  return keepsLines(typed, mended, edited, root);
}

/** Whether one of the findings that should be gone is still there. */
function remain(chosen: Diagnostic[], found: Diagnostic[], { lineAfter }: EditedLines): boolean {
  const left = new Set(found.map((each) => identity(each, lineOf(each))));
  return chosen.some((each) => left.has(identity(each, lineAfter(lineOf(each) - 1) + 1)));
}

/** The line of a finding; the first one for what has no line. */
function lineOf({ place }: Diagnostic): number {
  return isTextRange(place) ? place.start.line : 1;
}

function identity({ ruleId, pointer, message }: Diagnostic, line: number): string {
  return JSON.stringify([ruleId, pointer, message, line]);
}

/** Whether a value that was corrected is wrong in another way. What stands below a corrected key is seen for the first time. */
function bringsOthers(before: Examined, after: Examined, chosen: Diagnostic[]): boolean {
  const places = new Set(chosen.map(({ pointer }) => pointer));
  const nameOf = ({ ruleId, pointer, message }: Diagnostic) => JSON.stringify([ruleId, pointer, message]);
  const known = new Map<string, number>();
  for (const each of before.diagnostics) known.set(nameOf(each), (known.get(nameOf(each)) ?? 0) + 1);
  return after.diagnostics.some((each) => {
    const { ruleId, pointer, unfilled, fix } = each;
    if (!/^(?:schema|yaml)\//u.test(ruleId) || unfilled || !(pointer === "" ? !fix : places.has(pointer))) return false;
    const left = known.get(nameOf(each)) ?? 0;
    known.set(nameOf(each), left - 1);
    return left <= 0;
  });
}

/** Whether an edit moves a line to another level: it begins with spaces and is given more of them, or fewer. */
function movesLine(text: string, { start, end, text: put }: Edit): boolean {
  return (text[start - 1] ?? "\n") === "\n" && /^ *$/u.test(text.slice(start, end)) && /^ *$/u.test(put);
}

function countErrors({ diagnostics }: Examined): number {
  return diagnostics.filter(({ ruleId, severity }) => ruleId === "yaml/syntax" && severity === "error").length;
}

/** Counts errors of syntax that no fix is proposed for: others were only hidden before. */
function countUnfixable({ diagnostics }: Examined): number {
  return countErrors({ diagnostics: diagnostics.filter(({ fix }) => !fix) });
}
