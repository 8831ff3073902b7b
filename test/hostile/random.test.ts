import ExcelJS from "exceljs";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { beforeAll, expect, it } from "vitest";
import {
  deadlines,
  type FormDocument,
  ics,
  ledgerJson,
  ledgerMarkdown,
  type Report,
  summarize,
  track,
  wordRenderer,
} from "../../src/index.js";
import { ledgerText } from "../../src/report/ledger/text.js";
import { alignOffsets } from "../../src/text/align-offsets.js";
import { printedText } from "../../src/text/markdown.js";
import { picturesIn } from "../../src/text/pictures.js";
import { countWords, overflowAt } from "../../src/text/word-count.js";
import { checkFiles, checkTexts, forms, root } from "../support/check.js";
import { attachmentsIn, plain } from "../support/filings.js";
import { anyText, runs, slipped } from "../support/random-text.js";
import { rangeOf } from "../support/range-of.js";

// Random texts, values and documents: nothing crashes, nothing passes unchecked, every place is in the text.

let example: Report;
let filings: Report;
let base: FormDocument;
let fill: Awaited<ReturnType<typeof wordRenderer>>;
beforeAll(async () => {
  example = await checkFiles(["examples/hunan-2024/application.yaml"]);
  const tracked = "examples/hunan-2024/tracking/株洲市渌岸湾新能源装备产教联合体";
  filings = await checkFiles(
    ["计划", "总结"].map((kind) => `${tracked}/2025-年度工作${kind}.yaml`).concat(`${tracked}/2025-半年工作总结.yaml`),
  );
  base = example.documents[0] as FormDocument;
  fill = await wordRenderer(base.form, base.kindName, { forms });
});

async function holds(source: string): Promise<void> {
  const { documents, diagnostics } = await checkTexts({ "甲.yaml": source });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  // without an error it was read as a document of a form
  if (errors.length === 0) expect(documents.map(({ kindName }) => kindName)).toEqual(["推荐书"]);
  const lines = source.split("\n");
  for (const diagnostic of diagnostics) {
    const { message, related } = diagnostic;
    expect(message).not.toMatch(/undefined|\[object|NaN 项/u);
    for (const { start, end } of [diagnostic, ...related].map(rangeOf)) {
      expect(start.offset).toBeGreaterThanOrEqual(0);
      expect(end.offset).toBeGreaterThanOrEqual(start.offset);
      expect(end.offset).toBeLessThanOrEqual(source.length);
      expect(start.line).toBeLessThanOrEqual(lines.length);
      expect(start.column).toBeLessThanOrEqual((lines[start.line - 1] ?? "").length + 1);
    }
  }
}

it("checks any text", () => fc.assert(fc.asyncProperty(anyText, holds), runs(30)));

it("checks any text below the name of a form", () =>
  fc.assert(
    fc.asyncProperty(anyText, (rest) => holds(`表单: hunan-2024/推荐书\n${rest}`)),
    runs(25),
  ));

it("checks the example after slips", () => fc.assert(fc.asyncProperty(slipped, holds), runs(25)));

/** Every place of the example's data. */
function places(value: unknown, way: string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [way];
  return [way, ...Object.entries(value).flatMap(([key, inner]) => places(inner, [...way, key]))];
}

function withValue(data: unknown, [key, ...rest]: string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(data))
    return data.map((each, index) => (String(index) === key ? withValue(each, rest, value) : each));
  return { ...(data as object), [key]: withValue((data as Record<string, unknown>)[key], rest, value) };
}

const anyValue = fc.oneof(
  anyText,
  fc.double(),
  fc.constantFrom(null, true, [], {}, [[]], 1e308, -0, 2 ** 53),
  fc.jsonValue({ maxDepth: 3 }),
  fc.dictionary(
    fc.constantFrom("__proto__", "constructor", "名称", "2023", "数量", "单位"),
    fc.oneof(anyText, fc.integer()),
  ),
);

/** A document with other values in some places; JSON is YAML. */
const alteredFrom = (document: () => FormDocument) =>
  fc.func(fc.nat()).chain(() =>
    fc.array(fc.record({ at: fc.nat(), value: anyValue }), { minLength: 1, maxLength: 5 }).map((changes) => {
      let data: unknown = document().data;
      for (const { at, value } of changes) {
        const all = places(data).filter((way) => way.length > 0 && way[0] !== "表单");
        data = withValue(data, all[at % all.length] as string[], value);
      }
      return JSON.stringify(data);
    }),
  );
