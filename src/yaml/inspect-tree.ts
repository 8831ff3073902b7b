import { type Alias, type Document, isCollection, isScalar, type Node, type Scalar, visit } from "yaml";
import { createDiagnostic, type Diagnostic } from "../model/diagnostic.js";
import type { TextRange } from "../model/place.js";
import { alignOffsets } from "../text/align-offsets.js";
import { characterNumber, invisibleRuns, withoutInvisible } from "../text/invisible.js";
import { unusualBreaks, withUsualBreaks } from "../text/line-breaks.js";
import { isEastAsian } from "../text/word-count.js";
import { misreadBrackets, misreadItems, misreadKeys } from "./misread.js";
import { slipDiagnostic } from "./slip-diagnostic.js";
import { describeSlip, type SlipSentence } from "./slip-sentences.js";
import type { SourceText } from "./source-text.js";

/**
 * Checks a YAML document that parsed: keys written twice, aliases of nothing or of themselves, text that would be lost.
 * Also joins folded lines of Chinese text.
 */
export function inspectTree(document: Document, source: SourceText): Diagnostic[] {
  const problems: Diagnostic[] = [];
  visit(document, {
    Map(_, map) {
      // YAML allows a list or mapping as a key; no form has such keys, and nothing could name them
      for (const { key } of map.items)
        if (isCollection(key)) problems.push(slipAt(key, describeSlip("collection-as-key"), source));
      problems.push(...misreadKeys(map, source));
      problems.push(
        ...repeatedKeys(
          map.items.map((item) => item.key as Node),
          source,
        ),
      );
    },
    Seq(_, seq) {
      problems.push(...misreadItems(seq, source));
    },
    Scalar(_, scalar) {
      problems.push(...invisibleEscapes(scalar, source), ...misreadBrackets(scalar, source));
      problems.push(...findLostText(scalar, source), ...unusualLineBreaks(scalar, source));
      joinFoldedChinese(scalar, source.text);
    },
    Alias(_, alias, path) {
      const target = alias.resolve(document);
      if (!target) problems.push(slipAt(alias, describeSlip("alias"), source));
      else if (path.includes(target)) problems.push(circularAlias(alias, source));
    },
  });
  return problems;
}

/** Long enough to be prose in paragraphs. */
const PROSE = 80;

