import { type Document, isCollection, isNode, isScalar, visit, type YAMLError } from "yaml";
import { createDiagnostic, type Diagnostic } from "../model/diagnostic.js";
import type { SourceText } from "./source-text.js";

type Sentence = [message: string, hint: string];

/** What is wrong with the YAML, and what to type instead, by the parser's error code. */
const SENTENCES: Partial<Record<YAMLError["code"], Sentence>> = {
  TAB_AS_INDENT: ["这一行用制表符(Tab)缩进", "改用空格缩进,每层两个空格"],
  BAD_INDENT: ["这一行的缩进和同级的行没有对齐", "同一级的行左边对齐,下一级多两个空格"],
  MISSING_CHAR: ["这里少了一个符号", "检查引号、括号是否成对,键的后面是否有半角冒号和空格"],
  BLOCK_AS_IMPLICIT_KEY: [
    "这一行里又出现了一个冒号或列表,看不出层次",
    "内容里有冒号时,把整段内容放进引号;分项内容另起一行并缩进",
  ],
  BLOCK_IN_FLOW: ["括号 { } 或 [ ] 里不能换行写分项内容", "改成另起一行、缩进的写法"],
  MULTILINE_IMPLICIT_KEY: [
    "这一行不是“键: 值”的写法",
    "每一行写成“键: 值”,冒号用半角,后面留一个空格;长文字放在“键: |”的下一行,每行左边多空两格",
  ],
  UNEXPECTED_TOKEN: ["这里出现了多余的内容", "检查引号、括号是否成对;内容以 @ ` % 等符号开头时加引号"],
  BAD_DQ_ESCAPE: ["双引号里的反斜杠 \\ 不能这样用", "路径用 / 分隔,或改用单引号"],
  BAD_DIRECTIVE: ["以 % 开头的行会被当作指令", "删去这一行,或把内容放进引号"],
  MULTIPLE_DOCS: ["一个文件里写了不止一份(中间有一行 ---)", "每份另存为一个文件"],
  RESOURCE_EXHAUSTION: ["文件里的层次太深,没有继续检查", "检查是不是选错了文件"],
};

/** A problem of the YAML itself as a diagnostic. */
export function syntaxProblem(error: YAMLError, document: Document, place: SourceText): Diagnostic {
  const { text } = place;
  const opening =
    error.code === "MISSING_CHAR" || error.message.startsWith("Flow ") ? unclosed(document, error) : undefined;
  const from = opening ?? deeperLine(error, text) ?? error.pos[0];
  const lineEnd = text.indexOf("\n", from);
  const to = from === error.pos[0] ? error.pos[1] : lineEnd;
  const range = place.range(
    from,
    Math.min(to < 0 ? text.length : to, lineEnd < 0 ? text.length : Math.max(lineEnd, from)),
  );
  const line = lineAt(text, from);
  const [message, hint] = (opening !== undefined && unclosedSentence(text[opening] as string)) ||
    seenInLine(line, text[from], error) ||
    (error.code === "BAD_INDENT" && lacksDash(text, from) && DASH) ||
    (from !== error.pos[0] && DEEPER) ||
    SENTENCES[error.code] || ["这里不合 YAML 的写法", `解析器的说法:${error.message}`];
  return createDiagnostic({ ruleId: "yaml/syntax", file: place.file, place: range, message, hint });
}

const DEEPER: Sentence = ["这一行比上一行多缩进了", "与上一行同级的,左边对齐;是上一行的内容,上一行冒号后面不要写字"];

const DASH: Sentence = ["这一行与上面的“- ”对齐,开头却没有“- ”", "是新的一项,开头加“- ”;是上一项的内容,左边再多空两格"];

/** Whether a field stands where the items of a list above have their dash. */
function lacksDash(text: string, from: number): boolean {
  const lead = /^ +(?=[^\s-])/u.exec(lineAt(text, from))?.[0];
  const above = text.slice(0, from).split("\n").reverse();
  const beside = above.find((line) => line.trim() !== "" && !line.startsWith(`${lead} `) && line !== lead);
  return lead !== undefined && beside?.startsWith(`${lead}- `) === true;
}

/** What people mistype, seen on the line itself; says more than the parser's error. */
function seenInLine(line: string, char: string | undefined, { code }: YAMLError): Sentence | undefined {
  if (/:\s+!/u.test(line) || code === "TAG_RESOLVE_FAILED") return ["以 ! 开头的内容会被当作标记", "把内容放进引号"];
  if (char === "*" || code === "BAD_ALIAS") return ["以 * 开头的内容会被当作引用", "把内容放进引号"];
  if (/:\s*[|>][-+]?\s+[^\s#]/u.test(line)) return ["“|”后面不能接着写", "文字从下一行写起,左边多空两格"];
  if (code === "BAD_SCALAR_START") return [`内容不能以 ${char} 开头`, "把内容放进引号"];
  return undefined;
}

/** Where the quotation mark or bracket opens that the parser missed the end of. */
function unclosed(document: Document, { pos: [at], message }: YAMLError): number | undefined {
  let opening: number | undefined;
  visit(document, (_, node) => {
    if (!isNode(node)) return;
    const { range } = node;
    const candidate = message.includes("quote")
      ? isScalar(node) && node.type?.startsWith("QUOTE")
      : isCollection(node) && node.flow === true;
    if (range && candidate && range[0] <= at && range[2] >= at - 1) opening ??= range[0];
  });
  return opening;
}

function unclosedSentence(opening: string): Sentence | undefined {
  const closing = { '"': '"', "'": "'", "[": "]", "{": "}" }[opening];
  if (!closing) return undefined;
  const mark = closing === opening ? "引号" : "括号";
  return [`从这里开始的${mark} ${opening} 没有配对`, `在内容末尾补上 ${closing}`];
}

/** Start of the next line when it is what makes this one unreadable: indented deeper below a finished value. */
function deeperLine({ code, pos: [at] }: YAMLError, text: string): number | undefined {
  if (code !== "BLOCK_AS_IMPLICIT_KEY" && code !== "MULTILINE_IMPLICIT_KEY") return undefined;
  const end = text.indexOf("\n", at);
  if (end < 0 || !/:\s+\S/u.test(lineAt(text, at))) return undefined;
  const [, indent, next] = /^([ ]*)([^\s#].*)/u.exec(lineAt(text, end + 1)) ?? [];
  const own = /^ */u.exec(lineAt(text, at))?.[0].length ?? 0;
  return indent !== undefined && indent.length > own && /^[^\s:]+:(?:\s|$)/u.test(next ?? "")
    ? end + 1 + indent.length
    : undefined;
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  return text.slice(start, end < 0 ? undefined : end);
}
