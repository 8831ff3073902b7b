import type { Diagnostic } from "../model/diagnostic.js";
import type { Locator, Source } from "../model/document.js";
import type { Field } from "../model/field.js";
import type { Pointer } from "../model/json-schema.js";
import { isTextRange } from "../model/place.js";
import { withoutInvisible } from "../text/invisible.js";
import { joinPointer, splitPointer } from "../text/json-pointer.js";
import { type EntryOrigin, newTyping, normalise, removeBlanks, type Typing } from "./normalise.js";

/** How a source was typed, and the texts of which the lines were read one by one: where each begins and ends. */
export interface SourceTyping extends Typing {
  readonly readByLine: Map<number, number>;
}

/** Makes the `Typing` of a source: with it, names on lines of their own are told apart even where YAML joins the lines. */
export function typingOf(source: Source): SourceTyping {
  const readByLine = new Map<number, number>();
  const typing = newTyping((pointer, text) => {
    const { start, end } = source.locate(pointer);
    const lines = foldedLines(withoutInvisible(source.text.slice(start.offset, end.offset)));
    // what is read must be these lines and nothing else, or there are escapes, or the place is that of something else
    if (lines === undefined || withoutSpaces(lines) !== withoutSpaces(text)) return text;
    readByLine.set(start.offset, end.offset);
    return lines;
  }, source.typedAt);
  return { ...typing, readByLine };
}

/** Whether a finding says of a text that its lines were joined, while they were read one by one as entries of a list. */
export function saysLinesAreLost({ ruleId, place }: Diagnostic, readByLine: ReadonlyMap<number, number>): boolean {
  if (ruleId !== "yaml/lost-text" || !isTextRange(place)) return false;
  const { offset } = place.start;
  return [...readByLine].some(([start, end]) => start <= offset && offset < end);
}

/** Gives the lines of a value that YAML joins: one in quotes, after “>”, or with nothing around it. */
function foldedLines(raw: string): string | undefined {
  if (!raw.includes("\n") || raw.startsWith("|")) return undefined;
  if (raw.startsWith(">")) return raw.slice(raw.indexOf("\n") + 1);
  return /^(["'])[^\\]*\1$/u.test(raw) ? raw.slice(1, -1) : raw;
}

function withoutSpaces(text: string): string {
  return text.replace(/\s/gu, "");
}

/** Makes a locator that also finds the entries of lists whose items or text hold several of them. */
export function locateEntries<L extends Locator>(source: L, origins: Typing["origins"]): L {
  if (origins.size === 0) return source;
  return {
    ...source,
    locate(pointer, part) {
      const entry = originOf(pointer, origins);
      if (!entry) return source.locate(pointer, part);
      const { at, origin } = entry;
      return origin.text === "" ? source.locate(at, part) : source.locateText(at, origin.text, origin.from, origin.to);
    },
  };
}

/** Finds where an entry was typed. @returns the pointer of the item or text in the file; undefined for other fields */
function originOf(pointer: Pointer, origins: Typing["origins"]): { at: Pointer; origin: EntryOrigin } | undefined {
  const list = pointer.slice(0, pointer.lastIndexOf("/"));
  const origin = origins.get(list)?.[Number(splitPointer(pointer).at(-1))];
  return origin && { at: origin.item === undefined ? list : joinPointer(list, origin.item), origin };
}

/**
 * Makes a source that also finds the entries of such lists, for a document of which only the file is at hand.
 * @param root root field of the document's kind
 */
export function withEntries(source: Source, root: Field): Source {
  const typing = typingOf(source);
  normalise(removeBlanks(source.data) ?? {}, root, typing);
  return locateEntries(source, typing.origins);
}
