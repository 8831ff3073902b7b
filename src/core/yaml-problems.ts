import { type Document, isMap, isScalar, type Node, visit, type YAMLError } from "yaml";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Ranger } from "./source.js";

interface Place {
  file: string;
  text: string;
  document: Document;
  range: Ranger;
}

/** What is wrong with the YAML, and what to type instead, by the parser's error code. */
const SENTENCES: Partial<Record<YAMLError["code"], [message: string, hint: string]>> = {
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
    "每一行写成“键: 值”,冒号用半角,后面留一个空格;长文字放在“键: |”的下一行并缩进",
  ],
  UNEXPECTED_TOKEN: ["这里出现了多余的内容", "检查引号、括号是否成对;内容以 @ ` % 等符号开头时加引号"],
  BAD_SCALAR_START: ["内容不能以 @ 或 ` 开头", "把内容放进引号"],
  BAD_DQ_ESCAPE: ["双引号里的反斜杠 \\ 不能这样用", "路径用 / 分隔,或改用单引号"],
  BAD_ALIAS: ["以 * 开头的内容会被当作引用", "把内容放进引号"],
  MULTIPLE_DOCS: ["一个文件里写了不止一份(中间有一行 ---)", "每份另存为一个文件"],
  TAG_RESOLVE_FAILED: ["以 ! 开头的内容会被当作标记", "把内容放进引号"],
};

/** A problem of the YAML itself as a diagnostic. */
export function yamlProblem(error: YAMLError, place: Place): Diagnostic {
  const lineEnd = place.text.indexOf("\n", error.pos[0]);
  const range = place.range(
    error.pos[0],
    Math.min(error.pos[1], lineEnd < 0 ? place.text.length : Math.max(lineEnd, error.pos[0])),
  );
  const base = { severity: "error" as const, file: place.file, pointer: "", range, related: [] };
  if (error.code === "DUPLICATE_KEY") return duplicateKey(error, place, base);
  const line = lineAt(place.text, error.pos[0]);
  const [message, hint] = fullWidthColon(line) ??
    SENTENCES[error.code] ?? ["这里不合 YAML 的写法", `解析器的说法:${error.message}`];
  return { ruleId: "yaml/syntax", ...base, message, hint };
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  return text.slice(start, end < 0 ? undefined : end);
}

function fullWidthColon(line: string): [string, string] | undefined {
  const match = /^\s*(?:- )?([^\s:：#]+)：/u.exec(line);
  return match ? [`“${match[1]}”后面用了全角冒号“：”`, `改成半角冒号加一个空格:“${match[1]}: …”`] : undefined;
}

function duplicateKey(
  error: YAMLError,
  { file, document, range }: Place,
  base: Omit<Diagnostic, "ruleId" | "message">,
): Diagnostic {
  let first: Node | undefined;
  let key = "";
  visit(document, {
    Map(_, map) {
      const keys = map.items.map((item) => item.key as Node);
      const twice = keys.find((each) => each.range?.[0] === error.pos[0]);
      if (!isMap(map) || !isScalar(twice)) return undefined;
      key = String(twice.value);
      first = keys.find((each) => isScalar(each) && each.value === twice.value);
      return visit.BREAK;
    },
  });
  const related = first?.range ? [{ file, range: range(first.range[0], first.range[1]), message: "前一处" }] : [];
  return {
    ...base,
    ruleId: "yaml/duplicate-key",
    range: range(error.pos[0], error.pos[0] + key.length),
    message: `「${key}」写了两次`,
    hint: "留下对的一处,删去另一处",
    related,
  };
}
