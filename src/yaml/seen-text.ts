import type { Diagnostic, Edit } from "../model/diagnostic.js";
import type { Source } from "../model/document.js";
import { isTextRange, type Place, type TextRange } from "../model/place.js";
import { type InvisibleRun, invisibleRuns } from "../text/invisible.js";
import { lineStarts, rangeFinder } from "./line-starts.js";
import type { ReadResult } from "./read-result.js";

/** A text as a person sees it. */
export interface SeenText {
  /** Without the characters that nobody sees. */
  text: string;
  /** Converts what reading it gave: places and fixes are then in the text as it was typed. */
  typed<R extends ReadResult | undefined>(result: R): R;
}

/**
 * Leaves out the characters that nobody sees. They would make other keys, names and figures of those that are meant, and
 * the YAML wrong where they stand for spaces.
 */
export function asSeen(text: string): SeenText {
  const runs = invisibleRuns(text);
  if (runs.length === 0) return { text, typed: (result) => result };
  let end = 0;
  const kept = runs.map((run) => {
    const part = text.slice(end, run.start);
    end = run.end;
    return part;
  });
  return { text: kept.join("") + text.slice(end), typed: (result) => asTyped(result, text, runs) };
}

function asTyped<R extends ReadResult | undefined>(result: R, text: string, runs: InvisibleRun[]): R {
  if (!result) return result;
  const typed = new TypedPlaces(text, runs);
  const { source, problems } = result;
  return {
    ...result,
    problems: problems.map((each) => typed.diagnostic(each)),
    ...(source && { source: typed.source(source) }),
  };
}

/** Converts places in the text that is seen to places in the text as typed. */
class TypedPlaces {
  readonly #text: string;
  readonly #range: (start: number, end: number) => TextRange;
  /** Offsets in the text that is seen where characters were left out, and how many up to there. */
  readonly #gaps: { at: number; left: number }[] = [];

  constructor(text: string, runs: InvisibleRun[]) {
    this.#text = text;
    this.#range = rangeFinder(lineStarts(text));
    let left = 0;
    for (const { start, end } of runs) {
      const at = start - left;
      left += end - start;
      this.#gaps.push({ at, left });
    }
  }

  /** Offset as typed of the character at an offset in the text that is seen. */
  #offset(seen: number): number {
    let low = 0;
    let high = this.#gaps.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#gaps[middle] as { at: number }).at <= seen) low = middle + 1;
      else high = middle;
    }
    return seen + (this.#gaps[low - 1]?.left ?? 0);
  }

  /** A span as typed: from its first character to its last, without what is left out around it. */
  #span(start: number, end: number): [start: number, end: number] {
    return end > start ? [this.#offset(start), this.#offset(end - 1) + 1] : [this.#offset(start), this.#offset(start)];
  }

  #textRange({ start, end }: TextRange): TextRange {
    return this.#range(...this.#span(start.offset, end.offset));
  }

  #place(place: Place): Place {
    return isTextRange(place) ? this.#textRange(place) : place;
  }

  #edit({ start, end, text }: Edit): Edit {
    const [from, to] = this.#span(start, end);
    return { start: from, end: to, text };
  }

  diagnostic(seen: Diagnostic): Diagnostic {
    const { place, related, fix } = seen;
    return {
      ...seen,
      place: this.#place(place),
      related: related.map((each) => ({ ...each, place: this.#place(each.place) })),
      ...(fix && { fix: { ...fix, edits: fix.edits.map((each) => this.#edit(each)) } }),
    };
  }

  source(seen: Source): Source {
    return {
      ...seen,
      text: this.#text,
      locate: (...at) => this.#textRange(seen.locate(...at)),
      locateText: (...at) => this.#textRange(seen.locateText(...at)),
    };
  }
}
