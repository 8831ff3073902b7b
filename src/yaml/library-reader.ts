import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Scalar, visit } from "yaml";
import type { KnownKeys } from "../form/known-keys.js";
import { createDiagnostic, type Diagnostic } from "../model/diagnostic.js";
import type { Data, FieldPart, Source } from "../model/document.js";
import { alignOffsets } from "../text/align-offsets.js";
import { splitPointer } from "../text/json-pointer.js";
import { findSlips, findSlipsLineByLine, hasWideIndent } from "./find-slips.js";
import { inspectTree } from "./inspect-tree.js";
import { MAX_ALIASES } from "./limits.js";
import { parseYaml } from "./parse.js";
import { type SourceText, sourceText } from "./source-text.js";
import { syntaxProblem } from "./syntax-problems.js";

/** Reads a text with the YAML library: whatever it holds, with every place, in ten times the time. See `readSource`. */
export function readWithLibrary(
  file: string,
  text: string,
  keys?: KnownKeys,
): { source?: Source; problems: Diagnostic[] } {
  const lines = new LineCounter();
  const document = parseYaml(text, lines);
  const place = sourceText(file, text, lines, keys);
  const [error] = [...document.errors, ...document.warnings];
  if (error) {
    const slips = findSlips(place);
    // parsed from another depth of the stack, what was too deep may pass: it was not read all the same
    return { problems: slips.length > 0 ? slips : [syntaxProblem(error, document, place)] };
  }
  if (referencesIn(document) > MAX_ALIASES) return { problems: [tooComplex(place)] };
  if (hasWideIndent(text)) {
    const slips = findSlips(place);
    if (slips.length > 0) return { problems: slips };
  }
  if (isScalar(document.contents) && document.contents.type === "PLAIN") {
    const slips = findSlipsLineByLine(place);
    if (slips.length > 0) return { problems: slips };
  }
  const problems = inspectTree(document, place);
  if (problems.some(({ ruleId, severity }) => severity === "error" && ruleId !== "yaml/duplicate-key"))
    return { problems };
  let data: Data;
  try {
    data = document.toJS({ maxAliasCount: MAX_ALIASES }) as Data;
  } catch {
    return { problems: [...problems, tooComplex(place)] };
  }
  return { source: { file, text, data, ...locator(document, text, place.range) }, problems };
}

/** Each is looked for from the beginning of the document: thousands take long. */
function referencesIn(document: Document): number {
  let found = 0;
  visit(document, {
    Alias() {
      found += 1;
      return found > MAX_ALIASES ? visit.BREAK : undefined;
    },
  });
  return found;
}

function tooComplex({ file, range }: SourceText): Diagnostic {
  return createDiagnostic({
    ruleId: "yaml/too-complex",
    file,
    place: range(0, 1),
    message: "文件里的引用(& 和 *)展开后太大,没有继续检查",
    hint: "去掉引用,把内容直接写出来",
  });
}

function locator(document: Document, text: string, range: SourceText["range"]): Pick<Source, "locate" | "locateText"> {
  /** Follows a pointer as far as the text goes; steps that short forms leave out are passed over. */
  function find(pointer: string): { key?: Node; node?: Node; complete: boolean } {
    let node = (document.contents ?? undefined) as Node | undefined;
    let key = isMap(node) ? (node.items[0]?.key as Node) : undefined;
    let complete = true;
    for (const step of splitPointer(pointer)) {
      if (isAlias(node)) node = node.resolve(document);
      const pair = isMap(node) ? node.items.find((item) => keyText(item.key) === step) : undefined;
      const item = isSeq(node) ? (node.items[Number(step)] as Node | undefined) : undefined;
      complete = Boolean(pair ?? item);
      // a short form leaves a step out; a mapping without the key does not go on
      if (isMap(node) && !pair) break;
      if (pair) {
        key = pair.key as Node;
        node = (pair.value as Node | null) ?? undefined;
      } else if (item) {
        key = isMap(item) ? (item.items[0]?.key as Node) : item;
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
    locate(pointer: string, part: FieldPart = "value") {
      const { key, node, complete } = find(pointer);
      const [start, end] = ends(node);
      const empty = end <= start;
      return range(
        ...(part === "key" || empty || !(complete || isScalar(node) || isSeq(node))
          ? ends(key)
          : ([start, end] as [number, number])),
      );
    },
    locateText(pointer: string, printed: string, from: number, to?: number) {
      const { node } = find(pointer);
      const [first, end] = ends(node);
      // a block's first line holds its mark and a remark, not its text
      const block = isScalar(node) && node.type?.startsWith("BLOCK");
      const start = block ? text.indexOf("\n", first) + 1 : first;
      const places = alignOffsets(printed, text.slice(start, end));
      return range(start + (places[from] ?? 0), to === undefined ? end : start + (places[to - 1] ?? 0) + 1);
    },
  };
}

function keyText(key: unknown): string {
  return isScalar(key) ? String((key as Scalar).value) : String(key);
}
