import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import ExcelJS from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import { root } from "../support/check.js";
import { emptyFolder, ptc } from "../support/run.js";
import { readWord } from "../support/word.js";

// Another notice that differs from the package's in nothing but its words, its fonts and its paper. What is said of its
// documents must differ in the same words: one that stood in the code would stay as it was.

/** Words of the notice and its forms, and others of the same length. What ends in 片区 and 地区 is nobody's word. */
const OTHERS: [RegExp, string][] = [
  [/hunan/gu, "outer"],
  [/湘教通/gu, "岭教通"],
  [/湖南/gu, "岭南"],
  [/长沙/gu, "长河"],
  [/株洲/gu, "株江"],
  [/联合体/gu, "共同体"],
  [/市州/gu, "地盟"],
  [/全省/gu, "全域"],
  [/推荐书/gu, "自荐表"],
  [/附件(?=[1-4])/gu, "附表"],
  [/上年/gu, "前期"],
  [/本年/gu, "当期"],
  [/半年/gu, "季中"],
  [/年终/gu, "岁末"],
  [/观测点/gu, "评估点"],
  [/基本指标/gu, "基础指标"],
  [/主导产业/gu, "支柱产业"],
  [/核心产业/gu, "核心门类"],
  [/牵头(?=学校|企业|院校)/gu, "领衔"],
  [/建设规划/gu, "发展规划"],
  [/支撑材料/gu, "证明材料"],
  [/报送日期/gu, "递交日期"],
  [/典型案例/gu, "优秀事例"],
  [/目标值/gu, "指标值"],
  [/实际值/gu, "实得值"],
  [/完成时间/gu, "办结时间"],
  [/已完成/gu, "已办结"],
  [/已调整/gu, "已变更"],
  [/封面和文字部分/gu, "首页和叙述部分"],
  [/通知没有分值/gu, "文件没有分值"],
  [/人员总数/gu, "人员总计"],
  [/情况说明/gu, "有关说明"],
  [/公章/gu, "钤印"],
  [/园/gu, "港"],
  [/(?<![片地])区/gu, "湾"],
  [/基地/gu, "码头"],
];
const inOtherWords = (text: string) => OTHERS.reduce((said, [word, other]) => said.replace(word, other), text);

const TYPOGRAPHY = `page: {width: 215.9, height: 279.4}
margins: {top: 20, bottom: 20, left: 28.95, right: 28.95, gutter: 0, header: 12, footer: 12}
cover: [36, 92, 30]
styles:
  body: {font: 楷体_GB2312, size: 11, line: 15}
  mark: {font: 隶书, size: 14, line: 20}
  title: {font: 华文中宋, size: 20, line: 30}
  cover: {size: 15, line: 20}
  pageTitle: {font: 隶书, size: 15, line: 30}
  pageItem: {after: 4}
  heading: {font: 隶书, size: 13, line: 20}
  note: {size: 8}
`;

/** One park in two spellings, a part of it, and another park in two spellings. */
const PARKS = {
  甲: "长沙高新技术产业园区",
  乙: "长沙高新区",
  丙: "长沙高新技术产业园隆平科技基地",
  丁: "长沙产业园区",
  戊: "长沙产业园",
};

let ours: string;
let theirs: string;

beforeAll(() => {
  [ours, theirs] = [emptyFolder(), emptyFolder()];
  cpSync(path.join(root, "examples/hunan-2024"), ours, { recursive: true });
  mkdirSync(path.join(ours, "parks"));
  for (const [name, park] of Object.entries(PARKS))
    writeFileSync(
      path.join(ours, "parks", `${name}.yaml`),
      `表单: hunan-2024/推荐书\n联合体名称: ${name}联合体\n推荐市州: 长沙市\n依托园区: ${park}\n`,
    );
  rewrite(path.join(root, "schemas/hunan-2024"), path.join(theirs, "forms/schemas/outer-2024"));
  writeFileSync(path.join(theirs, "forms/schemas/outer-2024/typography.yaml"), TYPOGRAPHY);
  rewrite(ours, theirs);
});

/** Copies a folder, its names and texts in other words. */
function rewrite(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, inOtherWords(entry.name))];
    if (entry.isDirectory()) rewrite(source, target);
    else if (/\.(?:ya?ml|json)$/u.test(entry.name)) writeFileSync(target, inOtherWords(readFileSync(source, "utf8")));
    else cpSync(source, target);
  }
}

/** Runs a command on our documents and on theirs. */
async function both(...args: string[]) {
  const today = "2026-01-10";
  const own = await ptc(args, { cwd: ours, today });
  const other = await ptc(["--forms", path.join(theirs, "forms"), ...args.map(inOtherWords)], { cwd: theirs, today });
  return { own, other };
}

