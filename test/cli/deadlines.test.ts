import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../support/check.js";
import { filed, halfYear, NAME, plan } from "../support/filings.js";
import { emptyFolder, ptc } from "../support/run.js";
import { tools } from "../support/tools.js";

const REPO = path.join(root, "examples/hunan-2024");

/** A folder with one consortium that has filed its plan of 2025 and half a year's summary without its date. */
function folder(name = NAME): string {
  const cwd = emptyFolder();
  writeFileSync(path.join(cwd, "计划.yaml"), plan(2025).replace(NAME, name));
  writeFileSync(path.join(cwd, "半年.yaml"), halfYear(2025, ["已完成"], { 报送: {} }).replace(NAME, name));
  return cwd;
}

/** Entries of a calendar, unfolded, as property → value. */
function entries(calendar: string): Record<string, string>[] {
  const lines = calendar.replace(/\r\n /gu, "").split("\r\n");
  const events = lines.join("\n").match(/(?<=BEGIN:VEVENT\n)[\s\S]*?(?=BEGIN:VALARM)/gu) ?? [];
  return events.map((event) =>
    Object.fromEntries(
      event
        .trim()
        .split("\n")
        .map((line) => [line.split(/[:;]/u)[0], line.slice(line.indexOf(":") + 1)]),
    ),
  );
}

describe("the list", () => {
  it("is of this and the next year for everybody, from today on", async () => {
    const { code, out } = await ptc(["deadlines", "--today", "2025-06-20"]);
    expect(code).toBe(0);
    expect(out.split("\n").slice(0, 6)).toEqual([
      "到期        还有      年度  文件          联合体",
      "2025-06-20  就是今天  2025  半年工作总结  各联合体",
      "2025-12-20  183 天    2025  年度工作总结  各联合体",
      "2026-01-20  214 天    2026  年度工作计划  各联合体",
      "2026-06-20  365 天    2026  半年工作总结  各联合体",
      "2026-12-20  548 天    2026  年度工作总结  各联合体",
    ]);
    expect(out).toContain("依据:湘教通〔2024〕116号 第4条“各入选的市域产教联合体应于每年1月20日、6月20日、12月20日前");
  });

  it("is of one year when asked, and says when nothing is left of it", async () => {
    expect((await ptc(["deadlines", "--year", "2030"])).out.match(/2030-/gu)).toHaveLength(3);
    expect((await ptc(["deadlines", "--year", "2020"])).out).toBe("没有要报的\n");
  });

  it("is of what each consortium has not filed, also when it is overdue", async () => {
    const { code, out } = await ptc(["deadlines", ".", "--today", "2025-06-25", "--year", "2025"], { cwd: folder() });
    expect(code).toBe(0);
    expect(out.split("\n").slice(1, 3)).toEqual([
      `2025-06-20  已过 5 天  2025  半年工作总结  ${NAME}`,
      `2025-12-20  178 天     2025  年度工作总结  ${NAME}`,
    ]);
    const all = await ptc(["deadlines", ".", "--today", "2025-06-25"], { cwd: folder() });
    expect(all.out.match(/^\d{4}-\d\d-\d\d/gmu)).toEqual([
      "2024-06-20",
      "2024-12-20",
      "2025-06-20",
      "2025-12-20",
      "2026-01-20",
      "2026-06-20",
      "2026-12-20",
    ]);
  });

  it("shows what could not be checked, and is 1 for it", async () => {
    const cwd = folder();
    writeFileSync(path.join(cwd, "笔记.yaml"), "备忘: 无\n");
    const { code, err } = await ptc(["deadlines", ".", "--today", "2025-06-25"], { cwd });
    expect(code).toBe(1);
    expect(err).toContain("笔记.yaml");
  });

  it("never says that nothing is owed when nothing could be read", async () => {
    const cwd = emptyFolder();
    writeFileSync(path.join(cwd, "笔记.yaml"), "备忘: 无\n");
    const { code, out, err } = await ptc(["deadlines", "."], { cwd });
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("没有一份文件能看;只看通知的各个日期就不要写文件名");
  });
});

