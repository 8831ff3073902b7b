import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { Ajv2020 } from "ajv/dist/2020.js";
import ExcelJS from "exceljs";
import { beforeEach, describe, expect, it } from "vitest";
import { root } from "../support/check.js";
import { application, filed, plan, yearEnd } from "../support/filings.js";
import { emptyFolder, ptc } from "../support/run.js";

const REPO = path.join(root, "examples/hunan-2024");
const TRACKED = ["tracking", "application.yaml", "city"];

describe("the examples", () => {
  const track = (...args: string[]) => ptc(["track", ...TRACKED, "--today", "2026-01-10", ...args], { cwd: REPO });

  it("print a ledger: one consortium does well, the other has failed twice", async () => {
    const { code, out, err } = await track();
    expect({ code, err }).toEqual({ code: 0, err: "" });
    await expect(out).toMatchFileSnapshot("track/examples.txt");
    const [well = "", , failing = ""] = out.split("\n\n");
    expect(well).not.toContain("严重");
    expect(failing).toContain("2024、2025 连续 2 年没有完成年度工作计划,建议调出名单");
    expect(failing).toContain("是否调出由湖南省教育厅决定");
    expect(failing).toContain("“对于连续两年不能完成年度工作计划的，我厅将从名单中予以调出”");
  });

  it("points at the lines that say so", async () => {
    const { out } = await track();
    const places = [...out.matchAll(/^ {8}(tracking\/.+?\.yaml):(\d+) {2}\d{4} 年任务 \d+ (.+)$/gmu)];
    expect(places.length).toBeGreaterThan(2);
    for (const [, file = "", line, said = ""] of places) {
      const text = readFileSync(path.join(REPO, file), "utf8").split("\n")[Number(line) - 1] ?? "";
      const state = /未完成|进行中|已完成/u.exec(said)?.[0];
      expect(text).toContain(`状态: ${state}`);
    }
  });

  it("one year at a time", async () => {
    const { out } = await track("--year", "2024");
    expect(out).toContain("  2024  ✓ 2024-06-07");
    expect(out).not.toMatch(/^ {2}2025 |removal/mu);
    expect(out).toContain("没有完成年度工作计划");
    expect((await track("--year", "2030")).out).toContain("  2030  待报 2030-01-20");
  });

  it("as JSON that its schema describes, with no document in it", async () => {
    const { code, out } = await track("--format", "json");
    expect(code).toBe(0);
    const schema = JSON.parse(readFileSync(path.join(root, "schemas/ledger.schema.json"), "utf8"));
    const closed = JSON.parse(JSON.stringify(schema), (_, value) =>
      value?.type === "object" && value.properties ? { ...value, additionalProperties: false } : value,
    );
    const check = new Ajv2020({ allErrors: true, strictTypes: false }).compile(closed);
    const ledger = JSON.parse(out);
    check(ledger);
    expect(check.errors ?? []).toEqual([]);
    expect(
      ledger.consortia.map(({ years }: { years: { fulfilled: string }[] }) => years.map((y) => y.fulfilled)),
    ).toEqual([["yes", "yes", "unknown"], [], ["no", "no", "unknown"]]);
    expect(ledger.absent).toHaveLength(21);
    for (const spoil of [
      { version: 1 },
      { today: "2026年" },
      { consortia: [{}] },
      { leftOut: [{ file: "a", line: 0, message: "b" }] },
    ]) {
      expect(check({ ...ledger, ...spoil })).toBe(false);
    }
  });

  it("as Markdown", async () => {
    const { out } = await track("--format", "markdown");
    expect(out).toContain("## 年度台账:3 个联合体(截至 2026-01-10)");
    expect(out).toContain(
      "| 2025 | ✓ 2025-01-17 | 迟 2025-07-08 | ✓ 2025-12-18 | 3/6 | 没有完成 | 1900 / 1400 / 960 |",
    );
    expect(out).toMatch(/^\| 严重 \| 建议调出\(removal\) \| 2025 \| 2024、2025 连续 2 年.*<br>tracking\//mu);
  });

  it("as a workbook", async () => {
    const file = path.join(emptyFolder(), "台账.xlsx");
    expect(await track("--xlsx", "-o", file)).toMatchObject({ code: 0, out: "", err: `已写入 ${file}\n` });
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(file);
    const cells = (name: string) =>
      Array.from(book.getWorksheet(name)?.getSheetValues() ?? [], (row) => (Array.isArray(row) ? row.slice(1) : []));
    expect(book.worksheets.map(({ name }) => name)).toEqual(["台账", "任务", "经费", "提醒", "年度数据"]);
    // a title of two lines, and rows of one
    expect([1, 2].map((row) => book.getWorksheet("台账")?.getRow(row).height)).toEqual([30, 15]);
    const failing = "株洲市渌岸湾新能源装备产教联合体";
    const years = cells("台账").find(([name, , , year]) => name === failing && year === 2025);
    expect(years?.slice(4, 10)).toEqual(["已报", "2025-01-17", "2025-01-15", "Word 有,PDF 有", "迟报", "2025-07-08"]);
    expect(years).toContain("没有完成");
    expect(cells("任务").find(([name, , , year, id]) => name === failing && year === 2025 && id === 5)).toEqual(
      expect.arrayContaining([28000, "已完成", 23600, "报了已完成,实际值 23600 人日,低于目标 28000 人日"]),
    );
    expect(
      cells("经费")
        .find(([name, , , year]) => name === failing && year === 2025)
        ?.slice(4),
    ).toEqual(["运行经费", "万元", 1900, 1400, 960]);
    expect(
      cells("提醒")
        .find(([, , , , id]) => id === "建议调出(removal)")
        ?.slice(2, 4),
    ).toEqual([2025, "严重"]);
    const figures = cells("年度数据").find(
      ([name, , , year, , what]) => name === failing && year === 2025 && what === "企业兼职教师·人次",
    );
    expect(figures?.slice(6)).toEqual(["人次", 162, 141, "2025-11-30", "是"]);
  });
});

describe("track", () => {
  let cwd: string;
  const run = (...args: string[]) => ptc(["track", ...args], { cwd });
  const put = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(cwd, file)), { recursive: true });
    writeFileSync(path.join(cwd, file), text);
  };

  beforeEach(() => {
    cwd = emptyFolder();
  });

  it("looks at everything below this folder, and finds attachments beside each document", async () => {
    put("长沙/甲/计划.yaml", plan(2025));
    put("长沙/甲/报送.docx", "");
    put("报送.pdf", "");
    const { out } = await run("--today", "2025-01-20");
    expect(out).toContain(
      "2025  报送不全(incomplete-filing)  年度工作计划报送不全:“盖章的 PDF”写的是“报送.pdf”,文件不在旁边",
    );
    expect(out).toContain("长沙/甲/计划.yaml:");
  });

  it("counts errors, and is 1 for them; alerts alone are 0", async () => {
    put("计划.yaml", plan(2025));
    const { code, out } = await run("--today", "2025-01-20");
    expect(code).toBe(1);
    expect(out).toMatch(/^ {2}计划\.yaml 有 \d+ 处错误,见 ptc validate$/mu);
    const failing = path.join(REPO, "tracking/株洲市渌岸湾新能源装备产教联合体");
    expect(await ptc(["track", failing, "--today", "2027-03-01"], { cwd: REPO })).toMatchObject({ code: 0 });
  });

  it("names what is no document, is 1 for it, and 2 for what cannot be read", async () => {
    const good = path.join(REPO, "tracking");
    put("笔记.yaml", "备忘: 无\n");
    const noted = await run(good, "笔记.yaml", "--today", "2026-01-10");
    expect(noted.code).toBe(1);
    expect(noted.out).toContain("笔记.yaml:1  没有列入台账:没有写“表单:”");
    const missing = await run(good, "没有.yaml", "--today", "2026-01-10");
    expect(missing.code).toBe(2);
    expect(missing.out).toContain("没有.yaml  没有列入台账:找不到这个文件");
    const nothing = await run("没有.yaml", "--today", "2026-01-10");
    expect(nothing).toMatchObject({ code: 2 });
    expect(nothing.out).toBe("没有.yaml  没有列入台账:找不到这个文件\n\n截至 2026-01-10:没有一份文件列入台账\n");
    expect(await run()).toMatchObject({ code: 1 });
  });

  it.each([
    [["--year", "25"], "--year <年份> 的值不对:写四位数字,如 2026\n"],
    [["--today", "2026-02-30"], "--today <日期> 的值不对:写成 2026-01-10 这样,要真有这一天\n"],
    [["--format", "xml"], "--format"],
    [["--xlsx", "--format", "json"], "Excel 和 --format json 只能要一样"],
    [["-o", "台账.xlsx", "--format", "markdown"], "Excel 和 --format markdown 只能要一样"],
  ])("refuses %j", async (args, named) => {
    const { code, err } = await run(...args);
    expect(code).toBe(2);
    expect(err).toContain(named);
  });

  it("is in order under East Asian and hostile names, which act on nothing", async () => {
    const name = "甲\u202e|*联合体";
    put("a.yaml", plan(2025).replace(/联合体名称: .*/u, `联合体名称: ${JSON.stringify(name)}`));
    put("b.yaml", yearEnd(2025, ["未完成"], { 报送: filed("2025-12-18") }));
    const shown = await run("--today", "2026-01-10");
    expect(shown.out).not.toContain("\u202e");
    expect(shown.out).toContain("甲|*联合体");
    const { out } = await run("--today", "2026-01-10", "--format", "markdown");
    expect(out).toContain("甲&#124;&#42;联合体");
  });

  it("puts colour on a terminal and none into a file", async () => {
    put("推荐书.yaml", application({ 2025: 500 }));
    put("a.yaml", plan(2025));
    const env = { FORCE_COLOR: "1" };
    const coloured = await ptc(["track", "--today", "2025-03-01"], { cwd, env });
    expect(coloured.out).toContain("\u001b[31m缺\u001b[39m");
    await ptc(["track", "--today", "2025-03-01", "-o", "台账.txt"], { cwd, env });
    expect(readFileSync(path.join(cwd, "台账.txt"), "utf8")).not.toContain("\u001b");
    expect(stripVTControlCharacters(coloured.out)).toBe((await ptc(["track", "--today", "2025-03-01"], { cwd })).out);
  });

  it("says nothing of persons", async () => {
    const { out } = await ptc(["track", ".", "--today", "2026-01-10", "--format", "json"], { cwd: REPO });
    const persons = readFileSync(path.join(REPO, "application.yaml"), "utf8").match(
      /(?<=(?:姓名|负责人|电话|联系方式): "?)[^\s"[]+/gu,
    );
    expect(persons?.length).toBeGreaterThan(3);
    for (const person of persons ?? []) expect(out).not.toContain(person);
  });
});
