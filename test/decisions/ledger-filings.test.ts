import { describe, expect, it } from "vitest";
import { alertsOf, decisions, ledgerUnder } from "../support/alerts.js";
import { filed, halfYear, ledgerOf, plan, yearEnd } from "../support/filings.js";

// The state of each filing and its alerts: the day before the due day, the due day, the day after.

const DONE = ["已完成", "已完成"];
type Role = "plan" | "interim" | "final";

/** Makes a document of a role with these filing details. */
const made: Record<Role, (year: number, filing: object) => string> = {
  plan: (year, 报送) => plan(year, { 报送 }),
  interim: (year, 报送) => halfYear(year, DONE, { 报送 }),
  final: (year, 报送) => yearEnd(year, DONE, { 报送 }),
};
const DAYS: Record<Role, [before: string, due: string, after: string, later: string]> = {
  plan: ["2025-01-19", "2025-01-20", "2025-01-21", "2025-01-22"],
  interim: ["2025-06-19", "2025-06-20", "2025-06-21", "2025-06-22"],
  final: ["2025-12-19", "2025-12-20", "2025-12-21", "2025-12-22"],
};

/** The state of a role's 2025 filing, followed by the alerts about it. */
async function outcome(role: Role, text: string | undefined, today: string): Promise<string[]> {
  // a document of another year keeps the consortium in the ledger
  const other = yearEnd(2024, DONE);
  const texts = { "别的.yaml": other, ...(text !== undefined && { "它.yaml": text }) };
  const { consortia } = await ledgerOf(texts, today);
  const [consortium] = consortia;
  const filing = consortium?.years.find(({ year }) => year === 2025)?.filings.find((each) => each.role === role);
  const alerts = (consortium?.alerts ?? []).filter(
    // what follows for the judgement of the year has a table of its own
    ({ id, year, message }) => id !== "undetermined" && year === 2025 && message.includes(filing?.kind ?? "?"),
  );
  return [filing?.state ?? "none", ...alerts.map(({ severity, id }) => `${severity} ${id}`)];
}

describe.each<Role>(["plan", "interim", "final"])("the %s", (role) => {
  const [before, due, after, later] = DAYS[role];
  const on = (day: string) => made[role](2025, filed(day));
  const unfiled = made[role](2025, {});

  it.each<[string, string | undefined, string, string[]]>([
    ["absent the day before", undefined, before, ["due"]],
    ["absent on the day", undefined, due, ["due"]],
    ["absent the day after", undefined, after, ["missing", "serious not-filed"]],
    ["filled in, on the day", unfiled, due, ["draft"]],
    ["filled in, the day after", unfiled, after, ["draft", "serious not-filed"]],
    ["filed the day before", on(before), after, ["filed"]],
    ["filed on the day", on(due), after, ["filed"]],
    ["filed on the day, which is today", on(due), due, ["filed"]],
    ["filed the day after", on(after), later, ["late", "attention late"]],
    ["filed the day after, which is today", on(after), after, ["late", "attention late"]],
    ["dated tomorrow, the day before it is due", on(due), before, ["draft"]],
    ["dated tomorrow, on the day", on(after), due, ["draft"]],
    ["dated tomorrow, the day after", on(later), after, ["draft", "serious not-filed"]],
  ])("%s", async (_, text, today, expected) => {
    expect(await outcome(role, text, today)).toEqual(expected);
  });
});

