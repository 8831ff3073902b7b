import { isScalar, type Pair, type Scalar, type YAMLMap, type YAMLSeq } from "yaml";
import { createDiagnostic, type Diagnostic, type Edit } from "../model/diagnostic.js";
import type { SourceText } from "./source-text.js";

/** Slips in a mapping in braces that YAML takes without a word for something else. */
export function misreadKeys(map: YAMLMap, place: SourceText): Diagnostic[] {
  if (!map.flow) return [];
  return map.items.flatMap((pair, index) => splitFigure(map.items, index, place) ?? gluedValue(pair, place) ?? []);
}

/** `{2023: 12,000}` is 12 and a field called 000. */
function splitFigure(pairs: Pair[], index: number, { text, ...place }: SourceText): Diagnostic | undefined {
  const group = pairs[index]?.key;
  const before = pairs[index - 1];
  const last = before && (before.value ?? before.key);
  if (!plain(group) || pairs[index]?.value || !plain(last)) return undefined;
  const [start, end] = [last.range[1], group.range[0]];
  if (text.slice(start, end) !== "," || !/^\d{3}(?:\.\d+)?$/u.test(source(group, text))) return undefined;
  if (!/^\d{1,3}$/u.test(source(last, text))) return undefined;
  return problem(place, [last.range[0], group.range[1]], "数字里的逗号把它分成了两项", "去掉逗号,如 12000", [
    { start, end, text: "" },
  ]);
}

/** `{2022:5}` and `{2022：5，2023：8}` are fields of that name without a value; `{2022: 5，2023：8}` is one value. */
function gluedValue({ key, value }: Pair, { text, ...place }: SourceText): Diagnostic | undefined {
  const node = value ?? key;
  if (!plain(node)) return undefined;
  const [from, to] = node.range;
  const typed = source(node, text);
  const pieces = [...withoutBrackets(typed).matchAll(/[^，]+/gu)];
  const fields = pieces.slice(value ? 1 : 0).map((piece) => ({ piece, parts: FIELD.exec(piece[0]) }));
  if (fields.length === 0 || fields.some(({ parts }) => !parts)) return undefined;
  const edits = fields.flatMap(({ piece, parts }) => {
    const [, lead = "", name = "", , gap = ""] = parts as RegExpExecArray;
    const start = from + piece.index;
    const colon = start + lead.length + name.length;
    return [
      ...(piece.index > 0 ? [{ start: start - 1, end: start + lead.length, text: ", " }] : []),
      { start: colon, end: colon + 1 + gap.length, text: ": " },
    ];
  });
  const [message, hint] = typed.includes("，")
    ? ["括号里用了全角逗号“，”", "逗号、冒号都用半角,后面留一个空格,如 {甲: 1, 乙: 2}"]
    : typed.includes("：")
      ? ["这里用了全角冒号“：”", "改成半角冒号加一个空格“: ”"]
      : ["冒号后面少了一个空格", "冒号后面留一个半角空格再写"];
  return problem(place, [from, to], message, hint, edits);
}

/** A field as people type it in braces; an address on the web is none. */
const FIELD = /^([\s\u3000]*)([^:：\s]+)([:：])([\s\u3000]*)(?!\/\/)\S/u;

/** `[甲，乙, 丙]` is two names: 甲，乙 and 丙. A list of one is known for what it is. */
export function misreadItems(seq: YAMLSeq, { text, ...place }: SourceText): Diagnostic[] {
  if (!seq.flow || seq.items.length < 2) return [];
  return seq.items.flatMap((item) => {
    if (!plain(item)) return [];
    const comma = /(?<!\d)，|，(?!\d)/gu;
    return [...withoutBrackets(source(item, text)).matchAll(comma)].map(({ index }) => {
      const start = item.range[0] + index;
      const gap = /^，\s*/u.exec(text.slice(start))?.[0].length ?? 1;
      const edit = { start, end: start + gap, text: ", " };
      return problem(place, [start, start + 1], "括号里用了全角逗号“，”", "改成半角逗号加一个空格“, ”", [edit]);
    });
  });
}

/** What stands in brackets or quotes belongs to a name; blanked out, the rest keeps its place. */
function withoutBrackets(text: string): string {
  return text.replace(/[（(“《][^）)”》]*[）)”》]/gu, (inner) => " ".repeat(inner.length));
}

type PlainScalar = Scalar & { range: [number, number, number] };

function plain(node: unknown): node is PlainScalar {
  return isScalar(node) && node.type === "PLAIN" && Boolean(node.range) && !node.anchor && !node.tag;
}

function source({ range }: PlainScalar, text: string): string {
  return text.slice(range[0], range[1]);
}

function problem(
  { file, range }: Pick<SourceText, "file" | "range">,
  [from, to]: [number, number],
  message: string,
  hint: string,
  edits: Edit[] | undefined,
): Diagnostic {
  return createDiagnostic({
    ruleId: "yaml/syntax",
    file,
    place: range(from, to),
    message,
    hint,
    ...(edits && { fix: { title: hint, edits } }),
  });
}
