import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import ExcelJS from "exceljs";
import { beforeEach, expect, it } from "vitest";
import { displayWidth } from "../../src/text/display-width.js";
import { root } from "../support/check.js";
import { HOSTILE } from "../support/hostile-report.js";
import { emptyFolder, ptc } from "../support/run.js";

const YONGZHOU = `表单: hunan-2024/推荐书
联合体名称: 永州市示例产教联合体
推荐市州: 永州
联合体概况: {主导产业: {产业: [A3, D3]}}
`;
let cwd: string;
const run = (...args: string[]) => ptc(["coverage", ...args], { cwd });
const put = (file: string, text: string) => writeFileSync(path.join(cwd, file), text);

beforeEach(() => {
  cwd = emptyFolder();
});

it("prints a map that lines up, says who has none and quotes the clause, without a file", async () => {
  const { code, out } = await run();
  expect(code).toBe(0);
  const lines = out.split("\n");
  const [head = "", ...rows] = lines.slice(lines.findIndex((line) => /^ +长沙 株洲 /u.test(line)));
  const at = (line: string, name: string) => displayWidth(line.slice(0, line.indexOf(name)));
  const row = (code_: string) => rows.find((line) => line.startsWith(code_)) ?? "";
  expect(at(row("A4"), "核✗")).toBe(at(head, "邵阳"));
  expect(at(row("B2"), "核?")).toBe(at(head, "株洲"));
  expect(at(row("D3"), "核?")).toBe(at(head, "长沙"));
  expect(row("A3").trimEnd().endsWith("核✗")).toBe(true);
  expect(Math.max(...lines.slice(2, 20).map(displayWidth))).toBeLessThanOrEqual(100);
  expect(out).toContain("没有联合体的市州(3 个)\n  邵阳市\n  永州市\n  湘西土家族苗族自治州\n");
  expect(out).toContain("依据:湘教通〔2024〕23号 一、工作目标“每个市州至少应建立1个以上联合体”");
  expect(out).toContain("  永州        A3 食品加工、A4 轻工纺织、B3 现代农业\n");
  expect(out).toContain("✓ 有联合体服务  ✗ 没有  ? 不明");
});

it("breaks the map in a narrow terminal and colours it only in one that has colours", async () => {
  const { out } = await ptc(["coverage"], { cwd, width: 60, outIsTerminal: true });
  const lines = out.split("\n");
  const maps = lines.filter((line) => line.includes("联合体(个)"));
  expect(maps).toHaveLength(2);
  expect(out).toContain("\u001b[31m核✗\u001b[39m");
  expect((await run()).out).not.toContain("\u001b");
});

it("joins files with the list, and leaves the list out when told", async () => {
  put("a.yaml", YONGZHOU);
  const joined = await run("a.yaml");
  expect(joined).toMatchObject({ code: 0, err: "" });
  expect(joined.out).toContain("文件里另有 1 个");
  expect(joined.out).toMatch(/^D3 量子科技 核\? .* 外✓$/mu);
  expect(joined.out).toContain("只有公布名单以外的联合体的市州(1 个)\n  永州  永州市示例产教联合体\n");
  expect(joined.out).toContain("  永州        A4 轻工纺织、B3 现代农业\n");
  const alone = await run("a.yaml", "--no-published");
  expect(alone.out).toContain("给出的文件里有 1 个联合体");
  expect(alone.out).toContain("没有联合体的市州(13 个)");
});

it("writes Markdown in which nothing typed is markup", async () => {
  put("a.yaml", YONGZHOU.replace("永州市示例产教联合体", '"<b>甲</b> | [x](http://evil.example)"'));
  const { out } = await run("a.yaml", "--format", "markdown");
  expect(out).toContain("| A4 轻工纺织 | 重? | 重? |  | 核? |  | 核✗ |");
  expect(out).toContain("- 永州:&#60;b&#62;甲");
  expect(out).not.toMatch(/<b>|\]\(http/u);
});

