import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
  visit,
} from "yaml";
import type { Diagnostic, Range } from "../model/diagnostic.js";
import type { Data, Part, Source } from "../model/document.js";
import { align } from "../text/align.js";
import { steps } from "../text/pointer.js";
import { isEastAsian } from "../text/words.js";
import { yamlProblem } from "./yaml-problems.js";

/**
 * Reads a YAML text.
 * @returns the source, or none when the text is too broken to look into, and every problem of the YAML itself.
 */
export function readSource(file: string, text: string): { source?: Source; problems: Diagnostic[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const range = ranger(lines);
  const problems = oncePerLine(document.errors.map((error) => yamlProblem(error, { file, text, document, range })));
  if (document.errors.some((error) => error.code !== "DUPLICATE_KEY")) return { problems };

  joinFoldedChinese(document, text);
  let data: Data;
  try {
    data = document.toJS() as Data;
  } catch {
    problems.push({
      ruleId: "yaml/too-complex",
      severity: "error",
      file,
      pointer: "",
      range: range(0, 1),
      message: "文件里的引用(& 和 *)展开后太大,没有继续检查",
      hint: "去掉引用,把内容直接写出来",
      related: [],
    });
    return { problems };
  }
  return { source: { file, text, data, ...locator(document, text, range) }, problems };
}

/** One slip makes the parser stumble several times on its line: the first says it best. */
function oncePerLine(problems: Diagnostic[]): Diagnostic[] {
  const seen = new Set<number>();
  return problems.filter(
    ({ ruleId, range: { start } }) => ruleId !== "yaml/syntax" || (!seen.has(start.line) && seen.add(start.line)),
  );
}

/** Turns offsets into a range. */
export type Ranger = (start: number, end: number) => Range;

function ranger(lines: LineCounter): Ranger {
  const position = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col), offset };
  };
  return (start, end) => ({ start: position(start), end: position(Math.max(start, end)) });
}

/** YAML joins folded lines with a space, which has no place between two Chinese characters. */
function joinFoldedChinese(document: Document, text: string): void {
  visit(document, {
    Scalar(_, scalar) {
      const { value, type, range } = scalar;
      if (typeof value !== "string" || !range || type === "BLOCK_LITERAL") return;
      const source = text.slice(range[0], range[1]);
      if (!source.includes("\n")) return;
      const places = align(value, source);
      scalar.value = value.replace(/ /gu, (space, at: number) => {
        const [before, after] = [value[at - 1], value[at + 1]];
        if (!before || !after || !isEastAsian(before) || !isEastAsian(after)) return space;
        return source.slice(places[at - 1], places[at + 1]).includes("\n") ? "" : space;
      });
    },
  });
}

function locator(document: Document, text: string, range: Ranger): Pick<Source, "locate" | "locateText"> {
  /** Follows a pointer as far as the text goes; steps that short forms leave out are passed over. */
  function find(pointer: string): { key?: Node; node?: Node; complete: boolean } {
    let node = (document.contents ?? undefined) as Node | undefined;
    let key = isMap(node) ? (node.items[0]?.key as Node) : undefined;
    let complete = true;
    for (const step of steps(pointer)) {
      if (isAlias(node)) node = node.resolve(document);
      const pair = isMap(node) ? node.items.find((item) => keyText(item.key) === step) : undefined;
      const item = isSeq(node) ? (node.items[Number(step)] as Node | undefined) : undefined;
      complete = Boolean(pair ?? item);
      if (pair) {
        key = pair.key as Node;
        node = (pair.value as Node | null) ?? undefined;
      } else if (item) {
        key = item;
        node = item;
      }
    }
    return { key, node, complete };
  }

  function ends(node: Node | undefined): [number, number] {
    if (!node?.range) return [0, Math.min(1, text.length)];
    const [start, end] = node.range;
    return [start, start + text.slice(start, end).trimEnd().length];
  }

  return {
    locate(pointer: string, part: Part = "value") {
      const { key, node, complete } = find(pointer);
      const [start, end] = ends(node);
      const empty = end <= start;
      return range(
        ...(part === "key" || empty || !(complete || isScalar(node) || isSeq(node))
          ? ends(key)
          : ([start, end] as [number, number])),
      );
    },
    locateText(pointer: string, printed: string, from: number) {
      const [start, end] = ends(find(pointer).node);
      const places = align(printed, text.slice(start, end));
      return range(start + (places[from] ?? 0), end);
    },
  };
}

function keyText(key: unknown): string {
  return isScalar(key) ? String((key as Scalar).value) : String(key);
}
