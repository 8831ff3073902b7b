import type { Diagnostic, Edit, Fix } from "../model/diagnostic.js";

/** Maximum number of rounds. One fix may let the parser reach further mistakes, which the next round fixes. */
const MAX_ROUNDS = 12;

/**
 * Applies fixes to a text. A fix that overlaps an earlier one, or repeats it, is left out.
 * @param fixes from findings in exactly this text
 * @returns the changed text, and the fixes that were applied
 */
export function applyFixes(text: string, fixes: Fix[]): { text: string; applied: Fix[] } {
  const accepted: Edit[] = [];
  const applied = fixes.filter(({ edits }) => {
    const newEdits = edits.filter((edit) => !accepted.some((each) => isSame(each, edit)));
    const usable = newEdits.length > 0 && edits.every((edit) => isInText(edit, text));
    if (!usable || newEdits.some((edit) => accepted.some((each) => overlap(each, edit)))) return false;
    accepted.push(...newEdits);
    return true;
  });
  const changed = accepted
    .sort((a, b) => b.start - a.start)
    .reduce((all, edit) => all.slice(0, edit.start) + edit.text + all.slice(edit.end), text);
  return { text: changed, applied };
}

/**
 * Fixes a text in rounds and checks it again after each round, until there is nothing left to fix.
 * @param check returns the findings in a text
 * @returns the fixed text (identical when nothing could be fixed), the number of fixes, and the remaining findings
 */
export async function fixText(text: string, check: (text: string) => Promise<Diagnostic[]>): Promise<Step> {
  let [current, fixes] = [text, 0];
  let found = await check(current);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const step = await nextStep(current, found, check);
    if (!step) break;
    ({ text: current, found } = step);
    fixes += step.fixes;
  }
  return { text: current, found, fixes };
}

/** A text, the findings in it, and the number of fixes that were applied to get it. */
interface Step {
  text: string;
  found: Diagnostic[];
  fixes: number;
}

/** Applies all fixes; when together they make the text worse, applies only the first that does not. */
async function nextStep(
  text: string,
  found: Diagnostic[],
  check: (text: string) => Promise<Diagnostic[]>,
): Promise<Step | undefined> {
  const fixes = found.flatMap(({ fix }) => fix ?? []);
  for (const chosen of [fixes, ...(fixes.length > 1 ? fixes.map((fix) => [fix]) : [])]) {
    const { text: changed, applied } = applyFixes(text, chosen);
    if (changed === text) continue;
    const after = await check(changed);
    if (!isWorse(found, after)) return { text: changed, found: after, fixes: applied.length };
  }
  return undefined;
}

/** Tells whether a change made the YAML worse: more errors of syntax that cannot be fixed, or more duplicate keys. */
function isWorse(before: Diagnostic[], after: Diagnostic[]): boolean {
  const broken = countSyntaxErrors(before);
  // new mistakes that can be fixed as well do not count: they were only hidden before
  const unfixable = after.filter(({ fix }) => !fix);
  if (broken > 0) return countSyntaxErrors(unfixable) > broken;
  return countSyntaxErrors(unfixable) > 0 || countDuplicateKeys(after) > countDuplicateKeys(before);
}

function countSyntaxErrors(found: Diagnostic[]): number {
  return found.filter(({ ruleId, severity }) => ruleId === "yaml/syntax" && severity === "error").length;
}

function countDuplicateKeys(found: Diagnostic[]): number {
  return found.filter(({ ruleId }) => ruleId === "yaml/duplicate-key").length;
}

function isInText({ start, end }: Edit, text: string): boolean {
  return start >= 0 && start <= end && end <= text.length;
}

function isSame(a: Edit, b: Edit): boolean {
  return a.start === b.start && a.end === b.end && a.text === b.text;
}

function overlap(a: Edit, b: Edit): boolean {
  return (a.start < b.end && b.start < a.end) || (a.start === b.start && (a.end === a.start || b.end === b.start));
}
