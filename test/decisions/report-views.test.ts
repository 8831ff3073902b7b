import { describe, expect, it } from "vitest";
import {
  type Checklist,
  type Coverage,
  checklistJson,
  checklistMarkdown,
  coverageJson,
  coverageMarkdown,
  type Deadline,
  ics,
  type Status,
} from "../../src/index.js";
import { checklistMatrix } from "../../src/report/checklist/matrix.js";
import { checklistText } from "../../src/report/checklist/text.js";
import { coverageText } from "../../src/report/coverage/text.js";
import { patch } from "../../src/report/fix/patch.js";
import { statusText } from "../../src/report/status/text.js";
import { tagsText } from "../../src/report/template-tags/text.js";
import { textTable } from "../../src/report/text-table.js";
import { escapeMarkdown } from "../../src/text/escape-markdown.js";
import { plain } from "../support/filings.js";
import { presentation } from "../support/presentation.js";
import { lettered } from "../support/report.js";

// Checklist, status, coverage, calendar, patch and template tags as text, at their widths and limits.

const point = (id: string, status: Checklist["groups"][number]["points"][number]["status"], over: object = {}) => ({
  ...{ id, text: `内容${id}`, status, criteria: [] },
  ...over,
});
const checklist = (over: Partial<Checklist> = {}): Checklist => ({
  ...{
    presentation,
    file: "甲.yaml",
    name: "甲",
    title: "指标",
    groups: [{ name: "一", points: [point("1.1", ["缺失"])] }],
  },
  ...over,
});

describe("a checklist", () => {
  it.each([
    ["满足", "g(✓)"],
    ["不满足", "r(✗)"],
    ["未填", "y(○)"],
    ["待人工", "c(?)"],
  ] as const)("%s is %s", (verdict, mark) => {
    const criteria = [{ what: "什么", verdict, pointers: [], found: "值\u001b" }];
    const text = checklistText(
      checklist({ groups: [{ name: "一", points: [point("1.1", ["缺失"], { criteria })] }] }),
      lettered,
    );
    expect(text).toContain(`     ${mark} ${verdict}  什么:值␛\n`);
  });

  it("shows notes, and nothing behind what has no value", () => {
    const criteria = [{ what: "什么", verdict: "未填" as const, pointers: [], found: "" }];
    const groups = [
      {
        name: "一",
        points: [point("1.1", ["有数据支撑", "有佐证"], { criteria, note: "注意" }), point("1.2", ["缺失"])],
      },
    ];
    const text = checklistText(checklist({ name: "甲\u202e", groups }), plain);
    expect(text).toContain("1.1  有数据支撑 · 有佐证\n     内容1.1\n     ○ 未填  什么\n     注:注意\n");
    expect(text.match(/注:/gu)).toHaveLength(1);
    expect(text.split("\n")[0]).toBe("甲<U+202E>  甲.yaml");
    expect(text).toContain("2 个观测点:有数据支撑 1,部分支撑 0,不满足 0,缺失 1;有佐证 1,需人工评审 0。");
  });

  it("of several is a matrix, with short words under each sign", () => {
    const lists = [
      checklist({ groups: [{ name: "一", points: [point("1.1", ["有数据支撑", "有佐证", "需人工评审"])] }] }),
      checklist({ name: "乙", groups: [{ name: "一", points: [point("1.1", ["部分支撑"])] }] }),
    ];
    expect(checklistMatrix(lists, plain)).toBe(
      "① 甲  甲.yaml\n② 乙  甲.yaml\n\n      ①               ②\n1.1   数据+佐证+人工  部分\n",
    );
    const many = checklistMatrix(Array(21).fill(checklist()), plain);
    expect(many).toContain("⑳ 甲");
    expect(many).toContain("(21) 甲");
  });

  it("in a page is a table each, with everything escaped", () => {
    const criteria = [
      { what: "a|b", verdict: "满足" as const, pointers: [], found: "c\nd" },
      { what: "e", verdict: "未填" as const, pointers: [], found: "" },
    ];
    const page = checklistMarkdown([
      checklist({
        name: "甲<img src=x>\u202e",
        groups: [{ name: "一", points: [point("1.1", ["缺失", "有佐证"], { criteria, note: "n" })] }],
      }),
    ]);
    expect(page).toContain("## 甲&#60;img src=x&#62;<U+202E> · 指标\n".replace("<U+202E>", escapeMarkdown("\u202e")));
    expect(page).toContain(
      `| 1.1 内容1.1 | 缺失<br>有佐证 | 满足:a&#124;b(${escapeMarkdown("c\nd")})<br>未填:e<br>注:n |`,
    );
    expect(page).not.toMatch(/<img|\u202e/u);
    expect(checklistJson([checklist({ name: "\u202e" })])).not.toContain("\u202e");
    expect(JSON.parse(checklistJson([checklist()]))).toMatchObject({ version: 1, checklists: [{ file: "甲.yaml" }] });
  });
});