/** A line that begins the way paragraphs and lists do, or one below the end of a sentence. */
const PARAGRAPHS = /\n\s*(?:\d+[.、．]|[（(][一二三四五六七八九十]+[)）]|!\[)|[。！？；]\s*\n/u;

/** Characters that Word cannot hold. Those that break a line are read as line breaks. */
const UNPRINTABLE = /(?![\t\n\r\v\f\u0085])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u;

/** Finds text that YAML or Word would leave out without an error. */
function findLostText({ value, type, range, comment }: Scalar, { file, range: at, text }: SourceText): Diagnostic[] {
  if (typeof value !== "string" || !range) return [];
  if (UNPRINTABLE.test(value)) {
    // written as an escape such as \\x07 it stands nowhere in the file itself
    const raw = text.slice(range[0], range[1]).search(UNPRINTABLE);
    return [
      createDiagnostic({
        ruleId: "yaml/unprintable",
        file,
        place: raw < 0 ? at(range[0], range[1]) : at(range[0] + raw, range[0] + raw + 1),
        message: `这里有一个看不见的控制字符,Word 放不下:${characterNumber(UNPRINTABLE.exec(value)?.[0] ?? "")}`,
        hint: "把它前后的字连同它一起删去,重新输入;多半是从别处粘贴带来的",
      }),
    ];
  }
  if (type !== "PLAIN") return [];
  // a comment begins with “# ”: “#1” is meant as text
  if (comment && /^\S/u.test(comment)) {
    const start = text.indexOf("#", range[1]);
    return [
      createDiagnostic({
        ruleId: "yaml/lost-text",
        file,
        place: at(start, start + 1 + comment.length),
        message: "“#”和它后面的文字会被当作说明,没有读入",
        hint: "如果是内容,把整段放进引号;如果是说明,“#”后面加一个空格",
      }),
    ];
  }
  const folded = text.slice(range[0], range[1]).trim();
  const item = /\n *(?=- )/u.exec(folded);
  if (item) {
    const start = range[0] + item.index + item[0].length;
    const { message, hint } = describeSlip("item-in-value");
    const place = at(start, start + (/^[^\r\n]*/u.exec(text.slice(start))?.[0].length ?? 0));
    return [createDiagnostic({ ruleId: "yaml/lost-text", severity: "error", file, place, message, hint })];
  }
  if (folded.includes("\n") && (value.length > PROSE || PARAGRAPHS.test(folded))) {
    return [
      createDiagnostic({
        ruleId: "yaml/lost-text",
        file,
        place: at(range[0], range[1]),
        message: "这段文字写了几行,冒号后面没有“|”,各行连成了一段",
        hint: "要分段就在冒号后面写“|”,文字从下一行写起",
      }),
    ];
  }
  return [];
}

/** Line breaks that are other characters than usual. They are read as line breaks. */
function unusualLineBreaks(scalar: Scalar, { file, range: at, text }: SourceText): Diagnostic[] {
  const { value, type, range } = scalar;
  if (typeof value !== "string" || !range) return [];
  scalar.value = withUsualBreaks(value);
  if (scalar.value === value) return [];
  const [start, end] = range;
  const found = unusualBreaks(text.slice(start, end)).map((each) => ({
    ...each,
    start: start + each.start,
    end: start + each.end,
  }));
  // written as an escape such as \\v it stands nowhere in the file itself
  const [first = { char: unusualBreaks(value)[0]?.char ?? "", start, end }] = found;
  const isBlock = type === "BLOCK_LITERAL";
  const indent = isBlock ? indentOfBlock(text.slice(start, end)) : undefined;
  const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  const edits = found.map((each) => {
    // at the end of a line it breaks nothing more
    const put = /^\s*(?:\n|$)/u.test(text.slice(each.end, end)) ? "" : `${lineBreak}${indent}`;
    return { start: each.start, end: each.end, text: put };
  });
  return [
    createDiagnostic({
      ruleId: "text/line-break",
      severity: isBlock ? "warning" : "error",
      file,
      place: at(first.start, first.end),
      message: `这里有 ${Math.max(1, found.length)} 处不寻常的换行 ${characterNumber(first.char)}${isBlock ? ",已当作换行读入" : ""}`,
      hint: isBlock ? "改成通常的换行" : "这里只写一行:删去它,或改成“、”",
      ...(indent !== undefined && { fix: { title: "改成通常的换行", edits } }),
    }),
  ];
}

/** The indentation of the lines of a block text, when it can be seen. */
function indentOfBlock(raw: string): string | undefined {
  const [head = "", ...lines] = raw.split("\n");
  if (/\d/u.test(head.split("#")[0] ?? "")) return undefined;
  return /^ +/u.exec(lines.find((line) => line.trim() !== "") ?? "")?.[0];
}

/** Characters that nobody sees, written as escapes in double quotes: "\\u200b". They are left out of what is read. */
function invisibleEscapes(scalar: Scalar, { file, range: at, text }: SourceText): Diagnostic[] {
  const { value, type, range } = scalar;
  if (typeof value !== "string" || type !== "QUOTE_DOUBLE" || !range) return [];
  const seen = withoutInvisible(value);
  if (seen === value) return [];
  scalar.value = seen;
  const edits = [...text.slice(range[0], range[1]).matchAll(ESCAPE)].flatMap(
    ({ 0: all, 1: two, 2: four, 3: eight, index }) => {
      const digits = two ?? four ?? eight;
      if (digits === undefined || invisibleRuns(String.fromCodePoint(Number.parseInt(digits, 16))).length === 0)
        return [];
      return { start: range[0] + index, end: range[0] + index + all.length, text: "" };
    },
  );
  const [first] = edits;
  return [
    createDiagnostic({
      ruleId: "text/invisible",
      file,
      place: first ? at(first.start, first.end) : at(range[0], range[1]),
      message: "这里写了看不见的字符",
      hint: "删去它",
      ...(first && { fix: { title: "删去看不见的字符", edits } }),
    }),
  ];
}

/** An escape in double quotes; those that give the number of a character have it as a group. */
const ESCAPE = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|[\s\S])/gu;

function slipAt(node: Node, slip: SlipSentence, source: SourceText): Diagnostic {
  return slipDiagnostic(source.file, { ...slip, range: rangeOf(node, source) });
}

function circularAlias(alias: Alias, source: SourceText): Diagnostic {
  return createDiagnostic({
    ruleId: "yaml/too-complex",
    file: source.file,
    place: rangeOf(alias, source),
    message: "这里的引用指向它自己",
    hint: "去掉引用,把内容直接写出来",
  });
}

function repeatedKeys(keys: Node[], source: SourceText): Diagnostic[] {
  const first = new Map<string, Node>();
  return keys.flatMap((node) => {
    const key = isScalar(node) ? withoutInvisible(String(node.value)) : undefined;
    if (key === undefined) return [];
    const earlier = first.get(key);
    if (!earlier) {
      first.set(key, node);
      return [];
    }
    return createDiagnostic({
      ruleId: "yaml/duplicate-key",
      file: source.file,
      place: rangeOf(node, source),
      message: `「${key}」写了两次`,
      hint: "留下对的一处,删去另一处",
      related: [{ file: source.file, place: rangeOf(earlier, source), message: "前一处" }],
    });
  });
}

function rangeOf({ range }: Node, source: SourceText): TextRange {
  return source.range(range?.[0] ?? 0, range?.[1] ?? 0);
}

/** Removes the space with which YAML joins folded lines, where it would stand between two Chinese characters. */
function joinFoldedChinese(scalar: Scalar, text: string): void {
  const { value, type, range } = scalar;
  if (typeof value !== "string" || !range || type === "BLOCK_LITERAL") return;
  const source = text.slice(range[0], range[1]);
  if (!source.includes("\n")) return;
  const offsets = alignOffsets(value, source);
  scalar.value = value.replace(/ /gu, (space, at: number) => {
    const [before, after] = [value[at - 1], value[at + 1]];
    if (!before || !after || !isEastAsian(before) || !isEastAsian(after)) return space;
    return source.slice(offsets[at - 1], offsets[at + 1]).includes("\n") ? "" : space;
  });
}
