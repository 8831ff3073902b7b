import { describe, expect, it } from "vitest";
import { type Form, fix } from "../../src/index.js";
import { allFieldHints } from "../../src/model/field-hint.js";
import { type BlankField, blankFields, blankLines, formerBlankLines } from "../support/blank-fields.js";
import { checkTexts, today as day, forms } from "../support/check.js";

const form = (await forms.open("hunan-2024")) as Form;

/** Where an answer may be typed that YAML does not read there: lines to put in place of the hint and the key. */
type Place = (at: BlankField) => string[] | undefined;

const margin = (at: BlankField) => " ".repeat(at.indent);
/** The key with room for an answer, as the blank has it. */
const open = (at: BlankField) => `${at.head} ${at.isText ? "|" : ""}`;
const hintLine = (at: BlankField, text = at.hint) => `${margin(at)}# ${text}`;

/** In a blank of today, whose hints stand above the keys. */
const TODAY: Record<string, Place> = {
  "behind the hint": (at) => (at.hint ? [`${hintLine(at)} ${at.answer}`, open(at)] : undefined),
  "right behind the hint": (at) => (at.hint.length > 3 ? [`${hintLine(at)}${at.answer}`, open(at)] : undefined),
  "in front of the hint": (at) => (at.hint ? [hintLine(at, `${at.answer} ${at.hint}`), open(at)] : undefined),
  "in place of the hint": (at) => (at.hint ? [hintLine(at, at.answer), open(at)] : undefined),
  "behind a part of the hint": (at) =>
    at.hint.includes(";") ? [hintLine(at, `${at.hint.split(";")[0]} ${at.answer}`), open(at)] : undefined,
  "in a comment below the hint": (at) => (at.hint ? [hintLine(at), hintLine(at, at.answer), open(at)] : undefined),
  "in a comment below the key": (at) => [...(at.hint ? [hintLine(at)] : []), open(at), hintLine(at, at.answer)],
  "in a comment beside the key": (at) => [...(at.hint ? [hintLine(at)] : []), `${open(at).trimEnd()} # ${at.answer}`],
};

/** Where YAML cannot be read with an answer. */
const UNREADABLE: Record<string, Place> = {
  "on the line below the key": (at) => [...(at.hint ? [hintLine(at)] : []), open(at), margin(at) + at.answer],
  "on a line between hint and key": (at) => (at.hint ? [hintLine(at), margin(at) + at.answer, open(at)] : undefined),
};

/** In a blank as it was written at first, whose hints stand beside the keys. */
const FORMER: Record<string, Place> = {
  "in front of “#”": (at) => before(at, (hint) => `${at.answer}# ${hint}`),
  "in front of “＃”": (at) => before(at, (hint) => `${at.answer} ＃ ${hint}`),
  "in front of what is left of the hint": (at) => before(at, (hint) => `${at.answer}#${hint.slice(-8)}`, 8),
  "in front of a hint without “#”": (at) => before(at, (hint) => `${at.answer} ${hint}`, 8),
  "behind the hint": (at) => beside(at, (hint) => `# ${hint} ${at.answer}`),
  "in front of the hint, behind “#”": (at) => beside(at, (hint) => `# ${at.answer} ${hint}`),
  "in place of the hint": (at) => beside(at, () => `# ${at.answer}`),
};

const former = (at: BlankField) => allFieldHints(at.field).at(-1);

function before(at: BlankField, typed: (hint: string) => string, least = 1): string[] | undefined {
  const hint = former(at);
  if (hint === undefined || hint.length < least) return undefined;
  return at.isText ? [`${at.head} |`, `${margin(at)}  ${typed(hint)}`] : [`${at.head} ${typed(hint)}`];
}

function beside(at: BlankField, comment: (hint: string) => string): string[] | undefined {
  const hint = former(at);
  return hint === undefined ? undefined : [`${open(at).trimEnd()} ${comment(hint)}`];
}

/** The fields to try: of those that are alike, only the first. */
const fields = Object.keys(form.documents).flatMap((kind) => blankFields(form, kind).map((at) => ({ kind, at })));
const tried = fields.filter(
  ({ at }, index) => fields.findIndex((other) => likeness(other.at) === likeness(at)) === index,
);

function likeness({ field, head, indent, hint }: BlankField): string {
  const { type, items, print, format, shorthand } = field.schema;
  const choices = field.schema.enum !== undefined || items?.enum !== undefined;
  const shape = [type, Boolean(items), print, format, shorthand, choices, field.entity, field.wordLimit !== undefined];
  return JSON.stringify([shape, head.includes("-"), indent > 0, hint === "" ? 0 : hint.split(";").length, field.unit]);
}