describe("the status", () => {
  const status = (over: Partial<Status> = {}): Status => ({
    ...{ file: "甲.yaml", name: "甲", sections: [], texts: [], filled: 1, total: 2 },
    ...over,
  });
  const bar = (filled: number, total: number) =>
    statusText(status({ sections: [{ title: "一", filled, total, missing: [] }] }), plain).split("\n")[2];

  it.each([
    [0, 40, 0],
    [1, 40, 1],
    [1, 41, 0],
    [20, 40, 10],
    [39, 40, 20],
    [38, 40, 19],
    [40, 40, 20],
  ])("%d of %d fills %d", (filled, total, full) => {
    expect(bar(filled, total)).toBe(`  一  ${"█".repeat(full)}${"░".repeat(20 - full)}  ${filled}/${total}`);
  });

  it.each([
    [99, "c(████████████████████)  99/100 字"],
    [100, "c(████████████████████)  100/100 字"],
    [101, "r(████████████████████)  101/100 字r(  超出 1 字)"],
    [300, "r(████████████████████)  300/100 字r(  超出 200 字)"],
  ])("%d words of 100", (words, shown) => {
    expect(statusText(status({ texts: [{ name: "文", words, limit: 100 }] }), lettered)).toContain(
      `字数\n  文  ${shown}\n`,
    );
  });

  it("names what is missing, and shows no words where there are none to count", () => {
    const sections = [
      { title: "一", filled: 1, total: 3, missing: ["甲", "乙"] },
      { title: "二三", filled: 1, total: 1, missing: [] },
    ];
    const text = statusText(status({ sections, name: "甲\u001b" }), plain);
    expect(text).toContain("甲␛  甲.yaml\n已填 1/2 项\n  一    ");
    expect(text.match(/未填:.*/gu)).toEqual(["未填:甲、乙"]);
    expect(text).not.toContain("字数");
  });
});

