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

/** A text after fixing, and the number of fixes that were applied to get it. */
export interface FixedText {
  text: string;
  fixes: number;
}

/**
 * Fixes a text in rounds and checks it again after each round, until there is nothing left to fix.
 * @param check returns the findings in a text; fixes that it offers are applied as they are
 * @returns the fixed text, identical when nothing could be fixed
 */
export async function fixText(text: string, check: (text: string) => Promise<Diagnostic[]>): Promise<FixedText> {
  let [current, fixes] = [text, 0];
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const offered = (await check(current)).flatMap(({ fix }) => fix ?? []);
    const { text: changed, applied } = applyFixes(current, offered);
    if (changed === current) break;
    current = changed;
    fixes += applied.length;
  }
  return { text: current, fixes };
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
