import { describe, expect, it } from "vitest";
import { type Ledger, ledgerJson, ledgerMarkdown } from "../../src/index.js";
import type { Alert, ConsortiumLedger, YearLedger } from "../../src/model/ledger.js";
import { ledgerText } from "../../src/report/ledger/text.js";
import { plain } from "../support/filings.js";
import { presentation } from "../support/presentation.js";
import { lettered } from "../support/report.js";

// The ledger as text, Markdown and JSON: words and colours of each state, and escaping.

const alert = (over: Partial<Alert> = {}): Alert => ({
  id: "late",
  severity: "attention",
  year: 2025,
  message: "迟了",
  evidence: [{ file: "甲.yaml", line: 3, pointer: "/a", message: "日期" }],
  ...over,
});
const outcome = (state: "done" | "open" | "failed" | "changed") => ({
  state,
  label: state,
  origin: { file: "甲.yaml", line: 1, pointer: "" },
});
const task = (id: number, over: object = {}) => ({
  ...{ id, content: `事${id}`, points: [], origin: { file: "甲.yaml", line: 1, pointer: "" } },
  ...over,
});
const filing = (state: YearLedger["filings"][number]["state"]) =>
  ({ role: "plan", kind: "计划", due: "2025-01-20", filed: "2025-01-18", state, word: "given", pdf: "given" }) as const;
const year = (over: Partial<YearLedger> = {}): YearLedger => ({
  ...{
    year: 2025,
    filings: [filing("filed")],
    tasks: [],
    fulfilled: "yes",
    reasons: [],
    amounts: [],
    figures: [],
    examples: [],
  },
  ...over,
});
const consortium = (over: Partial<ConsortiumLedger> = {}): ConsortiumLedger => ({
  ...{ name: "甲联合体", form: "f", documents: [], years: [year()], alerts: [] },
  ...over,
});
const ledger = (over: Partial<Ledger> = {}): Ledger => ({
  ...{ presentation, today: "2025-12-30", consortia: [consortium()], absent: [], leftOut: [] },
  ...over,
});
const one = (over: Partial<ConsortiumLedger>) => ledger({ consortia: [consortium(over)] });

describe("the state of a filing", () => {
  it.each<[YearLedger["filings"][number]["state"], string]>([
    ["filed", "g(✓ 2025-01-18)"],
    ["late", "y(迟 2025-01-18)"],
    ["draft", "y(草稿,没有报)"],
    ["missing", "r(缺)"],
    ["due", "d(待报 2025-01-20)"],
    ["excused", "d(不追究)"],
  ])("%s is %s", (state, shown) => {
    const text = ledgerText(one({ years: [year({ filings: [filing(state)] })] }), lettered);
    expect(text).toContain(`2025  ${shown}`);
  });
});