/** Puts lines in place of a field of a blank. @param above how many lines above the key go, too */
function put(lines: string[], line: number, above: number, typed: string[]): string {
  return lines.toSpliced(line - above, above + 1, ...typed).join("\n");
}

async function result(text: string): Promise<{ data: unknown; found: string[] }> {
  const { documents, diagnostics } = await checkTexts({ "a.yaml": text }, { draft: true });
  return { data: documents[0]?.data, found: diagnostics.map(({ ruleId, message }) => `${ruleId} ${message}`) };
}

/** How many lines that are no comments stand above a line: the same in both layouts. */
function keyNumber(lines: string[], line: number): number {
  return lines.slice(0, line).filter((each) => !each.trimStart().startsWith("#")).length;
}

const layouts = new Map(
  Object.keys(form.documents).map((kind) => [kind, [blankLines(form, kind), formerBlankLines(form, kind)]]),
);

/** Keys that stand for values of different kinds in different parts of a form: they do not say what belongs there. */
const ambiguous = new Set(
  Object.keys(form.documents)
    .flatMap((kind) => blankFields(form, kind, true).map(({ field }) => field))
    .filter(({ key, children, wordLimit }, _, all) =>
      all.some(
        (other) => other.key === key && (other.wordLimit !== wordLimit || other.children.length !== children.length),
      ),
    )
    .map(({ key }) => key),
);

/** Whether it is not certain where an answer belongs, or how it would be written there. */
function isDoubtful({ field, head, answer }: BlankField, typed: string[], below: string[]): boolean {
  if (field.schema.patternProperties) return true;
  if (ambiguous.has(field.key) && typed.some((line) => line.trim() === answer)) return true;
  // this cannot be read at all, which is said
  if (typed.some((line) => /: .*: /u.test(line.split(" #")[0] ?? ""))) return true;
  if (/#[\d-]+$/u.test(typed[0] ?? "")) return true;
  // a comment between two keys without a hint between may be about either
  const isBelow = typed.at(-1)?.includes(answer) && typed.at(-1)?.trimStart().startsWith("#") && typed.length > 1;
  const next = below.find((line) => line.trim() !== "") ?? "";
  return (isBelow && !next.trimStart().startsWith("#") && typed.some((line) => line.startsWith(head))) === true;
}

/** One in so many fields is tried at each place, another one at the next: all of them take long. */
const ONE_IN = 3;

const places = [TODAY, UNREADABLE, FORMER].flatMap((each) => Object.values(each));

/** Types answers at a place. @returns the pointers where that is not said, and where the fix does something else */
async function tryAll(place: Place, isFormer: boolean): Promise<{ silent: string[]; wrong: string[]; left: string[] }> {
  const found = { silent: [] as string[], wrong: [] as string[], left: [] as string[] };
  const first = places.indexOf(place) % ONE_IN;
  for (const { kind, at } of tried.filter((_, index) => index % ONE_IN === first)) {
    const typed = place(at);
    if (!typed) continue;
    const [today, former] = layouts.get(kind) as [string[], string[]];
    const lines = isFormer ? former : today;
    const number = keyNumber(today, at.line);
    const line = isFormer
      ? former.findIndex((each, index) => each.startsWith(at.head) && keyNumber(former, index) === number)
      : at.line;
    const slip = put(lines, line, isFormer || at.hint === "" ? 0 : 1, typed);
    const room = at.isText ? [`${at.head} |`, `${margin(at)}  ${at.answer}`] : [`${at.head} ${at.answer}`];
    const expected = await result(put(lines, line, 0, room));
    const name = `${kind} ${at.field.pointer}`;
    if ((await result(slip)).found.length === 0) found.silent.push(name);
    const fixed = await fix({ file: "a.yaml", text: slip }, { forms, today: day, draft: true });
    const after = await result(fixed.text);
    if (fixed.fixes === 0) {
      if (!isDoubtful(at, typed, lines.slice(line + 1))) found.left.push(name);
    } else if (JSON.stringify(after) !== JSON.stringify(expected))
      found.wrong.push(
        `${name}: ${JSON.stringify(typed)} → ${JSON.stringify(after)} instead of ${JSON.stringify(expected)}`,
      );
  }
  return found;
}

describe("an answer", () => {
  it.each(Object.entries(TODAY))("typed %s is said, and the fix puts it in the field", async (_, place) => {
    expect(await tryAll(place, false)).toEqual({ silent: [], wrong: [], left: [] });
  });

  it.each(Object.entries(UNREADABLE))("typed %s is said, and the fix puts it in the field", async (_, place) => {
    expect(await tryAll(place, false)).toEqual({ silent: [], wrong: [], left: [] });
  });

  it.each(Object.entries(FORMER))("of the former layout typed %s, too", async (_, place) => {
    expect(await tryAll(place, true)).toEqual({ silent: [], wrong: [], left: [] });
  });
});