it("writes JSON as its schema describes, whatever names hold", async () => {
  const schema = JSON.parse(readFileSync(path.join(root, "schemas/coverage.schema.json"), "utf8"));
  const closed = JSON.parse(JSON.stringify(schema), (_, value) =>
    value?.type === "object" && value.properties ? { ...value, additionalProperties: false } : value,
  );
  const check = new Ajv2020({ strictTypes: false }).compile(closed);
  put("a.yaml", YONGZHOU);
  for (const [index, text] of HOSTILE.entries())
    put(`h${index}.yaml`, `表单: hunan-2024/推荐书\n联合体名称: ${JSON.stringify(text)}\n`);
  for (const args of [["."], [".", "--no-published"], []]) {
    const { out } = await run(...args, "--format", "json");
    const written = JSON.parse(out);
    expect(check(written), JSON.stringify(check.errors)).toBe(true);
    expect(written).toMatchObject({ version: 1, cities: { length: 14 }, industries: { length: 16 } });
    expect(out).not.toMatch(/(?!\n)[\p{Cc}\u2028-\u202e]/u);
  }
  const spoilt = { version: 1, source: "", clause: "", marks: {}, cities: [], industries: [{}], unplaced: [] };
  expect(check(spoilt)).toBe(false);
});

it("writes a workbook with a filled and worded cell for each industry and city", async () => {
  put("a.yaml", YONGZHOU);
  const { err } = await run("a.yaml", "--xlsx");
  expect(err).toBe("已写入 覆盖情况.xlsx\n");
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path.join(cwd, "覆盖情况.xlsx"));
  const map = book.getWorksheet("覆盖情况");
  const cell = (code: string, city: string) => {
    const row = [...Array(17).keys()].find((each) => map?.getCell(each + 2, 1).text === code) ?? 0;
    const column = [...Array(14).keys()].find((each) => map?.getCell(1, each + 3).text === city) ?? 0;
    const found = map?.getCell(row + 2, column + 3);
    return [found?.text, (found?.fill as ExcelJS.FillPattern | undefined)?.fgColor?.argb];
  };
  expect(cell("A3", "永州")).toEqual(["★★★ 核✓\n永州市示例产教联合体", "FFD5EBD5"]);
  expect(cell("A4", "邵阳")).toEqual(["★★★ 核✗", "FFF6D0CC"]);
  expect(cell("B2", "株洲")).toEqual(["★★★ 核?", "FFFFF2CC"]);
  expect(cell("B2", "长沙")).toEqual(["", undefined]);
  const list = book.getWorksheet("联合体");
  expect(list?.rowCount).toBe(23);
  expect(list?.getRow(2).values).toContain("不明:没有填");
});

it("answers misuse and bad files with a way out, and writes nothing over what it read", async () => {
  expect(await run("--no-published")).toMatchObject({ code: 2, err: expect.stringContaining("请写上文件或文件夹") });
  expect(await run("nosuch.yaml")).toMatchObject({ code: 2, err: expect.stringContaining("找不到这个文件") });
  put("a.yaml", YONGZHOU);
  put("b.yaml", "联合体名称: 没有表单\n");
  const partly = await run(".");
  expect(partly).toMatchObject({ code: 1, err: expect.stringContaining("没有写“表单:”") });
  expect(partly.out).toContain("文件里另有 1 个");
  expect(await run("a.yaml", "-o", "a.yaml")).toMatchObject({ code: 2, err: expect.stringContaining("读入的文件") });
  expect(readFileSync(path.join(cwd, "a.yaml"), "utf8")).toBe(YONGZHOU);
  const toFile = await ptc(["coverage", "-o", "覆盖.txt"], { cwd, env: { FORCE_COLOR: "1" } });
  expect(toFile).toMatchObject({ out: "", err: "已写入 覆盖.txt\n" });
  expect(readFileSync(path.join(cwd, "覆盖.txt"), "utf8")).not.toContain("\u001b");
  expect(existsSync(path.join(cwd, "覆盖情况.xlsx"))).toBe(false);
});
