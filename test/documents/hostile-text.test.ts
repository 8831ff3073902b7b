import { beforeAll, expect, it } from "vitest";
import { type FormDocument, wordRenderer } from "../../src/index.js";
import { checkFiles, forms } from "../support/check.js";
import { tools } from "../support/tools.js";
import { wordFaults } from "../support/validator.js";
import { readWord } from "../support/word.js";

// Whatever is typed, the Word file is well-formed, prints what was typed, and nothing else changes.

/** Every character of a stretch. */
const span = (from: number, to: number) =>
  String.fromCharCode(...Array.from({ length: to - from + 1 }, (_, at) => from + at));

const CASES: Record<string, string> = {
  "control characters but the line's end": span(0, 9) + span(11, 12) + span(14, 31) + span(127, 159),
  "half of a character": "\ud83d甲\ude00乙\udbff",
  "what is no character": "\ufffe甲\uffff乙",
  "XML's own": "]]> <w:p/> </w:t> &amp; &#65; <!-- --> <![CDATA[ <?x?> \"'",
  tags: "{{推荐市州}} {{}} {{ {{没有}} }} }}{{ {{草稿说明}}",
  "a replacement's own": "$& $1 $` $' $$ ${x} \\1 %s",
  "quotation marks": "“甲”‘乙’《丙》「丁」﹃戊﹄",
  emoji: "😀👩‍👩‍👧‍👦🇨🇳👍🏽",
  "rare characters": "𠮷㐀\u{2a6d6}龘\ue000",
  "invisible ones": "a\u200bb\u200dc\u2060d\u202ee\u202cf\ufeffg\u00adh\u00a0i",
  "other line ends": "甲\u2028乙\u2029丙",
  "a long word": "A".repeat(50_000),
  "a long sentence": "字".repeat(50_000),
};

let base: FormDocument;
let fill: Awaited<ReturnType<typeof wordRenderer>>;

beforeAll(async () => {
  base = (await checkFiles(["examples/hunan-2024/application.yaml"])).documents[0] as FormDocument;
  fill = await wordRenderer(base.form, base.kindName, { forms });
});

/** Fills the example with three texts: of a line, of a list, and a narrative. */
function filled([name, park, plan]: [string, string, string], note: string): Uint8Array {
  const data = { ...base.data, 联合体名称: name, 依托园区: [park, park], 建设规划: plan };
  return fill({ ...base, data }, note);
}

/** All that is printed: lines, cells, and the line across the top. */
function printed(bytes: Uint8Array): string[] {
  const word = readWord(bytes);
  const header = word.part("word/header1.xml").replace(/<[^>]*>/gu, "");
  return [...word.lines, ...word.tables.flat(2).map(({ text }) => text), header];
}

/** What of a text XML can hold and eyes can see. */
function speakable(text: string): string {
  return [...text]
    .filter((char) => {
      const code = char.codePointAt(0) as number;
      const control = (code < 32 && char !== "\t") || (code >= 127 && code < 160);
      return !control && !(code >= 0xd800 && code < 0xe000) && code !== 0xfffe && code !== 0xffff;
    })
    .join("");
}

/** What is printed with these texts where others stood. */
function expected(line: string, plan: string): string[] {
  const marks = ["〔名〕", "〔园〕", "〔划〕"] as [string, string, string];
  const escaped = line
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
  return printed(filled(marks, "〔注〕")).map((text) =>
    text
      .replace(/〔[名园]〕/gu, () => line)
      .replace("〔划〕", () => plan)
      .replace("〔注〕", () => escaped),
  );
}

it.each(Object.entries(CASES))("prints %s", (_, text) => {
  // 始 and 终 keep Markdown from taking anything for its own
  const line = `始${text}终`;
  const bytes = filled([line, line, `${line}\n${line}`], line);
  const whole = speakable(line);
  expect(printed(bytes)).toEqual(expected(whole, `${whole}\n${whole}`));
});

it("prints a thousand paragraphs, each once and in order", () => {
  const lines = Array.from({ length: 1000 }, (_, number) => `第${number}段：${"文".repeat(number % 50)}。`);
  expect(printed(filled(["甲", "甲", lines.join("\n")], "甲"))).toEqual(expected("甲", lines.join("\n")));
});

it("keeps to the lines of a text", () => {
  const bytes = filled(["甲\n乙", "甲\n乙", "甲\r\n乙\n\n\n　　丙\n"], "甲\n乙");
  expect(printed(bytes)).toEqual(expected("甲\n乙", "甲\n乙\n丙"));
});

it.skipIf(!tools.validator)("passes the Open XML validator with all of it", async () => {
  const all = Object.values(CASES).join("甲");
  expect(await wordFaults(filled([all, all, all], all))).toEqual([]);
});