describe("a year's plan", () => {
  it.each<[YearLedger["fulfilled"], string]>([
    ["yes", "g(完成)"],
    ["changed", "y(完成(多数任务已调整))"],
    ["no", "r(没有完成)"],
    ["pending", "y(待核)"],
    ["unknown", "d(不明)"],
  ])("%s is %s", (fulfilled, shown) => {
    const of = one({ years: [year({ fulfilled, reasons: ["因为"] })] });
    expect(ledgerText(of, lettered)).toContain(shown);
    // the alert says why a plan was not fulfilled
    expect(ledgerText(of, plain).includes("2025 年:因为")).toBe(fulfilled !== "no");
    expect(ledgerMarkdown(of)).toContain("2025 年:因为");
  });

  it.each<[string, object[], string]>([
    ["no task", [], "-"],
    ["none answered", [task(1), task(2)], "0/2"],
    ["by half-time", [task(1, { interim: outcome("done") }), task(2)], "1/2(半年)"],
    [
      "by the year's end",
      [task(1, { interim: outcome("failed"), final: outcome("done") }), task(2, { interim: outcome("done") })],
      "1/2",
    ],
    ["adjusted", [task(1, { final: outcome("changed") }), task(2, { final: outcome("done") })], "1/2 调整 1"],
    ["failed and open", [task(1, { final: outcome("failed") }), task(2, { final: outcome("open") })], "0/2"],
  ])("with %s reads %s", (_, tasks, word) => {
    const text = ledgerText(one({ years: [year({ tasks: tasks as YearLedger["tasks"] })] }), plain);
    expect(text.split("\n")[2]?.split(/ {2,}/u)[3]).toBe(word);
  });

  it.each([
    [{}, "- / - / -"],
    [{ pledged: 500 }, "500 / - / -"],
    [{ planned: 0 }, "- / 0 / -"],
    [{ pledged: 1, planned: 2.5, actual: 3 }, "1 / 2.5 / 3"],
  ])("with %j reads %s", (told, word) => {
    const sourced = Object.fromEntries(
      Object.entries(told).map(([key, value]) => [key, { value, file: "a", line: 1, pointer: "" }]),
    );
    const amounts = [{ title: "经费", unit: "万元", ...sourced }];
    const text = ledgerText(one({ years: [year({ amounts })] }), plain);
    expect(text).toContain("经费(万元):承诺/计划/实际");
    expect(text.split("\n")[2]?.endsWith(`  ${word}`)).toBe(true);
  });
});

describe("an alert", () => {
  it.each<[Alert["severity"], string]>([
    ["serious", "r(严重)"],
    ["attention", "y(注意)"],
    ["note", "c(说明)"],
  ])("that is %s reads %s", (severity, shown) => {
    expect(ledgerText(one({ alerts: [alert({ severity })] }), lettered)).toContain(
      `  ${shown}  2025  b(迟报(late))  迟了\n        甲.yaml:3  d(日期)\n`,
    );
  });

  it("says its clause at once only when it may cost a place, and every clause once at the end", () => {
    const text = (id: Alert["id"]) =>
      ledgerText(one({ alerts: [alert({ id, clause: "第3条" }), alert({ clause: "第3条" })] }), plain);
    expect(text("removal").match(/依据:第3条/gu)).toHaveLength(2);
    expect(text("late").match(/依据:第3条/gu)).toHaveLength(1);
  });

  it("may have no year", () => {
    const { year: _, ...without } = alert({ id: "not-published", severity: "note" });
    expect(ledgerText(one({ alerts: [without] }), plain)).toContain("  说明        不在名单上(not-published)  迟了\n");
    expect(ledgerMarkdown(one({ alerts: [without] }))).toContain(
      "| 说明 | 不在名单上(not-published) |  | 迟了<br>甲.yaml:3 日期 |",
    );
  });

  it.each<[Alert["severity"][], string]>([
    [[], "没有"],
    [["attention"], "注意 1"],
    [["note", "serious", "serious", "attention"], "严重 2,注意 1,说明 1"],
  ])("%j: %s", (severities, tally) => {
    const of = one({ alerts: severities.map((severity) => alert({ severity })) });
    expect(ledgerText(of, plain)).toContain(`截至 2025-12-30:1 个联合体;提醒:${tally}\n`);
    expect(ledgerMarkdown(of)).toContain(`- 提醒:${tally}\n`);
  });
});

