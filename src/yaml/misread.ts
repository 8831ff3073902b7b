import { isScalar, type Pair, type Scalar, type YAMLMap, type YAMLSeq } from "yaml";
import type { Diagnostic, Edit } from "../model/diagnostic.js";
import { slipDiagnostic } from "./slip-diagnostic.js";
import { describeSlip, type SlipSentence } from "./slip-sentences.js";
import type { SourceText } from "./source-text.js";
import { wideBracketsAround } from "./wide-brackets.js";

/** Slips in a mapping in braces that YAML reads as something else, without an error. */
export function misreadKeys(map: YAMLMap, source: SourceText): Diagnostic[] {
  if (!map.flow) return [];
  return map.items.flatMap((pair, index) => splitFigure(map.items, index, source) ?? gluedValue(pair, source) ?? []);
}

/** `{2023: 12,000}` is 12 and a field called 000. */
function splitFigure(pairs: Pair[], index: number, source: SourceText): Diagnostic | undefined {
  const { text } = source;
  const group = pairs[index]?.key;
  const before = pairs[index - 1];
  const last = before && (before.value ?? before.key);
  if (!plain(group) || pairs[index]?.value || !plain(last)) return undefined;
  const [start, end] = [last.range[1], group.range[0]];
  if (text.slice(start, end) !== "," || !/^\d{3}(?:\.\d+)?$/u.test(typedText(group, text))) return undefined;
  if (!/^\d{1,3}$/u.test(typedText(last, text))) return undefined;
  const edit = { start, end, text: "" };
  return misread(source, [last.range[0], group.range[1]], describeSlip("comma-in-figure"), [edit]);
}

/** `{2022:5}` and `{2022：5，2023：8}` are fields of that name without a value; `{2022: 5，2023：8}` is one value. */
function gluedValue({ key, value }: Pair, source: SourceText): Diagnostic | undefined {
  const node = value ?? key;
  if (!plain(node)) return undefined;
  const [from, to] = node.range;
  const typed = typedText(node, source.text);
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
  const kind = typed.includes("，")
    ? "full-width-comma-between-fields"
    : typed.includes("：")
      ? "full-width-colon"
      : "no-space-after-colon";
  return misread(source, [from, to], describeSlip(kind), edits);
}

/** A field as people type it in braces. `http://…` is none. */
const FIELD = /^([\s\u3000]*)([^:：\s]+)([:：])([\s\u3000]*)(?!\/\/)\S/u;

/** YAML reads `[甲，乙, 丙]` as two names: 甲，乙 and 丙. A list of one entry is split where values are normalised. */
export function misreadItems(seq: YAMLSeq, source: SourceText): Diagnostic[] {
  if (!seq.flow || seq.items.length < 2) return [];
  const { text } = source;
  return seq.items.flatMap((item) => {
    if (!plain(item)) return [];
    const comma = /(?<!\d)，|，(?!\d)/gu;
    return [...withoutBrackets(typedText(item, text)).matchAll(comma)].map(({ index }) => {
      const start = item.range[0] + index;
      const gap = /^，\s*/u.exec(text.slice(start))?.[0].length ?? 1;
      const edit = { start, end: start + gap, text: ", " };
      return misread(source, [start, start + 1], describeSlip("full-width-comma"), [edit]);
    });
  });
}

/** YAML reads `［甲, 乙］` and `［甲, 乙]` as one text. */
export function misreadBrackets(node: Scalar, source: SourceText): Diagnostic[] {
  if (!plain(node)) return [];
  const brackets = wideBracketsAround(typedText(node, source.text));
  if (!brackets) return [];
  const { opening, closing } = brackets;
  const [start, end] = node.range;
  const edits = [
    { start, end: start + 1, text: opening },
    { start: end - 1, end, text: closing },
  ];
  return [misread(source, [start, end], describeSlip("full-width-brackets", opening, closing), edits)];
}

/** Replaces what stands in brackets or quotes, and so belongs to a name, by spaces: offsets stay the same. */
function withoutBrackets(text: string): string {
  return text.replace(/[（(“《][^）)”》]*[）)”》]/gu, (inner) => " ".repeat(inner.length));
}

type PlainScalar = Scalar & { range: [number, number, number] };

function plain(node: unknown): node is PlainScalar {
  return isScalar(node) && node.type === "PLAIN" && Boolean(node.range) && !node.anchor && !node.tag;
}

function typedText({ range }: PlainScalar, text: string): string {
  return text.slice(range[0], range[1]);
}

function misread(
  { file, range }: SourceText,
  [from, to]: [number, number],
  slip: SlipSentence,
  edits: Edit[],
): Diagnostic {
  return slipDiagnostic(file, { ...slip, range: range(from, to), fix: { title: slip.hint, edits } });
}