describe("what was due when the notice was issued", () => {
  const at = async (issued: string, text: string) => {
    const ledger = await ledgerUnder(() => ({ issued }), { "a.yaml": text }, "2025-03-01");
    const year = ledger.consortia[0]?.years.find((each) => each.year === 2025);
    const alerts = decisions(ledger).filter((each) => /(?:late|not-filed|not-approved|incomplete-filing)/u.test(each));
    return [year?.filings[0]?.state, ...alerts.map((each) => each.split(" ").slice(0, 3).join(" "))];
  };
  const late = plan(2025, { 报送: { 报送日期: "2025-02-01" } });

  it.each([
    ["the day before it was due", "2025-01-19", ["late", "late", "not-approved", "incomplete-filing"]],
    ["on the day", "2025-01-20", ["late", "late", "not-approved", "incomplete-filing"]],
    ["the day after", "2025-01-21", ["filed"]],
  ])("issued %s", async (_, issued, expected) => {
    const [state, ...ids] = expected;
    expect(await at(issued, late)).toEqual([state, ...ids.map((id) => `attention 2025 ${id}`)]);
  });

  it.each([
    ["on the day", "2025-01-20", ["draft", "serious 2025 not-filed"]],
    ["the day after", "2025-01-21", ["draft"]],
  ])("issued %s, and not filed", async (_, issued, expected) => {
    expect(await at(issued, plan(2025, { 报送: {} }))).toEqual(expected);
  });

  it("excuses what is not there, and counts what is", async () => {
    const { consortia } = await ledgerOf({ "a.yaml": yearEnd(2024, DONE) }, "2025-03-01");
    expect(consortia[0]?.years[0]?.filings.map(({ state }) => state)).toEqual(["excused", "missing", "filed"]);
  });
});

describe("the city's approval", () => {
  const texts = (fields: object) => ({ "a.yaml": plan(2025, { 报送: { ...filed("2025-01-15"), ...fields } }) });
  const place = "attention 2025 not-approved a.yaml#/报送/审核同意日期";

  it.each<[string, object, string[]]>([
    ["the day before filing", { 审核同意日期: "2025-01-14" }, []],
    ["on the day of filing", { 审核同意日期: "2025-01-15" }, []],
    ["the day after filing", { 审核同意日期: "2025-01-16" }, [place]],
    ["without a day", { 审核同意日期: null }, [place]],
    ["without a whole day", { 审核同意日期: "2025-01" }, [place]],
    ["without a name", { 审核单位: null }, []],
  ])("%s", async (_, fields, expected) => {
    expect(await alertsOf("not-approved", texts(fields), "2025-01-20")).toEqual(expected);
  });

  it("is not asked of what has not been filed", async () => {
    expect(await alertsOf("not-approved", { "a.yaml": plan(2025, { 报送: {} }) }, "2025-03-01")).toEqual([]);
  });

  it("is kept with its day and, where it is given, its name", async () => {
    const approved = async (fields: object) => {
      const { consortia } = await ledgerOf(texts(fields), "2025-01-20");
      return consortia[0]?.years.find(({ year }) => year === 2025)?.filings[0]?.approved;
    };
    expect(await approved({})).toEqual({ on: "2025-01-14", by: "甲市教育局" });
    expect(await approved({ 审核单位: null })).toEqual({ on: "2025-01-14" });
    expect(await approved({ 审核同意日期: null })).toBeUndefined();
  });
});

describe("the Word document and the stamped PDF", () => {
  const WORD = "a.yaml#/报送/Word文档";
  const PDF = "a.yaml#/报送/盖章PDF";

  it.each<[string, object, string[], string[]]>([
    ["both there", {}, ["报送.docx", "报送.pdf"], []],
    ["neither there", {}, [], [WORD, PDF]],
    ["the PDF not there", {}, ["报送.docx"], [PDF]],
    ["the Word document not there", {}, ["报送.pdf"], [WORD]],
    ["the PDF not named", { 盖章PDF: null }, ["报送.docx", "报送.pdf"], [PDF]],
    ["the Word document not named", { Word文档: null }, ["报送.docx", "报送.pdf"], [WORD]],
    ["neither named", { Word文档: null, 盖章PDF: null }, ["报送.docx", "报送.pdf"], [WORD, PDF]],
  ])("%s", async (_, fields, attached, places) => {
    const texts = { "a.yaml": plan(2025, { 报送: { ...filed("2025-01-15"), ...fields } }) };
    const expected = places.length === 0 ? [] : [["attention 2025 incomplete-filing", ...places].join(" ")];
    expect(await alertsOf("incomplete-filing", texts, "2025-01-20", attached)).toEqual(expected);
  });

  it("says of each whether it is given, absent or not named", async () => {
    const state = async (fields: object) => {
      const texts = { "a.yaml": plan(2025, { 报送: { ...filed("2025-01-15"), ...fields } }) };
      const { consortia } = await ledgerOf(texts, "2025-01-20", ["报送.docx"]);
      const { word, pdf } = consortia[0]?.years.find(({ year }) => year === 2025)?.filings[0] ?? {};
      return [word, pdf];
    };
    expect(await state({})).toEqual(["given", "absent"]);
    expect(await state({ Word文档: null })).toEqual(["unnamed", "absent"]);
  });

  it("shortens a long file name in the message", async () => {
    const name = `${"长".repeat(300)}.docx`;
    const texts = { "a.yaml": plan(2025, { 报送: { ...filed("2025-01-15"), Word文档: name } }) };
    const { consortia } = await ledgerOf(texts, "2025-01-20");
    const alert = consortia[0]?.alerts.find(({ id }) => id === "incomplete-filing");
    expect(alert?.message.length).toBeLessThan(200);
    expect(alert?.message).toContain(`${"长".repeat(49)}…`);
  });
});

