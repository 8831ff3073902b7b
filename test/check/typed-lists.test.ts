import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type FormDocument, fix, wordRenderer } from "../../src/index.js";
import { isTextRange } from "../../src/model/place.js";
import { valueAt } from "../../src/text/json-pointer.js";
import { printed } from "../../src/views/print.js";
import { sentence } from "../support/application.js";
import { checkTexts, forms, root, today } from "../support/check.js";
import { runs } from "../support/random-text.js";
import { readWord, texts } from "../support/word.js";

// A list may be typed in many ways: what is read, counted and printed is the same.

const EXAMPLE = readFileSync(path.join(root, "examples/hunan-2024/application.yaml"), "utf8");
const FIRMS = "/联合体概况/成员/企业/单位";

/** The example with other enterprises, as typed below `企业:`. */
function withFirms(typed: string): string {
  return EXAMPLE.replace(/( {4}企业:)\n(?: {6}.*\n)+/u, (_, key: string) => `${key}${typed}\n`);
}

/** Reads a text. @returns the document, and the sentences of all findings about its enterprises */
async function read(text: string): Promise<{ document: FormDocument; said: string[] }> {
  const { documents, diagnostics } = await checkTexts({ "a.yaml": text });
  const said = diagnostics.filter(({ pointer }) => pointer.startsWith("/联合体概况") || pointer === "");
  return { document: documents[0] as FormDocument, said: said.map(sentence) };
}

const names = fc.uniqueArray(
  fc.constantFrom(
    ..."湖南云麓湾重工股份有限公司 长沙市人力资源和社会保障局 云麓（集团）有限公司 麓汐(长沙)公司 湾澜与云岫科技有限公司".split(
      " ",
    ),
    ..."云麓湾公司（含一厂、二厂，三厂） 第一建筑公司 一机集团 阿里·木公司 云-麓公司 互联网+设计院 “楚怡”云麓公司".split(
      " ",
    ),
    "ABC Co., Ltd.",
    "3M云麓公司",
  ),
  { minLength: 1, maxLength: 8 },
);

/** What stands before the first, second … name, and whether it may begin a plain value of YAML. */
const LEADS: [(number: number) => string, boolean][] = [
  [() => "", true],
  ...["●", "•", "◆ ", "·", "\uf0b7", "★"].map((bullet): [() => string, boolean] => [() => bullet, true]),
  ...["- ", "* ", "—"].map((bullet): [() => string, boolean] => [() => bullet, false]),
  [(number) => `${number}、`, true],
  [(number) => `${number}．`, true],
  [(number) => `${number}. `, true],
  [(number) => `${number}\t`, true],
  [(number) => `（${number}）`, true],
  [(number) => `${"一二三四五六七八"[number - 1]}、`, true],
  [(number) => `(${"一二三四五六七八"[number - 1]}) `, true],
  [(number) => `${"①②③④⑤⑥⑦⑧"[number - 1]}`, true],
];
const SEPARATORS = ["、", "，", "；", ";", ", ", "、 "];
const TAILS = ["", "。", "、", "；"];

/** A way to type a list below its key. */
const spelling = fc
  .record({
    lead: fc.constantFrom(...LEADS),
    separator: fc.constantFrom(...SEPARATORS),
    tail: fc.constantFrom(...TAILS),
    shape: fc.constantFrom("line", "quoted", "items", "groups", "flow", "block", "folded", "lines", "quoted lines"),
    size: fc.integer({ min: 1, max: 3 }),
    long: fc.boolean(),
  })
  .map((given) => (list: string[]) => typedList(list, given));

