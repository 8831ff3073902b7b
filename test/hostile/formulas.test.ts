import ExcelJS from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, expect, it } from "vitest";
import { checklists, checklistWorkbook, type Data, type Report, summarize } from "../../src/index.js";
import type { DiagnosticId } from "../../src/model/diagnostic-ids.js";
import { BEGINNING } from "../../src/model/place.js";
import { checkFiles, checkTexts, forms } from "../support/check.js";

// What begins like a formula is text in every sheet, wherever it was typed.

const STARTS = [
  "=",
  "+",
  "-",
  "@",
  "\t=",
  "\r=",
  "\n=",
  "＝",
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://x","y")',
  "=1+1",
  "{=1}",
];

let clean: Report;
beforeAll(async () => {
  clean = await checkFiles(["examples/hunan-2024/application.yaml"]);
});

/** Data with every text replaced. */
function typed(data: Data, text: string): Data {
  if (typeof data === "string") return text;
  if (Array.isArray(data)) return data.map((each) => typed(each, text));
  if (typeof data === "object" && data !== null)
    return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, typed(value, text)]));
  return data;
}

async function withoutFormulas(bytes: Uint8Array): Promise<string[]> {
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    if (!/^xl\/worksheets\/sheet\d+\.xml$/u.test(name)) continue;
    const xml = strFromU8(content);
    expect(xml).not.toMatch(/<f[\s>/]|<hyperlink|t="str"/u);
  }
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  const texts: string[] = [];
  for (const sheet of workbook.worksheets)
    sheet.eachRow((row) => {
      row.eachCell(({ value, type }) => {
        expect([
          ExcelJS.ValueType.String,
          ExcelJS.ValueType.Number,
          ExcelJS.ValueType.Null,
          ExcelJS.ValueType.Merge,
        ]).toContain(type);
        texts.push(String(value));
      });
    });
  return texts;
}

it.each(STARTS)("%j in every field, file name and message", async (start) => {
  const text = `${start}甲`;
  const [document] = clean.documents;
  if (!document) throw new Error("not read");
  const said = {
    ruleId: text as DiagnosticId,
    severity: "error" as const,
    pointer: "",
    message: text,
    hint: text,
    clause: text,
    related: [],
  };
  const report: Report = {
    ...clean,
    files: [text],
    documents: [{ ...document, source: { ...document.source, file: text }, data: typed(document.data, text) as never }],
    diagnostics: [{ ...said, file: text, place: BEGINNING }],
  };
  const summary = await withoutFormulas(await summarize(report, { forms, unit: text, contact: text, note: text }));
  expect(summary.filter((each) => each.includes("甲")).length).toBeGreaterThan(10);
  await withoutFormulas(await checklistWorkbook(await checklists(report)));
});

it("as YAML, from a file of such a name", async () => {
  const report = await checkTexts({
    "=1+1.yaml": '表单: hunan-2024/推荐书\n联合体名称: "=1+1"\n"=1+1": "=1+1"\n推荐市州: "=1"\n',
  });
  const texts = await withoutFormulas(await summarize(report, { forms, note: "=1+1" }));
  expect(texts).toContain("=1+1");
  expect(texts).toContain("=1+1.yaml");
});