/** Two files that a command wrote: ours and theirs. */
function written(file: string): [Buffer, Buffer] {
  return [readFileSync(path.join(ours, file)), readFileSync(path.join(theirs, inOtherWords(file)))];
}

describe("what is said is said in the form's words", () => {
  it.each([
    ["validate", "application.yaml", "city", "tracking", "broken", "--format", "json"],
    ["checklist", "application.yaml", "--format", "markdown"],
    ["coverage", "city"],
    ["track", "application.yaml", "city", "tracking"],
    ["deadlines", "tracking"],
    ["status", "application.yaml"],
  ])("by %s", async (...args) => {
    const { own, other } = await both(...args);
    expect(own.out.length).toBeGreaterThan(200);
    expect(other).toEqual({ code: own.code, out: inOtherWords(own.out), err: inOtherWords(own.err) });
  });

  it("by rules that know parks by their names", async () => {
    const { own, other } = await both("validate", "parks", "--draft", "--format", "concise");
    const found = own.out
      .split("\n")
      .flatMap((line) => /(parks\S+?\.yaml).* ((?:one-per|park-within)-park) /u.exec(line)?.slice(1).join(" ") ?? []);
    expect(found).toEqual([
      "parks/丙.yaml park-within-park",
      "parks/戊.yaml one-per-park",
      "parks/甲.yaml one-per-park",
    ]);
    expect(other.out).toBe(inOtherWords(own.out));
  });

  it("on the page of all", async () => {
    const { own, other } = await both("report", "application.yaml", "city", "tracking", "--html");
    expect(other).toEqual({ ...own, err: inOtherWords(own.err) });
    const [ourPage, theirPage] = written("报告.html").map(String);
    expect(theirPage).toBe(inOtherWords(linksInWords(ourPage as string)));
  });

  it.each([
    ["summarize", "application.yaml", "city", "--xlsx", "-o", "out.xlsx"],
    ["checklist", "application.yaml", "--xlsx", "-o", "out.xlsx"],
    ["coverage", "city", "--xlsx", "-o", "out.xlsx"],
    ["track", "tracking", "--xlsx", "-o", "out.xlsx"],
  ])("in the workbook of %s", async (...args) => {
    const { own, other } = await both(...args);
    expect([own.code, other.code]).toEqual([0, 0]);
    const [ourSheets, theirSheets] = await Promise.all(written("out.xlsx").map(sheetsOf));
    expect(theirSheets?.cells).toEqual(ourSheets?.cells.map(inOtherWords));
    expect(theirSheets?.fonts).toEqual(
      new Set(args[0] === "summarize" ? ["楷体_GB2312", "华文中宋", "隶书"] : ["楷体_GB2312"]),
    );
    expect(theirSheets?.papers).toEqual(new Set([1]));
  });
});

it("Word files are set in the form's fonts on its paper", async () => {
  const { own, other } = await both("render", "application.yaml", "--docx");
  expect([own.code, other.code]).toEqual([0, 0]);
  const [ourWord, theirWord] = written("application.docx").map(readWord);
  expect(theirWord?.lines).toEqual(ourWord?.lines.map(inOtherWords));
  expect(JSON.stringify(theirWord?.tables)).toBe(inOtherWords(JSON.stringify(ourWord?.tables)));
  const all = ["document", "styles", "header1", "footer1", "footnotes"].map((part) =>
    theirWord?.part(`word/${part}.xml`),
  );
  const fonts = [...all.join("").matchAll(/w:(?:eastAsia|ascii)="([^"]*)"/gu)].map(([, font]) => font);
  expect(new Set(fonts)).toEqual(new Set(["楷体_GB2312", "隶书", "华文中宋"]));
  expect(all[0]).toContain('<w:pgSz w:w="12240" w:h="15840"');
  expect(theirWord?.part("word/settings.xml")).not.toContain("mirrorMargins");
  expect(ourWord?.part("word/settings.xml")).toContain("mirrorMargins");
});

async function sheetsOf(bytes: Buffer): Promise<{ cells: string[]; fonts: Set<string>; papers: Set<number> }> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer as ArrayBuffer);
  const found = { cells: [] as string[], fonts: new Set<string>(), papers: new Set<number>() };
  for (const sheet of workbook.worksheets) {
    found.cells.push(sheet.name);
    found.papers.add(Number(sheet.pageSetup.paperSize));
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        found.cells.push(cell.text);
        found.fonts.add(String(cell.font?.name));
      });
    });
  }
  return found;
}

/** A page whose addresses of files are spelled out. */
function linksInWords(page: string): string {
  return page.replace(/(?<=href=")[^"#][^"]*/gu, (link) => encodeURI(inOtherWords(decodeURI(link))));
}