const altered = alteredFrom(() => base);

it("checks any value in any place", () => fc.assert(fc.asyncProperty(altered, holds), runs(30)));

it("renders and summarises whatever it could read", () =>
  fc.assert(
    fc.asyncProperty(altered, async (source) => {
      const report = await checkTexts({ "甲.yaml": source });
      const [document] = report.documents;
      if (!document) return;
      const word = unzipSync(fill(document, "草稿"));
      for (const [name, content] of Object.entries(word))
        if (/\.(?:xml|rels)$/u.test(name)) new SaxesParser().write(strFromU8(content)).close();
      // a tag left is one that was typed
      const left = strFromU8(word["word/document.xml"] as Uint8Array).match(/\{\{[^{}<]*\}\}/gu) ?? [];
      expect(left.filter((tag) => !source.includes(tag.slice(2, -2)))).toEqual([]);
      const book = await summarize(report, { forms, note: "草稿" });
      await new ExcelJS.Workbook().xlsx.load(book.slice().buffer);
      for (const [name, content] of Object.entries(unzipSync(book)))
        if (/^xl\/worksheets\/sheet/u.test(name)) expect(strFromU8(content)).not.toMatch(/<f[\s>/]/u);
    }),
    runs(6),
  ));

const filing = (index: number) => alteredFrom(() => filings.documents[index] as FormDocument);

it("keeps the books over whatever it could read", () =>
  fc.assert(
    fc.asyncProperty(filing(0), filing(1), filing(2), async (...sources) => {
      const texts = Object.fromEntries(sources.map((source, index) => [`${index}.yaml`, source]));
      const day = "2026-01-10";
      const report = await checkTexts(texts, { today: day });
      const tracking = { today: day, attachmentExists: attachmentsIn(root) };
      const ledger = track(report, tracking);
      const entered = [...ledger.consortia.flatMap(({ documents }) => documents), ...ledger.leftOut];
      expect(new Set(entered.map(({ file }) => file))).toEqual(new Set(Object.keys(texts)));
      for (const shown of [ledgerText(ledger, plain), ledgerMarkdown(ledger), ledgerJson(ledger)]) {
        expect(shown).not.toMatch(/undefined|\[object|NaN/u);
        expect(shown).not.toMatch(/(?!\n)[\p{Cc}\u2028-\u202e]/u);
      }
      const due = await deadlines(report, { forms, ...tracking });
      if (due.length > 0) expect(ics(due)).toMatch(/^(?:[^\r\n]{1,75}\r\n)+$/u);
    }),
    runs(25),
  ));

it("counts, prints and finds places in any text", () =>
  fc.assert(
    fc.property(anyText, anyText, fc.nat({ max: 20 }), (markdown, source, limit) => {
      const printed = printedText(markdown);
      const words = countWords(printed);
      const over = overflowAt(printed, limit);
      expect(over >= 0).toBe(words > limit);
      if (over >= 0) expect(countWords(printed.slice(0, over))).toBeLessThanOrEqual(limit);
      const aligned = alignOffsets(printed, source);
      expect(aligned).toHaveLength(printed.length);
      expect(aligned.every((at, index) => at >= (aligned[index - 1] ?? 0) && at <= source.length)).toBe(true);
      for (const { start, end } of picturesIn(markdown)) expect(markdown.slice(start, end)).toMatch(/^[!！].*[)）]$/su);
    }),
    runs(500),
  ));

it("reads a text alike whether anything in the document is markup or not", () => {
  const prose = fc
    .array(
      fc.constantFrom(
        ..."甲乙，。：；（）!！[]【】<>\\/_~`&=\"'“”^ \t\u3000\n\n\r1234.、)+-—>",
        "1.",
        "---",
        "http://a.b",
      ),
      {
        maxLength: 60,
      },
    )
    .map((parts) => parts.join(""));
  // in the narrative it is read after, but for the space around its lines
  const lines = (text: string) => text.split("\n").map((line) => line.trim());
  fc.assert(
    fc.property(prose, (text) => {
      expect(lines(printedText(`${text}\n\n**粗体**`))).toEqual(
        lines(`${printedText(text)}\n粗体`.replace(/^\n/u, "")),
      );
    }),
    runs(2000),
  );
});