describe("a consortium", () => {
  it.each<[string, Partial<ConsortiumLedger>, string, string]>([
    [
      "on the list",
      { city: "长沙市", published: 6 },
      "甲联合体  长沙市  名单第 6 号",
      "### 甲联合体 · 长沙市 · 名单第 6 号",
    ],
    ["not on it", { city: "长沙市" }, "甲联合体  长沙市", "### 甲联合体 · 长沙市"],
    ["without a city", {}, "甲联合体", "### 甲联合体"],
    ["with a control character", { name: "甲\u001b|" }, "甲␛|", "### 甲␛&#124;"],
  ])("%s", (_, over, text, heading) => {
    expect(ledgerText(one(over), plain).split("\n")[0]).toBe(text);
    expect(ledgerMarkdown(one(over)).split("\n")).toContain(heading);
  });

  it("tells of errors in its documents, and of no others", () => {
    const documents = [
      { file: "甲.yaml", kind: "计划", errors: 0 },
      { file: "乙.yaml", kind: "计划", errors: 1 },
    ];
    expect(ledgerText(one({ documents }), lettered).match(/.*处错误.*/gu)).toEqual([
      "y(  乙.yaml 有 1 处错误,见 ptc validate)",
    ]);
    expect(ledgerMarkdown(one({ documents }))).toContain("- 乙.yaml 有 1 处错误");
  });

  it("names its cases, and has no table without a year", () => {
    expect(ledgerText(one({ years: [year({ examples: ["一", "二"] })] }), plain)).toContain("2025 年典型案例:一、二");
    expect(ledgerText(one({ years: [] }), plain).split("\n")[1]).toBe("");
    expect(ledgerMarkdown(one({ years: [] }))).not.toContain("| 年度 |");
  });
});

it("counts how many fulfilled their plan, year by year", () => {
  const years = (...each: [number, YearLedger["fulfilled"]][]) =>
    each.map(([at, fulfilled]) => year({ year: at, fulfilled }));
  const of = ledger({
    consortia: [
      consortium({ years: years([2025, "yes"], [2024, "no"]) }),
      consortium({ years: years([2025, "no"], [2026, "unknown"]) }),
    ],
  });
  const tallies = [
    "2024 年计划:完成 0,没有完成 1,不明 0",
    "2025 年计划:完成 1,没有完成 1,不明 0",
    "2026 年计划:完成 0,没有完成 0,不明 1",
  ];
  expect(ledgerText(of, plain).match(/^\d{4} 年计划.*/gmu)).toEqual(tallies);
  expect(ledgerMarkdown(of).match(/(?<=^- )\d{4} 年计划.*/gmu)).toEqual(tallies);
});

it("lists published consortia without documents by city, and files left out", () => {
  const of = ledger({
    absent: [
      { no: 1, name: "一", city: "长沙市" },
      { no: 2, name: "二", city: "株洲市" },
      { no: 3, name: "三", city: "长沙市" },
    ],
    leftOut: [
      { file: "笔\u001b记.yaml", line: 2, message: "没有\u202e写" },
      { file: "没有.yaml", message: "找不到" },
    ],
  });
  const text = ledgerText(of, plain);
  expect(text).toContain("名单上的 3 个没有任何文件:\n  长沙市  1 一、3 三\n  株洲市  2 二\n");
  expect(text).toContain("笔␛记.yaml:2  没有列入台账:没有<U+202E>写\n没有.yaml  没有列入台账:找不到\n\n");
  const page = ledgerMarkdown(of);
  expect(page).toContain("**名单上的 3 个没有任何文件**\n\n- 长沙市:1 一、3 三\n- 株洲市:2 二");
  expect(page).toContain("**没有列入台账**\n\n- 笔␛记.yaml:2 没有&#60;U+202E&#62;写\n- 没有.yaml 找不到");
  expect(ledgerText(ledger(), plain)).not.toMatch(/名单上的|没有列入/u);
  expect(ledgerMarkdown(ledger())).not.toMatch(/名单上的|没有列入|依据/u);
});

it("says that nothing is in it", () => {
  expect(ledgerText(ledger({ consortia: [] }), plain)).toBe("截至 2025-12-30:没有一份文件列入台账\n");
  expect(ledgerMarkdown(ledger({ consortia: [] })).split("\n")[0]).toBe("## 年度台账:0 个联合体(截至 2025-12-30)");
});

it("is JSON with a version and escaped control characters", () => {
  const text = ledgerJson(one({ name: "\u202e" }));
  expect(text).toContain("\\u202e");
  expect(JSON.parse(text)).toMatchObject({ version: 2, today: "2025-12-30", consortia: [{ name: "\u202e" }] });
});
