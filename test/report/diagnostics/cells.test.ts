import { readFileSync } from "node:fs";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import ExcelJS from "exceljs";
import { marked, type Tokens } from "marked";
import { SaxesParser } from "saxes";
import { beforeAll, describe, expect, it } from "vitest";
import {
  concise,
  type Diagnostic,
  github,
  hasAttachment,
  json,
  junit,
  type Ledger,
  ledgerJson,
  ledgerMarkdown,
  ledgerWorkbook,
  markdown,
  provincePage,
  type Report,
  sarif,
  summarize,
  track,
} from "../../../src/index.js";
import { pretty } from "../../../src/report/diagnostics/pretty.js";
import { ledgerText } from "../../../src/report/ledger/text.js";
import { showControlCharacters } from "../../../src/text/printable.js";
import { checkTexts, forms, root } from "../../support/check.js";
import { application, filed, plan, yearEnd } from "../../support/filings.js";
import { HOSTILE, hostileReport } from "../../support/hostile-report.js";
import { readPage } from "../../support/html.js";
import { inWord, wordReport } from "../../support/word-report.js";

// A Word file has no lines: every report names the cell instead.

const plain = (text: string) => text;
const paint = { bold: plain, dim: plain, red: plain, yellow: plain, green: plain, cyan: plain };
const version = "1.0.0";
const look = { paint, width: 100 };

const place = { kind: "cell", table: 2, row: 5, column: 3, label: "人员总数" } as const;
const finding: Diagnostic = {
  ruleId: "unit-slip",
  severity: "error",
  file: "推荐书.docx",
  pointer: "/人员总数",
  place,
  message: "大得离奇",
  related: [{ file: "计划.docx", place: { ...place, part: "word/footnotes.xml", table: 1 }, message: "计划里的" }],
};
const report: Report = {
  files: [finding.file],
  // bytes of a Word file read as text are nothing to show
  texts: new Map([[finding.file, "PK\u0003\u0004\n".repeat(20)]]),
  documents: [],
  diagnostics: [finding],
  unreadable: false,
};

/** A schema with every key that it does not describe refused. */
function closed(name: string): (value: unknown) => unknown[] {
  const schema = JSON.parse(readFileSync(path.join(root, "schemas", name), "utf8"), (_, value) =>
    value?.type === "object" && value.properties ? { ...value, additionalProperties: false, $id: undefined } : value,
  );
  const check = new Ajv2020({ allErrors: true, strictTypes: false }).compile(schema);
  return (value) => {
    check(value);
    return check.errors ?? [];
  };
}

describe("a finding in a cell", () => {
  it("on one line", () => {
    expect(concise(report)).toBe("推荐书.docx 表2 第5行第3格「人员总数」: 错误 unit-slip 大得离奇\n");
  });

  it("for people, without lines of text", () => {
    expect(pretty(report, look).split("\n").slice(0, 3)).toEqual([
      "推荐书.docx 表2 第5行第3格「人员总数」  错误  unit-slip  大得离奇",
      "   另见:计划.docx word/footnotes.xml 表1 第5行第3格「人员总数」  计划里的",
      "",
    ]);
  });

  it("as JSON that the schema describes: a cell in the place of a range", () => {
    const written = JSON.parse(json(report));
    expect(closed("report.schema.json")(written)).toEqual([]);
    const [diagnostic] = written.diagnostics;
    expect(diagnostic.cell).toEqual({ table: 2, row: 5, column: 3, label: "人员总数" });
    expect(diagnostic.related[0].cell).toEqual({
      part: "word/footnotes.xml",
      table: 1,
      row: 5,
      column: 3,
      label: "人员总数",
    });
    for (const each of [diagnostic, diagnostic.related[0]]) {
      expect(each).not.toHaveProperty("range");
      expect(each).not.toHaveProperty("place");
    }
    const { cell: _, ...nowhere } = diagnostic;
    expect(closed("report.schema.json")({ ...written, diagnostics: [nowhere] })).not.toEqual([]);
    const offsets = { ...place, offsets: { start: 3, end: 9 } };
    const more = JSON.parse(json({ ...report, diagnostics: [{ ...finding, place: offsets }] }));
    expect(more.diagnostics[0].cell.offsets).toEqual({ start: 3, end: 9 });
    expect(closed("report.schema.json")(more)).toEqual([]);
  });

  it("as a workflow command: the file, and the cell in the text", async () => {
    expect(await github(report)).toBe(
      "::error file=推荐书.docx,title=unit-slip::表2 第5行第3格「人员总数」%0A大得离奇%0A另见:计划.docx word/footnotes.xml 表1 第5行第3格「人员总数」  计划里的\n",
    );
  });

  it("as SARIF: a logical location", async () => {
    const [result] = JSON.parse(sarif(report, { version })).runs[0].results;
    expect(result.locations).toEqual([
      {
        physicalLocation: { artifactLocation: { uri: encodeURIComponent(finding.file), index: 0 } },
        logicalLocations: [
          { name: "人员总数", fullyQualifiedName: "推荐书.docx 表2 第5行第3格「人员总数」", kind: "cell" },
        ],
      },
    ]);
    expect(result.relatedLocations[0].logicalLocations[0].fullyQualifiedName).toBe(
      "计划.docx word/footnotes.xml 表1 第5行第3格「人员总数」",
    );
  });

  it("as JUnit XML", async () => {
    expect(await junit(report)).toContain(">推荐书.docx 表2 第5行第3格「人员总数」  错误  unit-slip\n大得离奇\n");
  });

  it("as Markdown: the column is for places, not for lines", async () => {
    const text = await markdown(report);
    const [table] = marked.lexer(text).filter((token): token is Tokens.Table => token.type === "table");
    expect(table?.header.map((cell) => cell.text)).toEqual(["位置", "级别", "问题", "办法", "依据", "规则"]);
    expect(table?.rows[0]?.[0]?.text).toBe("表2 第5行第3格「人员总数」");
    expect(text).toContain("另见 计划.docx word/footnotes.xml 表1 第5行第3格「人员总数」:计划里的");
  });

  it("whatever its label holds", async () => {
    const diagnostics = hostileReport().diagnostics.map((each, index) => ({
      ...each,
      place: { ...place, label: HOSTILE[index] as string },
    }));
    const hostile = { ...hostileReport(), diagnostics };
    const texts = [concise(hostile), pretty(hostile, look), json(hostile), await github(hostile)];
    texts.push(sarif(hostile, { version }), await junit(hostile), await markdown(hostile));
    for (const text of texts) expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}\u2028-\u202e]/u);
    expect(concise(hostile).split("\n")).toHaveLength(HOSTILE.length + 1);
    expect((await github(hostile)).split("\n")).toHaveLength(HOSTILE.length + 1);
    expect(
      JSON.parse(json(hostile)).diagnostics.map((each: Diagnostic & { cell: typeof place }) => each.cell.label),
    ).toEqual(HOSTILE);
    expect(JSON.parse(sarif(hostile, { version })).runs[0].results).toHaveLength(HOSTILE.length);
    const parser = new SaxesParser();
    parser.on("error", (error) => {
      throw error;
    });
    parser.write(await junit(hostile)).close();
    const tables = marked
      .lexer(await markdown(hostile))
      .filter((token): token is Tokens.Table => token.type === "table");
    expect(tables).toHaveLength(HOSTILE.length);
    for (const table of tables) expect([table.rows.length, table.rows[0]?.length]).toEqual([1, 6]);
  });
});