describe("the map of coverage", () => {
  const city = (name: string, short: string, over: object = {}) => ({
    ...{ name, short, consortia: [], unserved: [], unknown: [] },
    ...over,
  });
  const coverage = (over: Partial<Coverage> = {}): Coverage => ({
    ...{ presentation, source: "附件1", clause: "条", marks: { "★★★": "核心产业", "★★": "重点产业" } },
    cities: [
      city("长沙市", "长沙", { consortia: [{ name: "甲\u001b", files: [], industries: ["A1"] }], unserved: ["A2"] }),
      city("株洲市", "株洲", { consortia: [{ name: "乙", files: [], published: 2 }], unknown: ["A2"] }),
      city("邵阳市", "邵阳", { unserved: ["A1"] }),
    ],
    industries: [
      {
        code: "A1",
        name: "石化",
        class: "A",
        cells: [
          { mark: "★★", state: "served", served: ["甲"] },
          { state: "unknown", served: [] },
          { mark: "★★★", state: "unserved", served: [] },
        ],
      },
      {
        code: "A2",
        name: "矿业",
        class: "A",
        cells: [
          { mark: "★★★", state: "unserved", served: [] },
          { mark: "★★★", state: "unknown", served: [] },
          { state: "served", served: ["x"] },
        ],
      },
    ],
    unplaced: [{ name: "丙", files: ["a.yaml", "b.yaml"] }],
    ...over,
  });

  it("has a sign in each cell, coloured by what it says", () => {
    const text = coverageText(coverage(), lettered, 100);
    expect(text).toContain(
      "b(           长沙 株洲 邵阳)\n联合体(个) 1    1    0\nA1 石化    g(重✓)       r(核✗)\nA2 矿业    r(核✗)  y(核?)  g(外✓)\n",
    );
  });

  it.each([
    [26, 1],
    [25, 2],
    [21, 2],
    [20, 3],
    [5, 3],
  ])("is in a terminal of %d columns divided into %d", (width, maps) => {
    expect(coverageText(coverage(), plain, width).match(/^联合体\(个\)/gmu)).toHaveLength(maps);
  });

  it("lists what is missing or not known, and nothing that is not", () => {
    const text = coverageText(coverage({ roster: "名单" }), plain, 100);
    expect(text).toContain("没有联合体的市州(1 个)\n  邵阳市\n  依据:条\n");
    expect(text).toContain("只有公布名单以外的联合体的市州(1 个)\n  长沙  甲␛\n");
    expect(text).toContain("核心产业没有联合体服务\n  长沙  A2 矿业\n  邵阳  A1 石化\n");
    expect(text).toContain("核心产业有没有联合体服务不明\n  株洲  A2 矿业(1/1 个联合体没有填)\n");
    expect(text).toContain("不知道在哪个市州的联合体\n  丙  a.yaml、b.yaml\n");
    const full = coverage({
      cities: [city("长沙市", "长沙", { consortia: [{ name: "甲", files: [], industries: ["A1"] }] })],
      industries: [],
      unplaced: [],
    });
    expect(coverageText(full, plain, 100)).not.toMatch(/没有联合体|只有公布|不明$|不知道/mu);
  });

  it.each<[string, Partial<Coverage>, string]>([
    ["documents alone", {}, "给出的文件里有 3 个联合体"],
    [
      "the published list and others",
      { roster: "名单" },
      "公布的 1 个联合体(名单没有市州一栏,文件里没有写的由园区推断),文件里另有 2 个",
    ],
    [
      "the published list alone",
      {
        roster: "名单",
        unplaced: [],
        cities: [city("株洲市", "株洲", { consortia: [{ name: "乙", files: [], published: 2 }] })],
      },
      "公布的 1 个联合体(名单没有市州一栏,文件里没有写的由园区推断)",
    ],
  ])("counts %s", (_, over, said) => {
    const [first = ""] = coverageText(coverage(over), plain, 100).split("\n");
    expect(first.endsWith(`:${said}`)).toBe(true);
    expect(coverageMarkdown(coverage(over)).split("\n")[0]).toBe(`## ${first}`);
  });

  it("is a table in a page, with names escaped", () => {
    const page = coverageMarkdown(coverage({ roster: "名单", unplaced: [{ name: "丙|", files: [] }] }));
    expect(page).toContain(
      "| 产业 | 长沙 | 株洲 | 邵阳 |\n| --- | :---: | :---: | :---: |\n| 联合体(个) | 1 | 1 | 0 |\n| A1 石化 | 重✓ |  | 核✗ |",
    );
    expect(page).toContain("### 不知道在哪个市州的联合体\n\n- 丙&#124;\n");
    expect(page).toContain("- 长沙:甲␛\n");
    expect(page).toContain("- 邵阳市\n\n依据:条");
    expect(coverageJson(coverage())).toContain('"甲\\u001b"');
  });
});

