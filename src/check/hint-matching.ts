import { type Field, isList } from "../model/field.js";
import { allFieldHints, HINT_SEPARATOR } from "../model/field-hint.js";

/** A part of a text, from one offset to another. */
export interface Part {
  from: number;
  to: number;
}

/** The hints of one kind of document. */
export interface Hints {
  of(field: Field): readonly string[];
  /** Whether a text is one of the hints, whichever field it belongs to. */
  has(text: string): boolean;
  /** All hints, each once. */
  all: readonly string[];
}

/** Shorter hints, such as a unit, may also be the beginning of other words. */
const LONG_ENOUGH = 4;

const cache = new WeakMap<Field, Hints>();

/** Collects the hints that blank documents show for the fields of a kind of document. */
export function hintsOf(root: Field): Hints {
  const known = cache.get(root);
  if (known) return known;
  const own = new WeakMap<Field, string[]>();
  const of = (field: Field) => {
    const found = own.get(field) ?? allFieldHints(field);
    own.set(field, found);
    return found;
  };
  const walk = (field: Field): Field[] => [field, ...field.children.flatMap(walk)];
  const all = [...new Set(root.children.flatMap(walk).flatMap(of))];
  const squeezed = new Set(all.map(squeeze));
  const hints = { of, all, has: (text: string) => squeezed.has(squeeze(text)) };
  cache.set(root, hints);
  return hints;
}

/** The hints that may stand with a field: its own, and those of the field that holds it and of the fields in it. */
export function nearHints(field: Field, hints: Hints): string[] {
  const { parent, children } = field;
  const around = [field, ...(parent && !isList(parent) ? [parent] : []), ...children];
  return [...new Set(around.flatMap((each) => hints.of(each)))];
}

/** Removes spaces, which people add and remove without noticing. */
function squeeze(text: string): string {
  return text.replace(/[\s\u3000]/gu, "");
}

/** Whether a text is a hint of which something was deleted. */
export function isPartOfHint(text: string, hint: string): boolean {
  const [typed, whole] = [squeeze(text), squeeze(hint)];
  if (typed === "") return true;
  if (whole.includes(typed)) return typed.length >= 2 || typed === whole;
  return typed.length > LONG_ENOUGH && commonStart(typed, whole) + commonEnd(typed, whole) >= typed.length;
}

/**
 * Finds what was typed into a hint: before it, behind it, or in it; something of the hint may be missing.
 * @param isWhole nothing of the hint may be missing
 * @returns the part of the comment that is not the hint; undefined when nothing in the comment is of the hint
 */
export function typedInto(comment: string, hint: string, isWhole = false): Part | undefined {
  const found = insertedInto(comment, hint) ?? (isWhole ? undefined : besideRest(comment, hint));
  return found && trimmed(comment, found);
}

/** Finds what was typed into a hint that is there completely. */
function insertedInto(comment: string, hint: string): Part | undefined {
  const length = comment.length - hint.length;
  if (length <= 0) return undefined;
  const isLong = hint.length >= LONG_ENOUGH;
  if (comment.startsWith(hint) && (isLong || /\s/u.test(comment.charAt(hint.length))))
    return { from: hint.length, to: comment.length };
  if (comment.endsWith(hint) && (isLong || /\s/u.test(comment.charAt(length - 1)))) return { from: 0, to: length };
  const start = Math.min(commonStart(comment, hint), hint.length);
  if (isLong && start + commonEnd(comment, hint) >= hint.length) return { from: start, to: start + length };
  return undefined;
}

/** Finds what was typed beside a hint of which a part is left: up to a comma or semicolon, or set off with a space. */
function besideRest(comment: string, hint: string): Part | undefined {
  let from = commonStart(comment, hint);
  while (from > 0 && !isEndOfPart(hint, from) && !/\s/u.test(comment.charAt(from))) from -= 1;
  let to = comment.length - commonEnd(comment, hint);
  while (
    to < comment.length &&
    !isEndOfPart(hint, hint.length - (comment.length - to)) &&
    !/\s/u.test(comment.charAt(to - 1))
  )
    to += 1;
  // a figure or a single character may be there by chance
  if (!/\D{2}/u.test(comment.slice(0, from))) from = 0;
  if (!/\D{2}/u.test(comment.slice(to))) to = comment.length;
  return (from > 0 || to < comment.length) && from < to ? { from, to } : undefined;
}

const BETWEEN_PARTS = new RegExp(`[${HINT_SEPARATOR},、。；，]`, "u");

function isEndOfPart(hint: string, at: number): boolean {
  return (
    at === hint.length || BETWEEN_PARTS.test(hint.charAt(at)) || (at > 0 && BETWEEN_PARTS.test(hint.charAt(at - 1)))
  );
}

/** Leaves out spaces and separators at both ends. */
function trimmed(text: string, { from, to }: Part): Part {
  const lead = /^[\s\u3000,，;；:：、]*/u.exec(text.slice(from, to))?.[0].length ?? 0;
  const inner = text.slice(from + lead, to).replace(/[\s\u3000,，;；、#＃]+$/u, "");
  return { from: from + lead, to: from + lead + inner.length };
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}

function commonEnd(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[a.length - 1 - length] === b[b.length - 1 - length]) length += 1;
  return length;
}

/**
 * Finds where a hint begins that stands at the end of a text, with its `#` and the spaces before that.
 * @param near the hints of the field; the text may also end in a part of one of them
 * @param isProse the text is a line of a narrative
 * @returns undefined when the text does not end in a hint
 */
export function hintAtEnd(
  text: string,
  { near, hints, isProse }: { near: readonly string[]; hints: Hints; isProse: boolean },
): number | undefined {
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] !== "#" && text[at] !== "＃") continue;
    const behind = text.slice(at + 1).replace(/^[\s\u3000#＃]+/u, "");
    const isHint = hints.has(behind) || near.some((hint) => isRestOfHint(behind, hint));
    if (behind !== "" && isHint) return text.slice(0, at).trimEnd().length;
  }
  const [found] = near.flatMap((hint) => {
    const at = text.length - hint.length;
    if (at < 0 || !text.endsWith(hint)) return [];
    const before = text.slice(0, at);
    // without “#” the words may be meant, above all at the end of a sentence
    const isApart = isProse ? /^$|[。；;！!？?]\s+$/u.test(before) : /^$|\s$/u.test(before);
    const isLong = !isProse && hint.length >= 2 * LONG_ENOUGH;
    return isLong || (isApart && hint.length >= LONG_ENOUGH) ? [before.trimEnd().length] : [];
  });
  return found;
}

/** Whether a text is the beginning or the end of a hint. */
function isRestOfHint(text: string, hint: string): boolean {
  const [typed, whole] = [squeeze(text), squeeze(hint)];
  return /\D{2}|\D.{2}|.{2}\D/u.test(typed) && (whole.startsWith(typed) || whole.endsWith(typed));
}