describe("documents read from Word files", () => {
  const today = "2026-01-10";
  let word: Report;
  let ledger: Ledger;
  beforeAll(async () => {
    const texts = {
      "推荐书.yaml": application({ 2025: 600 }),
      "24总结.yaml": yearEnd(2024, ["已完成", "未完成"]),
      "计划.yaml": plan(2025, { 报送: filed("2025-03-01") }),
      "总结.yaml": yearEnd(2025, ["已完成", "未完成"]),
      "不明.yaml": "表单: hunan-2024/年度工作总结\n",
    };
    word = wordReport(await checkTexts(texts, { today, draft: true }));
    ledger = track(word, {
      today,
      attachmentExists: ({ source }, name) => hasAttachment(path.join(root, source.file), name),
    });
  });

  it("in the ledger, for people and as Markdown", () => {
    const line = /^ +计划\.docx 表2 第5行第3格「报送日期」 {2}报送日期$/mu;
    expect(ledgerText(ledger, paint)).toMatch(line);
    expect(ledgerText(ledger, paint)).toMatch(/^不明\.docx 表2 第5行第3格「表单」 {2}没有列入台账/mu);
    expect(ledgerMarkdown(ledger)).toContain("计划.docx 表2 第5行第3格「报送日期」 报送日期");
    expect(ledgerText(ledger, paint)).not.toMatch(/\.docx:|undefined/u);
  });

  it("in the ledger as JSON that the schema describes", () => {
    const written = JSON.parse(ledgerJson(ledger));
    expect(closed("ledger.schema.json")(written)).toEqual([]);
    const cells = JSON.stringify(written).match(/"cell":/gu) ?? [];
    expect(cells.length).toBeGreaterThan(5);
    expect(JSON.stringify(written)).not.toContain('"line":');
  });

  it("in the ledger's workbook", async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await ledgerWorkbook(ledger)).buffer as ArrayBuffer);
    const alerts =
      book
        .getWorksheet("提醒")
        ?.getSheetValues()
        .map((row) => JSON.stringify(row)) ?? [];
    expect(alerts.join("\n")).toContain("计划.docx 表2 第5行第3格「报送日期」 报送日期");
  });

  it("on the province's page: the cell, and a link to the file", async () => {
    const page = readPage(await provincePage(word, { forms, today, hrefOf: (file) => encodeURIComponent(file) }));
    const places = page.all.filter((each) => each.attribute("class") === "place");
    const late = places.find((each) => each.text === "计划.docx 表2 第5行第3格「报送日期」");
    expect(decodeURIComponent(late?.attribute("href") ?? "")).toBe("计划.docx");
    expect(word.diagnostics.length).toBeGreaterThan(0);
    for (const { file, pointer } of word.diagnostics) {
      const label = pointer.split("/").at(-1) || "封面";
      expect(places.map((each) => each.text)).toContain(`${file} 表2 第5行第3格「${label}」`);
    }
  });

  it("in the city's summary: the cell stands in the column of lines", async () => {
    const applications = { ...word, documents: word.documents.filter(({ kindName }) => kindName === "推荐书") };
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await summarize(applications, { forms })).buffer as ArrayBuffer);
    const rows = book.getWorksheet("校验结果")?.getSheetValues().slice(2) as unknown[][];
    expect(rows).toHaveLength(word.diagnostics.length);
    const [first] = word.diagnostics as [Diagnostic];
    expect(rows[0]?.slice(1, 5)).toEqual([
      inWord(first.file),
      `表2 第5行第3格「${showControlCharacters(first.pointer.split("/").at(-1) || "封面")}」`,
      undefined,
      first.severity === "error" ? "错误" : "警告",
    ]);
  });
});