describe("the calendar", () => {
  const calendar = async (...args: string[]) => (await ptc(["deadlines", ...args, "--ics"], { cwd: REPO })).out;
  const tracked = () => calendar("tracking", "--today", "2026-01-10");

  it("has a day for each filing to come, with the consortium, the clause and an alarm", async () => {
    const text = await tracked();
    const found = entries(text);
    expect(
      found
        .map(({ DTSTART, SUMMARY }) => `${DTSTART} ${SUMMARY}`)
        .slice(0, 2)
        .sort(),
    ).toEqual([
      "20260120 报送年度工作计划(2026):株洲市渌岸湾新能源装备产教联合体",
      "20260120 报送年度工作计划(2026):长沙市云麓湾工程机械产教联合体",
    ]);
    expect(found).toHaveLength(12);
    expect(found[0]?.DESCRIPTION).toContain("分别将经市州教育行政部门审核同意后的年度工作计划");
    expect(text.match(/TRIGGER:-P14D\r\n/gu)).toHaveLength(12);
    expect(new Set(found.map(({ UID }) => UID)).size).toBe(12);
  });

  it("keeps to the form of RFC 5545: ends of lines, 75 octets, nothing that breaks a text", async () => {
    const name = "甲,乙;丙\\丁市域产教联合体😀".repeat(4);
    const { out } = await ptc(["deadlines", ".", "--today", "2025-06-25", "--ics"], { cwd: folder(name) });
    const lines = out.split("\r\n");
    expect(lines.pop()).toBe("");
    expect(lines.join("")).not.toMatch(/[\r\n]/u);
    for (const line of lines) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
    expect(lines.some((line) => line.startsWith(" "))).toBe(true);
    expect(out).not.toContain("\ufffd");
    expect(entries(out)[0]?.SUMMARY).toBe(`报送年度工作总结(2025):${name.replace(/[\\;,]/gu, "\\$&")}`);
  });

  it("is the same on any day, entry by entry", async () => {
    const [first] = entries(await tracked());
    const [later] = entries(await calendar("tracking", "--today", "2026-01-15"));
    expect(later).toEqual(first);
    expect(first?.DTSTAMP).toBe("20240516T000000Z");
  });

  it("leaves out what is overdue, and is not written when nothing is to come", async () => {
    const cwd = folder();
    const overdue = await ptc(["deadlines", ".", "--today", "2025-06-25", "--ics"], { cwd });
    expect(entries(overdue.out).map(({ DTSTART }) => DTSTART)[0]).toBe("20251220");
    const none = await ptc(["deadlines", "--year", "2020", "-o", "无.ics"], { cwd });
    expect(none).toEqual({ code: 2, out: "", err: "没有接下来要报的,没有写日历\n" });
    expect(() => readFileSync(path.join(cwd, "无.ics"))).toThrow();
  });

  it("goes into a file", async () => {
    const cwd = folder();
    expect(await ptc(["deadlines", "--today", "2026-01-10", "-o", "报送.ics"], { cwd })).toMatchObject({
      code: 0,
      err: "已写入 报送.ics\n",
    });
    expect(entries(readFileSync(path.join(cwd, "报送.ics"), "utf8"))).toHaveLength(6);
    expect(await ptc(["deadlines", "--ics", "-o", "报送.txt"], { cwd })).toMatchObject({ code: 2 });
    expect(await ptc(["deadlines", ".", "--ics", "-o", "计划.yaml"], { cwd })).toMatchObject({ code: 2 });
  });

  const READ = `
import icalendar, json, sys
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
print(json.dumps([[str(e["UID"]), e["DTSTART"].dt.isoformat(), str(e["SUMMARY"]), e["DTSTAMP"].dt.isoformat(),
    [a["TRIGGER"].dt.days for a in e.walk("VALARM")]] for e in calendar.walk("VEVENT")]))`;

  it.skipIf(!tools.icalendar)("is read by Python's icalendar, names and all", async () => {
    const cwd = folder("甲,乙;丙\\丁市域产教联合体😀");
    await ptc(["deadlines", ".", "--today", "2025-06-25", "--year", "2025", "-o", "a.ics"], { cwd });
    const printed = execFileSync(tools.icalendar ?? "", ["-c", READ, path.join(cwd, "a.ics")], { encoding: "utf8" });
    expect(JSON.parse(printed)).toEqual([
      [
        expect.stringMatching(/^[0-9a-f]{32}@ptc$/u),
        "2025-12-20",
        "报送年度工作总结(2025):甲,乙;丙\\丁市域产教联合体😀",
        "2024-05-16T00:00:00+00:00",
        [-14],
      ],
    ]);
  });
});

it("files on time leave nothing open", async () => {
  const cwd = emptyFolder();
  writeFileSync(path.join(cwd, "a.yaml"), plan(2025, { 报送: filed("2025-01-15") }));
  const { out } = await ptc(["deadlines", ".", "--today", "2025-01-16", "--year", "2025"], { cwd });
  expect(out).not.toContain("年度工作计划  ");
});