describe("the calendar", () => {
  const deadline = (over: Partial<Deadline> = {}): Deadline => ({
    ...{
      role: "plan",
      kind: "计划",
      due: "2025-01-20",
      year: 2025,
      daysLeft: 5,
      form: "f",
      term: "联合体",
      issued: "2024-05-16",
      clause: "条",
    },
    ...over,
  });
  const lines = (over: Partial<Deadline> = {}) => ics([deadline(over)]).split("\r\n");
  const of = (property: string, over: Partial<Deadline> = {}) =>
    ics([deadline(over)])
      .replaceAll("\r\n ", "")
      .split("\r\n")
      .find((line) => line.startsWith(property))
      ?.slice(property.length);

  it("has a whole day, an alarm and a name for each", () => {
    expect(of("DTSTART;VALUE=DATE:")).toBe("20250120");
    expect(of("DTSTAMP:")).toBe("20240516T000000Z");
    expect(of("TRIGGER:")).toBe("-P14D");
    expect(of("SUMMARY:")).toBe("报送计划(2025)");
    expect(of("SUMMARY:", { consortium: "甲" })).toBe("报送计划(2025):甲");
    expect(ics([deadline(), deadline({ role: "final" })]).match(/BEGIN:VEVENT/gu)).toHaveLength(2);
  });

  it("keeps the name of an entry unless it is another", () => {
    const uid = of("UID:");
    expect(uid).toMatch(/^[0-9a-f]{32}@ptc$/u);
    expect(of("UID:", { due: "2025-01-21", daysLeft: 6, clause: "别的" })).toBe(uid);
    for (const other of [{ year: 2026 }, { role: "final" as const }, { form: "g" }, { consortium: "甲" }])
      expect(of("UID:", other)).not.toBe(uid);
  });

  it("escapes what means something in it", () => {
    expect(of("SUMMARY:", { consortium: "a,b;c\\d\ne" })).toBe("报送计划(2025):a\\,b\\;c\\\\d␊e");
  });

  it.each([
    [75 - "DESCRIPTION:".length, 1],
    [76 - "DESCRIPTION:".length, 2],
    [75 - "DESCRIPTION:".length + 74, 2],
    [76 - "DESCRIPTION:".length + 74, 3],
  ])("folds a line of %d characters into %d", (length, parts) => {
    const all = lines({ clause: "a".repeat(length) });
    const at = all.findIndex((line) => line.startsWith("DESCRIPTION:a"));
    const end = all.findIndex((line, index) => index > at && !line.startsWith(" "));
    expect(end - at).toBe(parts);
    for (const line of all) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it("never folds within a character", () => {
    for (const shift of [0, 1, 2]) {
      const text = ics([deadline({ clause: "a".repeat(shift) + "字𠮷".repeat(40) })]);
      expect(text).not.toContain("\ufffd");
      for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    }
  });
});

it("shows a patch with three lines of context, in colour, with control characters made visible", async () => {
  const before = ["1", "2", "3", "4", "旧\u001b", "6", "7", "8", "9", ""].join("\n");
  const text = await patch("甲\u202e.yaml", before, before.replace("旧", "新"), lettered);
  expect(text).toBe(
    "b(--- 甲<U+202E>.yaml)\nb(+++ 甲<U+202E>.yaml)\nc(@@ -2,7 +2,7 @@)\n 2\n 3\n 4\nr(-旧␛)\ng(+新␛)\n 6\n 7\n 8\n",
  );
  expect(await patch("a", "a\tb\r\n", "a\tc\r\n", plain)).toContain("-a\tb\r\n+a\tc\r\n");
});

describe("a table", () => {
  it("sets wide characters under one another, and paints what it has set", () => {
    expect(
      textTable([
        [{ text: "甲乙" }, { text: "b" }],
        [{ text: "a", paint: (text) => `<${text}>` }, { text: "c " }],
      ]),
    ).toEqual(["甲乙  b", "<a>     c"]);
    expect(textTable([])).toEqual([]);
  });
});

describe("the tags of a template", () => {
  const tags = {
    known: [],
    missing: [],
    unknown: [],
    repeated: [],
    misspelt: [],
    unreachable: [],
    mixed: [],
    crowded: [],
  };
  const use = { tag: "甲", place: "处", alone: true };

  it.each<[string, object, string]>([
    ["fits", { known: [use] }, "1 处标签都认得,一个不少:可以用"],
    ["lacks one", { known: [use], missing: ["乙"] }, "1 处标签认得,1 个问题:改好再用"],
    ["has an unknown one", { unknown: [{ ...use, meant: [] }] }, "r(错误)  没有“甲”这个栏目(在“处”附近)\n"],
    [
      "has one that is meant for another",
      { unknown: [{ ...use, meant: ["乙", "丙"] }] },
      "(在“处”附近):是不是要写 {{乙}}或{{丙}}?\n",
    ],
    [
      "has one in other braces",
      { misspelt: [{ typed: "{甲}", tag: "甲", place: "" }] },
      "“{甲}”的大括号要用半角、两层:{{甲}}\n",
    ],
    [
      "has a text twice",
      { repeated: [{ tag: "甲", expected: 1, places: ["一", "二"] }] },
      "{{甲}} 出现了 2 次,应为 1 次:“一”、“二”",
    ],
    ["has one within a line", { crowded: [use] }, "y(提醒)  {{甲}} 同一段里还有别的文字(“处”)"],
    ["has lists in one row", { mixed: [["甲", "乙"]] }, "{{甲}}、{{乙}} 不是同一个名单的"],
    ["has one that cannot be filled in", { unreachable: [use] }, "{{甲}} 在超链接"],
  ])("that %s", (_, over, said) => {
    expect(tagsText("a\u001b.docx", "f/k", { ...tags, ...over }, lettered)).toContain(said);
  });

  it("names the file as it is called", () => {
    expect(tagsText("a\u001b.docx", "f/k", tags, plain).split("\n")[0]).toBe("a␛.docx  对照 f/k");
  });
});
