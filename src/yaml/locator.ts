import type { FieldPart, Locator } from "../model/document.js";
import type { TextRange } from "../model/place.js";
import { alignOffsets } from "../text/align-offsets.js";
import { splitPointer } from "../text/json-pointer.js";

/** Where something stands in a text: from `start` up to, not including, `end` (offsets in UTF-16 units). */
export interface Span {
  start: number;
  end: number;
}

/** A value in a text; white space at its end is no part of it. */
export interface SourceNode extends Span {
  /** Of a mapping only. */
  fields?: readonly SourceField[];
  /** Of a list only. */
  items?: readonly SourceNode[];
  /** A text on the lines below a `|` or `>`. */
  isBlock?: boolean;
  /** A reference (`*名称`), and what it stands for. */
  isReference?: boolean;
  target?: SourceNode;
}

/** A field of a mapping: the place of its key, and its value where there is one. */
export interface SourceField extends Span {
  key: string;
  value?: SourceNode;
}

/**
 * Makes the functions that find the fields of a text.
 * @param root what the text holds, if anything
 * @param range turns offsets of the text into a range
 */
export function nodeLocator(
  root: SourceNode | undefined,
  text: string,
  range: (start: number, end: number) => TextRange,
): Pick<Locator<TextRange>, "locate" | "locateText"> {
  /** Follows a pointer as far as the text goes; steps that short forms leave out are passed over. */
  function find(pointer: string): { key?: Span; node?: SourceNode; isComplete: boolean } {
    let node = root;
    let key: Span | undefined = root?.fields?.[0];
    let isComplete = true;
    for (const step of splitPointer(pointer)) {
      if (node?.isReference) node = node.target;
      const field = node?.fields?.find((each) => each.key === step);
      const item = node?.items?.[Number(step)];
      isComplete = Boolean(field ?? item);
      // a short form leaves a step out; a mapping without the key does not go on
      if (node?.fields && !field) break;
      if (field) {
        key = field;
        node = field.value;
      } else if (item) {
        key = item.fields ? item.fields[0] : item;
        node = item;
      }
    }
    return { key, node, isComplete };
  }

  function ends(span: Span | undefined): [number, number] {
    if (!span) return [0, Math.min(1, text.length)];
    const { start, end } = span;
    return [start, start + text.slice(start, end).trimEnd().length];
  }

  return {
    locate(pointer: string, part: FieldPart = "value") {
      const { key, node, isComplete } = find(pointer);
      const [start, end] = ends(node);
      const isEmpty = end <= start;
      // what goes no further than a mapping or a reference is missing from it
      const isMissing = !isComplete && (!node || node.fields !== undefined || node.isReference);
      return part === "key" || isEmpty || isMissing ? range(...ends(key)) : range(start, end);
    },
    locateText(pointer: string, printed: string, from: number, to?: number) {
      const { node } = find(pointer);
      const [first, end] = ends(node);
      // a block's first line holds its mark and a remark, not its text
      const start = node?.isBlock ? text.indexOf("\n", first) + 1 : first;
      const places = alignOffsets(printed, text.slice(start, end));
      return range(start + (places[from] ?? 0), to === undefined ? end : start + (places[to - 1] ?? 0) + 1);
    },
  };
}
