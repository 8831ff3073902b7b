import { describe, expect, it } from "vitest";
import { countWords, isEastAsian, overflowAt } from "../../src/text/word-count.js";

describe("countWords counts as Microsoft Word does", () => {
  it.each([
    ["人工智能赋能教育教学改革。", 13],
    ["AI赋能教育，ChatGPT与大模型共建2个平台。", 18],
    ["新工科（New Engineering）建设", 9],
    ["2016年9月—2020年6月", 9],
    ["他说：“立德树人”是根本任务……", 16],
    ["电话：010-12345678，邮箱：zhang.san@example.edu.cn", 9],
  ])("%s (the table of the design)", (text, count) => {
    expect(countWords(text)).toBe(count);
  });

  it.each([
    ["nothing", "", 0],
    ["spaces only", "  \t \n", 0],
    ["an indent of ideographic spaces", "　　缩进", 2],
    ["a number", "2024", 1],
    ["full-width digits", "２０２４年", 5],
    ["full-width letters", "ＡＢＣ", 3],
    ["a decimal and its unit", "3.5万元", 3],
    ["a percentage in half width", "占10%", 2],
    ["a percentage in full width", "占10％", 3],
    ["curly quotes", "“双师型”", 5],
    ["single curly quotes", "‘工匠’", 4],
    ["straight quotes belong to the run", '"ABC"', 1],
    ["straight quotes around Chinese", '"双师"', 4],
    ["the Chinese ellipsis", "等等……", 4],
    ["three full stops", "and so on...", 3],
    ["the Chinese dash", "目标——创新", 6],
    ["hyphens join", "2023-2024", 1],
    ["circled numbers", "①建机制②出成果", 8],
    ["degrees Celsius", "25℃", 2],
    ["Roman numerals as one sign", "Ⅳ类", 2],
    ["the number of a notice", "湘教通〔2024〕23号", 8],
    ["a book title", "《办法》", 4],
    ["the dot in a name", "约翰·史密斯", 6],
    ["square metres as one sign", "320㎡", 2],
    ["square metres in two", "320m²", 1],
    ["half-width brackets", "(1)目标", 3],
    ["full-width brackets", "（1）目标", 5],
    ["half-width punctuation", "a,b;c", 1],
    ["full-width punctuation", "，。；：？！", 6],
    ["words between spaces", "New  Engineering 2.0", 3],
    ["a plus between scripts", "AI+教育", 3],
    ["a URL", "见https://a.cn/x?y=1&z=2。", 3],
    ["a Windows line break", "甲\r\n乙", 2],
    ["a line break between words", "ab\ncd", 2],
    ["a letter with an accent", "café cafe\u0301", 2],
    ["an emoji", "好😀", 2],
    ["a Han character beyond the basic plane", "𠮷野家", 3],
    ["kana and hangul", "カナ한글", 4],
    ["a zero-width space", "产\u200b教", 2],
    ["a byte order mark inside", "\ufeff产教", 2],
    ["a zero-width joiner pasted along", "产\u200d教", 2],
    ["an emoji with its variation selector", "☆\ufe0f好", 2],
    ["a left-to-right mark", "产\u200e教", 2],
  ])("%s", (_, text, count) => {
    expect(countWords(text)).toBe(count);
  });

  it("does not mind how often a text is cut: each line adds its own", () => {
    const lines = ["（一）建设目标", "1.2024年建成2个平台。", "", "New 工科"];
    expect(countWords(lines.join("\n"))).toBe(lines.reduce((sum, line) => sum + countWords(line), 0));
  });
});

describe("isEastAsian", () => {
  it("tells marks of Chinese text from Latin ones", () => {
    expect(Array.from("中（，“…—①℃Ａ").filter((char) => !isEastAsian(char))).toEqual([]);
    expect(Array.from("a1(,\"'.-é² ").filter(isEastAsian)).toEqual([]);
  });
});

describe("overflowAt", () => {
  it("names the first word over the limit", () => {
    expect(overflowAt("一二三四", 4)).toBe(-1);
    expect(overflowAt("一二三四", 3)).toBe(3);
    expect(overflowAt("一二 three 四", 3)).toBe(9);
    expect(overflowAt("一二 three", 2)).toBe(3);
    expect(overflowAt("𠮷𠮷𠮷", 2)).toBe(4);
    expect(overflowAt("字", 0)).toBe(0);
    expect(overflowAt("", 0)).toBe(-1);
  });

  it("agrees with countWords on random texts", () => {
    const next = random(20240220);
    const alphabet = Array.from("产教融合，。“”……—①℃（）Ａ２ab12.-% \n\t　😀𠮷\u200bé");
    for (let round = 0; round < 400; round++) {
      const text = Array.from({ length: next(40) }, () => alphabet[next(alphabet.length)]).join("");
      for (let limit = 0; limit <= countWords(text) + 1; limit++)
        expect([text, limit, overflowAt(text, limit)]).toEqual([text, limit, firstOver(text, limit)]);
    }
  });
});

/** Brute force: the first character whose text up to and including it counts more than the limit. */
function firstOver(text: string, limit: number): number {
  let offset = 0;
  for (const char of text) {
    if (countWords(text.slice(0, offset + char.length)) > limit) return offset;
    offset += char.length;
  }
  return -1;
}

/** A small seeded generator: whole numbers below a bound. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