function typedList(
  list: string[],
  given: { lead: (typeof LEADS)[number]; separator: string; tail: string; shape: string; size: number; long: boolean },
): string {
  const { separator, tail, shape, size, long } = given;
  const [before, isPlain] = given.lead;
  const key = long ? "\n      单位:" : "";
  const margin = long ? "        " : "      ";
  const lead = (index: number) => (isPlain || /block|folded|quoted/u.test(shape) ? before(index + 1) : "");
  const all = list.map((name, index) => `${lead(index)}${name}`);
  const lines = all.map((each, index) => margin + each + (index === all.length - 1 ? tail : "")).join("\n");
  const groups = Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size).join(separator),
  );
  switch (shape) {
    case "line":
      return `${key} ${all.join(separator)}${tail}`;
    case "quoted":
      return `${key} "${all.join(separator)}${tail}"`;
    case "items":
      return `${key}\n${all.map((each) => `${margin}- ${each}${tail}`).join("\n")}`;
    case "groups":
      return `${key}\n${groups.map((each) => `${margin}- ${each}${tail}`).join("\n")}`;
    case "flow":
      return `${key} [${groups.map((each) => `'${each}'`).join(", ")}]`;
    case "block":
      return `${key} |\n${lines}`;
    case "folded":
      return `${key} >-\n${lines}`;
    case "quoted lines":
      return `${key} "${lines.trimStart()}"`;
    default:
      return `${key}\n${lines}`;
  }
}

describe("a list typed in any way", () => {
  let fill: (document: FormDocument) => Uint8Array;
  beforeAll(async () => {
    const { document } = await read(EXAMPLE);
    fill = await wordRenderer(document.form, document.kindName, { forms });
  });

  it("is read as the same names, each at its place, and printed the same", async () => {
    let tried = 0;
    await fc.assert(
      fc.asyncProperty(names, spelling, async (list, spell) => {
        const text = withFirms(spell(list));
        const { document, said } = await read(text);
        expect(valueAt(document.data, FIRMS)).toEqual(list);
        expect(said.filter((each) => !/^text\/private-use/u.test(each))).toEqual([]);
        for (const [index, name] of list.entries()) {
          const place = document.source.locate(`${FIRMS}/${index}`);
          if (!isTextRange(place)) throw new Error("no text");
          const marked = text.slice(place.start.offset, place.end.offset);
          expect(marked).toContain(name);
          expect(list.filter((other) => marked.includes(other) && !name.includes(other))).toEqual([]);
        }
        const { values } = printed(document);
        expect(values.get("联合体概况.成员.企业.数量")).toMatchObject([{ runs: [{ text: String(list.length) }] }]);
        tried += 1;
        if (tried % 25 > 0) return;
        const rows = readWord(fill(document)).under("1.联合体概况").map(texts);
        expect(rows).toContainEqual(["企业", String(list.length), list.join("、")]);
      }),
      runs(300),
    );
  });
});

