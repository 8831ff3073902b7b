import type { Diagnostic, Edit, Fix } from "../model/diagnostic.js";

/** Times a text is looked at anew: what is mended first brings to light what the parser could not reach. */
const ROUNDS = 12;

/**
 * Applies fixes to a text. One whose edits overlap with an earlier one's is left out; the same twice counts once.
 * @param fixes as diagnostics of this very text carry them
 */
export function applyFixes(text: string, fixes: Fix[]): { text: string; applied: Fix[] } {
  const taken: Edit[] = [];
  const applied = fixes.filter(({ edits }) => {
    const fresh = edits.filter((edit) => !taken.some((each) => isSame(each, edit)));
    const usable = fresh.length > 0 && edits.every((edit) => fits(edit, text));
    if (!usable || fresh.some((edit) => taken.some((each) => overlap(each, edit)))) return false;
    taken.push(...fresh);
    return true;
  });
  const changed = taken
    .sort((a, b) => b.start - a.start)
    .reduce((all, edit) => all.slice(0, edit.start) + edit.text + all.slice(edit.end), text);
  return { text: changed, applied };
}

/**
 * Mends a text as far as there is no doubt, looking at it again after each round.
 * @param look finds what is wrong with a text
 * @returns the text, the very same when nothing can be mended, how many fixes went into it, and what is left
 */
export async function fixText(text: string, look: (text: string) => Promise<Diagnostic[]>): Promise<Step> {
  let [current, fixes] = [text, 0];
  let found = await look(current);
  for (let round = 0; round < ROUNDS; round += 1) {
    const step = await better(current, found, look);
    if (!step) break;
    ({ text: current, found } = step);
    fixes += step.fixes;
  }
  return { text: current, found, fixes };
}

/** A text, what is wrong with it, and how many fixes led to it. */
interface Step {
  text: string;
  found: Diagnostic[];
  fixes: number;
}

/** Applies all fixes, or, when together they make the text worse, the first that does not. */
async function better(
  text: string,
  found: Diagnostic[],
  look: (text: string) => Promise<Diagnostic[]>,
): Promise<Step | undefined> {
  const fixes = found.flatMap(({ fix }) => fix ?? []);
  for (const chosen of [fixes, ...(fixes.length > 1 ? fixes.map((fix) => [fix]) : [])]) {
    const { text: changed, applied } = applyFixes(text, chosen);
    if (changed === text) continue;
    const after = await look(changed);
    if (!isWorse(found, after)) return { text: changed, found: after, fixes: applied.length };
  }
  return undefined;
}

/** Whether a change broke the YAML, or left as much of it broken that did not parse. */
function isWorse(before: Diagnostic[], after: Diagnostic[]): boolean {
  const broken = unread(before);
  // slips that came to light and can be mended too are no loss
  const lost = after.filter(({ fix }) => !fix);
  if (broken > 0) return unread(lost) > broken;
  return unread(lost) > 0 || repeated(after) > repeated(before);
}

function unread(found: Diagnostic[]): number {
  return found.filter(({ ruleId, severity }) => ruleId === "yaml/syntax" && severity === "error").length;
}

function repeated(found: Diagnostic[]): number {
  return found.filter(({ ruleId }) => ruleId === "yaml/duplicate-key").length;
}

function fits({ start, end }: Edit, text: string): boolean {
  return start >= 0 && start <= end && end <= text.length;
}

function isSame(a: Edit, b: Edit): boolean {
  return a.start === b.start && a.end === b.end && a.text === b.text;
}

function overlap(a: Edit, b: Edit): boolean {
  return (a.start < b.end && b.start < a.end) || (a.start === b.start && (a.end === a.start || b.end === b.start));
}
