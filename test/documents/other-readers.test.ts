import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { root } from "../support/check.js";
import { plan, summary, yaml } from "../support/full-filings.js";
import { emptyFolder, ptc } from "../support/run.js";
import { python, tools } from "../support/tools.js";
import { faultsOf } from "../support/validator.js";
import { readWord } from "../support/word.js";

// Everything ptc writes, seen through other programs' eyes. Those that are not installed are skipped.

const CITY = ["examples/hunan-2024/application.yaml", "examples/hunan-2024/city"];
let out: string;
const at = (name: string) => path.join(out, name);

beforeAll(async () => {
  out = emptyFolder();
  const run = async (...args: string[]) => expect(await ptc(args, { cwd: root })).toMatchObject({ code: 0 });
  await run("render", ...CITY, "--docx", "-o", out);
  await run("render", "--blank", "--docx", "-o", at("空表.docx"));
  writeFileSync(at("plan.yaml"), yaml(plan(60)));
  writeFileSync(at("year-end.yaml"), yaml(summary("年度工作总结", 60)));
  await run("render", at("plan.yaml"), at("year-end.yaml"), "--docx", "-o", out);
  await run("render", "--blank", "--kind", "年度工作总结", "--docx", "-o", at("空总结.docx"));
  await run("summarize", ...CITY, "--xlsx", "-o", at("汇总表.xlsx"));
  await run("checklist", ...CITY, "--xlsx", "-o", at("指标核对.xlsx"));
  const forced = readFileSync(path.join(root, "examples/hunan-2024/application.yaml"), "utf8").replace(
    "近三年无违法违规: true",
    "近三年无违法违规: false",
  );
  writeFileSync(at("forced.yaml"), forced);
  expect(
    await ptc(["render", at("forced.yaml"), "--docx", "--force", "-o", at("草稿.docx")], { cwd: root }),
  ).toMatchObject({ code: 1 });
});

describe("the Open XML validator", () => {
  it.skipIf(!tools.validator)("passes every file, and the templates", async () => {
    const written = readdirSync(out).filter((name) => /\.(?:docx|xlsx)$/u.test(name));
    expect(written).toHaveLength(10);
    const templates = path.join(root, "templates/hunan-2024");
    for (const file of [...written.map(at), ...readdirSync(templates).map((name) => path.join(templates, name))])
      expect(await faultsOf(file), file).toEqual([]);
  });
});

describe("python-docx", () => {
  const READ = `
import docx, json, sys
d = docx.Document(sys.argv[1])
def cells(row):
    seen = []
    for c in row.cells:
        if c._tc not in seen: seen.append(c._tc)
    return [docx.table._Cell(c, None).text for c in seen]
print(json.dumps([[cells(r) for r in t.rows] for t in d.tables]))`;

  it.skipIf(!tools.python)("reads the same text in every cell as we do", () => {
    for (const name of ["application.docx", "新能源装备产教联合体.docx", "空表.docx", "plan.docx", "year-end.docx"]) {
      const theirs = python<string[][][]>(READ, at(name)).flat(2);
      const ours = readWord(readFileSync(at(name))).tables.flat(2);
      expect(ours.length).toBeGreaterThan(150);
      for (const { text, continued } of ours) {
        // python-docx leaves nested tables out of a cell's text
        if (!continued && !text.includes("\t")) expect(theirs).toContain(text);
      }
    }
  });
});

describe("openpyxl", () => {
  const READ = `
import openpyxl, json, sys
b = openpyxl.load_workbook(sys.argv[1])
print(json.dumps({s.title: {"rows": [[c.value for c in r] for r in s.rows], "freeze": s.freeze_panes, "filter": s.auto_filter.ref, "merged": [str(m) for m in s.merged_cells.ranges], "paper": s.page_setup.paperSize} for s in b}))`;

  it.skipIf(!tools.python)("finds the sheets, cells, types and print setup", () => {
    type Sheet = { rows: unknown[][]; freeze: string; filter: string; merged: string[]; paper: number };
    const book = python<Record<string, Sheet>>(READ, at("汇总表.xlsx"));
    expect(Object.keys(book)).toEqual(["长沙市", "株洲市", "数据总表", "指标核对", "校验结果"]);
    expect(book.株洲市?.rows.map(([number, name]) => [number, name]).slice(2)).toEqual([
      ["序号", "市域产教联合体名称"],
      [1, "株洲市岚溪谷文旅融合产教联合体"],
      [2, "株洲市渌岸湾新能源装备产教联合体"],
    ]);
    expect(book.株洲市?.merged.sort()).toEqual(["A1:B1", "A2:B2"]);
    expect(book.株洲市?.paper).toBe(9);
    const { rows = [], freeze, filter } = book.数据总表 ?? {};
    expect(freeze).toBe("C2");
    expect(filter).toMatch(/^A1:[A-Z]+4$/u);
    const column = rows[0]?.indexOf("2023年企业销售总额（万元）") ?? -1;
    expect(rows.slice(1).map((row) => typeof row[column])).toEqual(["number", "number", "number"]);
  });
});

describe("LibreOffice", () => {
  it.skipIf(!tools.soffice)(
    "opens every document and prints the text",
    () => {
      const files = ["application.docx", "空表.docx", "草稿.docx", "plan.docx", "year-end.docx", "汇总表.xlsx"].map(at);
      execFileSync(
        "soffice",
        ["--headless", `-env:UserInstallation=file://${out}/profile`, "--convert-to", "pdf", "--outdir", out, ...files],
        { stdio: "ignore" },
      );
      for (const name of ["application", "空表", "草稿", "plan", "year-end", "汇总表"])
        expect(
          readFileSync(at(`${name}.pdf`))
            .subarray(0, 5)
            .toString(),
        ).toBe("%PDF-");
    },
    120_000,
  );
});
