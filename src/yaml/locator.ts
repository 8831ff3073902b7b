import type { FieldPart, Source } from "../model/document.js";
import type { TextRange } from "../model/place.js";
import { alignOffsets } from "../text/align-offsets.js";
import { splitPointer } from "../text/json-pointer.js";

/** A range of a text, in offsets of UTF-16 units. `end` is exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** A value in a text. The range may include white space at its end, which is not part of the value. */
export interface SourceNode extends Span {
  /** The fields of a mapping. */
  fields?: readonly SourceField[] | undefined;
  /** The items of a list. */
  items?: readonly SourceNode[] | undefined;
  /** Set for a block text, on the lines below a `|` or `>`. */
  isBlock?: boolean;
  /** Set for a reference (`*名称`). */
  isReference?: boolean;
  /** The value that a reference stands for. */
  target?: SourceNode | undefined;
}

/** A field of a mapping: the range of its key, and its value if it has one. */
export interface SourceField extends Span {
  key: string;
  value?: SourceNode;
}

/**
 * Makes the functions that find the places of fields in a YAML text, and what is typed there.
 * @param root the value of the whole text; undefined for an empty text
 * @param range converts offsets to a range with lines and columns
 */
export function nodeLocator(
  root: SourceNode | undefined,
  text: string,
  range: (start: number, end: number) => TextRange,
): Pick<Source, "locate" | "locateText" | "typedAt"> {
  /** Follows a pointer as far as the text goes. It skips steps that the text leaves out because of a short form. */
  function find(pointer: string): { key: Span | undefined; node: SourceNode | undefined; isComplete: boolean } {
    let node = root;
    let key: Span | undefined = root?.fields?.[0];
    let isComplete = true;
    for (const step of splitPointer(pointer)) {
      if (node?.isReference) node = node.target;
      const field = node?.fields && fieldOf(node.fields, step);
      const item = node?.items?.[Number(step)];
      isComplete = Boolean(field ?? item);
      // a step may be missing because of a short form, but a mapping without the key ends the search
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

  /** Returns the offsets of a span without white space at its end. Without a span, those of the first character. */
  function ends(span: Span | undefined): [number, number] {
    if (!span) return [0, Math.min(1, text.length)];
    const { start, end } = span;
    return [start, start + text.slice(start, end).trimEnd().length];
  }

  /** The places of a text, remembered while the same is asked for: a list typed as one text has places by the thousand. */
  let last: { printed: string; start: number; end: number; places: number[] } | undefined;
  function aligned(printed: string, start: number, end: number): number[] {
    if (last?.printed !== printed || last.start !== start || last.end !== end)
      last = { printed, start, end, places: alignOffsets(printed, text.slice(start, end)) };
    return last.places;
  }

  return {
    typedAt(pointer: string) {
      const { node } = find(pointer);
      return text.slice(...ends(node?.isReference ? node.target : node));
    },
    locate(pointer: string, part: FieldPart = "value") {
      const { key, node, isComplete } = find(pointer);
      const [start, end] = ends(node);
      const isEmpty = end <= start;
      // when the search ended at a mapping or a reference, the field is missing there
      const isMissing = !isComplete && (!node || node.fields !== undefined || node.isReference);
      return part === "key" || isEmpty || isMissing ? range(...ends(key)) : range(start, end);
    },
    locateText(pointer: string, printed: string, from: number, to?: number) {
      const { node } = find(pointer);
      const [first, end] = ends(node);
      // the first line of a block text has its `|` and maybe a comment, but no text
      const start = node?.isBlock ? text.indexOf("\n", first) + 1 : first;
      const places = aligned(printed, start, end);
      return range(start + (places[from] ?? 0), to === undefined ? end : start + (places[to - 1] ?? 0) + 1);
    },
  };
}

/** Fields of large mappings by key: each finding asks for a place, and a mapping may have thousands of both. */
const fieldsByKey = new WeakMap<readonly SourceField[], Map<string, SourceField>>();
/** Fields from which on looking one up in a map is faster than going through them. */
const MANY_FIELDS = 50;

/** The first field with a key. */
function fieldOf(fields: readonly SourceField[], key: string): SourceField | undefined {
  if (fields.length < MANY_FIELDS) return fields.find((each) => each.key === key);
  let byKey = fieldsByKey.get(fields);
  if (!byKey) {
    byKey = new Map(fields.toReversed().map((each) => [each.key, each]));
    fieldsByKey.set(fields, byKey);
  }
  return byKey.get(key);
}