describe("items that hold several names", () => {
  const NAMES = "/联合体概况/秘书处/人员姓名";
  const people = (typed: string) => EXAMPLE.replace(/ {4}人员姓名: .*\n/u, `    人员姓名:${typed}\n`);

  it("are counted one by one: of people, members, parks and codes", async () => {
    const typed = "\n      - 苏景行、程若溪\n      - 何以宁，谭砚秋、罗怀瑾\n      - 彭一舟 ;邓书白；蒋 望舒。";
    expect((await read(people(typed))).said).toEqual([]);
    const { document, said } = await read(
      people(typed.replace("、程若溪", ""))
        .replace("依托园区: ", "依托园区: 云麓湾经济技术开发区、")
        .replace("产业: [B1, D1, D4]", "产业:\n      - B1、D1\n      - D4"),
    );
    expect(said).toEqual(["staff-names-match 「人员姓名」列了 7 人,「人员总数」是 8 人 | 还差 1 个姓名"]);
    expect(valueAt(document.data, NAMES)).toHaveLength(7);
    expect(document.data.依托园区).toEqual(["云麓湾经济技术开发区", "长沙云麓湾高新技术产业开发区"]);
    expect(valueAt(document.data, "/联合体概况/主导产业/产业")).toEqual(["B1", "D1", "D4"]);
  });

  it("are marked one by one, in one file and against others", async () => {
    const parks = (typed: string) =>
      EXAMPLE.replace(/依托园区: .*\n/u, `依托园区:${typed}\n`).replace("产教联合体", "联合体");
    const text = parks("\n  - 甲甲园区、乙乙园区\n  - 丙丙园区\n  - 丁丁园区、乙 乙园区");
    const { diagnostics } = await checkTexts({
      "a.yaml": EXAMPLE.replace(/依托园区: .*/u, "依托园区: 丁丁园区"),
      "b.yaml": text,
    });
    const marked = diagnostics
      .filter(({ ruleId }) => ["duplicate-member", "one-per-park"].includes(ruleId))
      .map(({ ruleId, place }) => isTextRange(place) && [ruleId, text.slice(place.start.offset, place.end.offset)]);
    expect(marked).toEqual([
      ["one-per-park", "丁丁园区"],
      ["duplicate-member", "乙 乙园区"],
    ]);
  });

  it.each([
    ["\n      - 甲公司\n      -\n      - 乙公司", 2],
    ["\n      - 甲公司\n      - ''\n      - 乙公司、", 2],
    ["\n      - 甲公司\n      - 、\n      - 乙公司", 2],
  ])("%j: an empty entry is said, and not counted", async (typed, count) => {
    const { document, said } = await read(withFirms(typed));
    expect(said.filter((each) => each.includes("空着"))).toEqual([
      "schema/required 「企业·单位名称」里有空着的一项 | 填上,或删去这一项",
    ]);
    expect(printed(document).values.get("联合体概况.成员.企业.数量")).toMatchObject([{ runs: [{ text: `${count}` }] }]);
    const draft = await checkTexts({ "a.yaml": withFirms(typed) }, { draft: true });
    expect(draft.diagnostics.filter(({ pointer }) => pointer.startsWith(FIRMS))).toEqual([]);
  });
});

describe("a short form that begins with a key of its own", () => {
  it.each([
    [" 单位：甲公司、乙公司", { 单位: ["甲公司", "乙公司"] }],
    [" 单位:甲公司", { 单位: ["甲公司"] }],
    [" 单位 甲公司", { 单位: ["甲公司"] }],
    ["\n      单位：甲公司、乙公司", { 单位: ["甲公司", "乙公司"] }],
    ["\n      单位:甲公司", { 单位: ["甲公司"] }],
    ["\n      单位名称： 甲公司", { 单位: ["甲公司"] }],
    ["\n      单位　甲公司", { 单位: ["甲公司"] }],
  ])("%j is an error, and fixed", async (typed, expected) => {
    const text = withFirms(typed);
    const { document, said } = await read(text);
    expect(said).toEqual([expect.stringMatching(/^schema\/type 「企业」里写的“单位”没有读成单独的一项 \| /u)]);
    expect(printed(document).values.has("联合体概况.成员.企业.单位")).toBe(false);
    const mended = await fix({ file: "a.yaml", text }, { forms, today });
    const after = await read(mended.text);
    expect(valueAt(after.document.data, "/联合体概况/成员/企业")).toEqual(expected);
  });

  it("of several lines is fixed as a whole", async () => {
    const text = withFirms("\n      单位：甲公司\n      在校生数：300");
    expect((await checkTexts({ "a.yaml": text })).diagnostics).not.toEqual([]);
    const mended = await fix({ file: "a.yaml", text }, { forms, today });
    const { document } = await read(mended.text);
    expect(valueAt(document.data, "/联合体概况/成员/企业")).toEqual({ 单位: ["甲公司"], 在校生数: 300 });
  });

  it("is none when a name only begins like one", async () => {
    const { document } = await read(withFirms(" 单位服务公司、在校生数据公司"));
    expect(valueAt(document.data, FIRMS)).toEqual(["单位服务公司", "在校生数据公司"]);
  });
});
