import { type Alias, type Document, isScalar, type Node, type Scalar, visit } from "yaml";
import type { Diagnostic } from "../model/diagnostic.js";
import { align } from "../text/align.js";
import { isEastAsian } from "../text/words.js";
import type { Place } from "./source.js";

/**
 * Looks over a YAML document that parsed: keys written twice, references that lead nowhere or to
 * themselves. Joins folded Chinese lines on the way.
 */
export function inspectTree(document: Document, place: Place): Diagnostic[] {
  const problems: Diagnostic[] = [];
  visit(document, {
    Map(_, map) {
      problems.push(
        ...repeatedKeys(
          map.items.map((item) => item.key as Node),
          place,
        ),
      );
    },
    Scalar(_, scalar) {
      joinFoldedChinese(scalar, place.text);
    },
    Alias(_, alias, path) {
      const target = alias.resolve(document);
      if (!target) problems.push(aliasProblem(alias, place, ["以 * 开头的内容会被当作引用", "把内容放进引号"]));
      else if (path.includes(target))
        problems.push({
          ...aliasProblem(alias, place, ["这里的引用指向它自己", "去掉引用,把内容直接写出来"]),
          ruleId: "yaml/too-complex",
        });
    },
  });
  return problems;
}

function aliasProblem({ range }: Alias, place: Place, [message, hint]: [string, string]): Diagnostic {
  const at = place.range(range?.[0] ?? 0, range?.[1] ?? 0);
  return {
    ruleId: "yaml/syntax",
    severity: "error",
    file: place.file,
    pointer: "",
    range: at,
    message,
    hint,
    related: [],
  };
}

function repeatedKeys(keys: Node[], { file, range }: Place): Diagnostic[] {
  const first = new Map<string, Node>();
  return keys.flatMap((node) => {
    const key = isScalar(node) ? String(node.value) : undefined;
    if (key === undefined) return [];
    const earlier = first.get(key);
    if (!earlier) {
      first.set(key, node);
      return [];
    }
    const place = (each: Node) => range(each.range?.[0] ?? 0, each.range?.[1] ?? 0);
    return {
      ruleId: "yaml/duplicate-key",
      severity: "error",
      file,
      pointer: "",
      range: place(node),
      message: `「${key}」写了两次`,
      hint: "留下对的一处,删去另一处",
      related: [{ file, range: place(earlier), message: "前一处" }],
    };
  });
}

/** YAML joins folded lines with a space, which has no place between two Chinese characters. */
function joinFoldedChinese(scalar: Scalar, text: string): void {
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
}
