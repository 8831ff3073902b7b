import { describe, expect, it } from "vitest";
import { type Deadline, deadlines } from "../../src/index.js";
import type { Paint } from "../../src/model/paint.js";
import { deadlinesText } from "../../src/report/deadlines/text.js";
import { checkTexts, forms } from "../support/check.js";
import { filed, halfYear, NAME, plain, plan } from "../support/filings.js";

// Open deadlines and days left: the day before the due day, the due day, the day after.

const DONE = ["已完成", "已完成"];
const short = ({ due, daysLeft, role, consortium }: Deadline) => `${due} ${daysLeft} ${role} ${consortium ?? "-"}`;

async function common(today: string, year?: number): Promise<string[]> {
  return (await deadlines(undefined, { today, forms, ...(year !== undefined && { year }) })).map(short);
}

async function open(texts: Record<string, string>, today: string, year?: number): Promise<Deadline[]> {
  return deadlines(await checkTexts(texts, { today }), { today, forms, ...(year !== undefined && { year }) });
}

describe("for everybody", () => {
  it.each([
    ["2025-06-19", "2025-06-20 1 interim -"],
    ["2025-06-20", "2025-06-20 0 interim -"],
    ["2025-06-21", "2025-12-20 182 final -"],
    ["2025-12-20", "2025-12-20 0 final -"],
    ["2025-12-21", "2026-01-20 30 plan -"],
    ["2025-01-20", "2025-01-20 0 plan -"],
  ])("on %s the next is %s", async (today, next) => {
    const found = await common(today);
    expect(found[0]).toBe(next);
    // the rest of this year's deadlines, and all of next year's
    expect(found.filter((each) => each.startsWith("2026"))).toHaveLength(3);
    expect(found.some((each) => each.startsWith("2027"))).toBe(false);
  });

  it.each([
    [2025, "2025-06-20", ["2025-06-20 0 interim -", "2025-12-20 183 final -"]],
    [2024, "2025-06-20", []],
  ])("of %d alone", async (year, today, expected) => {
    expect(await common(today, year)).toEqual(expected);
  });

  it("name the form, the day of the notice and the clause", async () => {
    const [first] = await deadlines(undefined, { today: "2025-06-20", forms });
    expect(first).toMatchObject({ form: "hunan-2024", issued: "2024-05-16", year: 2025, kind: "半年工作总结" });
    expect(first?.clause).toMatch(/^湘教通〔2024〕116号 第4条“/u);
  });
});

describe("of a consortium", () => {
  it.each<[string, string, string, boolean]>([
    ["filed", plan(2025), "2025-01-19", false],
    ["filed late", plan(2025, { 报送: filed("2025-01-21") }), "2025-02-01", false],
    ["filed today", plan(2025, { 报送: filed("2025-01-20") }), "2025-01-20", false],
    ["filled in", plan(2025, { 报送: {} }), "2025-01-19", true],
    ["dated tomorrow", plan(2025, { 报送: filed("2025-01-20") }), "2025-01-19", true],
    ["overdue", plan(2025, { 报送: {} }), "2025-01-21", true],
  ])("a plan %s", async (_, text, today, isOpen) => {
    const found = await open({ "a.yaml": text }, today);
    expect(found.some(({ due, consortium }) => due === "2025-01-20" && consortium === NAME)).toBe(isOpen);
  });

  it("are this year's, the next's and the overdue, but none from before the notice; the earliest first", async () => {
    const other = plan(2025, { 报送: {} }).replaceAll(NAME, "乙产教联合体");
    const texts = { "b.yaml": other, "a.yaml": plan(2025), "h.yaml": halfYear(2025, DONE) };
    const found = await open(texts, "2025-07-01");
    expect(found.filter(({ consortium }) => consortium === NAME).map(({ due }) => due)).toEqual([
      "2024-06-20",
      "2024-12-20",
      "2025-12-20",
      "2026-01-20",
      "2026-06-20",
      "2026-12-20",
    ]);
    const days = found.map(({ due }) => due);
    expect(days).toEqual([...days].sort());
    expect(days.filter((day) => day === "2025-01-20")).toHaveLength(1);
  });

  it("are of one year when asked", async () => {
    const found = await open({ "a.yaml": plan(2025) }, "2025-07-01", 2025);
    expect(found.map(({ due, daysLeft }) => `${due} ${daysLeft}`)).toEqual(["2025-06-20 -11", "2025-12-20 172"]);
  });
});

describe("how near a day is", () => {
  const marked: Paint = { ...plain, red: (text) => `[${text}]`, yellow: (text) => `<${text}>` };
  const left = (daysLeft: number, consortium?: string) => {
    const deadline: Deadline = {
      ...{
        role: "plan",
        kind: "计划",
        due: "2025-01-20",
        year: 2025,
        form: "f",
        term: "联合体",
        issued: "2024-05-16",
        clause: "条",
      },
      daysLeft,
      ...(consortium !== undefined && { consortium }),
    };
    return deadlinesText([deadline], marked).split("\n")[1];
  };

  it.each([
    [-1, "[已过 1 天]"],
    [0, "<就是今天>"],
    [1, "<1 天>"],
    [14, "<14 天>"],
    [15, "15 天"],
  ])("%d days", (days, shown) => {
    expect(left(days)).toMatch(
      new RegExp(`^2025-01-20 {2}${shown.replace(/[[\]]/gu, "\\$&")} *  2025  计划  各联合体$`, "u"),
    );
  });

  it("shows whose it is", () => {
    expect(left(3, "甲\u001b[31m")).toMatch(/ {2}甲␛\[31m$/u);
  });

  it("says that there is nothing, and each clause once", () => {
    expect(deadlinesText([], plain)).toBe("没有要报的\n");
    const one = {
      role: "plan",
      kind: "计划",
      due: "2025-01-20",
      year: 2025,
      daysLeft: 1,
      form: "f",
      term: "联合体",
    } as const;
    const text = deadlinesText(
      ["一", "一", "二"].map((clause) => ({ ...one, issued: "2024-05-16", clause })),
      plain,
    );
    expect(text.match(/^依据:.*/gmu)).toEqual(["依据:一", "依据:二"]);
  });
});