describe("two of one kind", () => {
  const draft = plan(2025, { 报送: {} });
  const used = async (texts: Record<string, string>) => {
    const { consortia } = await ledgerOf(texts, "2025-01-19");
    return consortia[0]?.years.find(({ year }) => year === 2025)?.filings[0]?.file;
  };

  it.each([
    ["one filed after a draft", { "a.yaml": draft, "b.yaml": plan(2025) }, "b.yaml", ["a.yaml#"]],
    ["one filed before a draft", { "a.yaml": plan(2025), "b.yaml": draft }, "a.yaml", ["b.yaml#"]],
    ["both filed", { "a.yaml": plan(2025), "b.yaml": plan(2025) }, "a.yaml", ["b.yaml#"]],
    ["both drafts", { "a.yaml": draft, "b.yaml": draft }, "a.yaml", ["b.yaml#"]],
    ["three", { "a.yaml": draft, "b.yaml": plan(2025), "c.yaml": draft }, "b.yaml", ["a.yaml#", "c.yaml#"]],
  ])("%s", async (_, texts, file, others) => {
    expect(await used(texts)).toBe(file);
    expect(await alertsOf("filed-twice", texts, "2025-01-19")).toEqual([
      ["attention 2025 filed-twice", ...others].join(" "),
    ]);
  });

  it.each([
    ["one", { "a.yaml": plan(2025) }],
    ["one of each year", { "a.yaml": plan(2025), "b.yaml": plan(2026) }],
    ["one of each kind", { "a.yaml": plan(2025), "b.yaml": halfYear(2025, DONE), "c.yaml": yearEnd(2025, DONE) }],
  ])("but not %s", async (_, texts) => {
    expect(await alertsOf("filed-twice", texts, "2025-01-19")).toEqual([]);
  });

  it("is said of what was due before the notice too", async () => {
    const texts = { "a.yaml": plan(2024), "b.yaml": plan(2024) };
    expect(await alertsOf("filed-twice", texts, "2024-12-30")).toEqual(["attention 2024 filed-twice b.yaml#"]);
  });
});

it("points at the date of a filing that is late or has not been made", async () => {
  const late = { "a.yaml": plan(2025, { 报送: filed("2025-01-21") }) };
  expect(await alertsOf("late", late, "2025-01-22")).toEqual(["attention 2025 late a.yaml#/报送/报送日期"]);
  const draft = { "a.yaml": plan(2025, { 报送: {} }) };
  const found = await alertsOf("not-filed", draft, "2025-01-21");
  expect(found).toEqual([
    "serious 2024 not-filed",
    "serious 2024 not-filed",
    "serious 2025 not-filed a.yaml#/报送/报送日期",
  ]);
});

it("gives every filing alert its clause", async () => {
  const texts = { "a.yaml": plan(2025, { 报送: { 报送日期: "2025-01-21" } }) };
  const { consortia } = await ledgerOf(texts, "2025-12-30", []);
  const filingAlerts = ["not-filed", "late", "not-approved", "incomplete-filing"];
  const found = consortia[0]?.alerts.filter(({ id }) => filingAlerts.includes(id)) ?? [];
  expect(new Set(found.map(({ id }) => id))).toEqual(new Set(filingAlerts));
  for (const { clause } of found) expect(clause).toMatch(/^湘教通〔2024〕116号 第4条“/u);
});
