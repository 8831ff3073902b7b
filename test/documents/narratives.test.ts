import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { pictureFinder, wordRenderer } from "../../src/index.js";
import { checkTexts, forms, root } from "../support/check.js";
import { WHITE, writePng } from "../support/picture.js";
import { emptyFolder } from "../support/run.js";
import { tools } from "../support/tools.js";
import { wordFaults } from "../support/validator.js";
import { readWord } from "../support/word.js";
import { find, findAll, type Node, parseXml, writeXml } from "../support/xml.js";

// What becomes of the one paragraph a narrative's tag stands in when the narrative has many.

const shipped = readFileSync(path.join(root, "templates/hunan-2024/推荐书.docx"));
const folder = emptyFolder();

beforeAll(() => {
  mkdirSync(path.join(folder, "图"));
  writeFileSync(
    path.join(folder, "图/a.png"),
    writePng({ width: 8, height: 8, levels: new Uint8Array(64).fill(WHITE) }),
  );
});

async function fill(plan: string, template: Uint8Array = shipped): Promise<Uint8Array> {
  const text = stringify({ 表单: "hunan-2024/推荐书", 联合体名称: "甲", 建设规划: plan });
  const [document] = (await checkTexts({ "a.yaml": text }, { draft: true })).documents;
  if (!document) throw new Error("not read");
  const options = { forms, template, findPicture: pictureFinder(folder) };
  return (await wordRenderer(document.form, document.kindName, options))(document);
}

function bodyOf(word: Uint8Array): Node {
  return find(parseXml(readWord(word).part("word/document.xml")), "w:body")[0] as Node;
}

const TABLE = "| 甲 | 乙 | 丙 |\n| --- | --- | --- |\n| 一 | 二 | 三 |\n| 四 | 五 | 六 |";
const PICTURE = "![图](图/a.png)";

describe("the last paragraph of a section, on a new page", () => {
  /** The tag alone in the body instead of in its table; the section it ends has the page of the next. */
  function template(): Uint8Array {
    const parts = unzipSync(shipped);
    const top = parseXml(strFromU8(parts["word/document.xml"] as Uint8Array));
    const body = find(top, "w:body")[0] as Node;
    const at = body.children.findIndex((child) => textOf(child).includes("{{建设规划}}"));
    const paragraph = findAll(body.children[at] as Node, "w:p").find((each) => textOf(each) === "{{建设规划}}") as Node;
    Object.assign(paragraph.attributes, { "w14:paraId": "1A2B3C4D", "w14:textId": "77777777" });
    const properties = find(paragraph, "w:pPr")[0] as Node;
    properties.children.unshift({ name: "w:pageBreakBefore", attributes: {}, children: [], text: "" });
    const page = find(body, "w:sectPr").at(-1) as Node;
    properties.children.push({ ...page, children: page.children.filter(({ name }) => /pgSz|pgMar/u.test(name)) });
    body.children.splice(at, 1, paragraph);
    parts["word/document.xml"] = strToU8(writeXml(top));
    return zipSync(parts);
  }

  it.each([
    ["one paragraph", "第一段。", 1],
    ["paragraphs", "第一段。\n第二段。\n第三段。", 3],
    ["nothing", "", 1],
    ["a table", TABLE, 2],
    ["a table, then text", `${TABLE}\n\n后文。`, 2],
    ["text, then a table", `前文。\n\n${TABLE}`, 3],
    ["two tables", `${TABLE}\n\n${TABLE}`, 4],
    ["a picture", PICTURE, 1],
    ["a picture, then text", `${PICTURE}\n后文。`, 2],
    ["text, then a picture", `前文。\n${PICTURE}`, 2],
  ])("with %s: one new page, one section, one name", async (_, plan, count) => {
    const before = bodyOf(template());
    const bytes = await fill(plan, template());
    const body = bodyOf(bytes);
    const heading = body.children.findIndex((child) => textOf(child) === "4.建设规划");
    const next = body.children.findIndex((child) => textOf(child) === "5.申报承诺");
    const printed = body.children.slice(heading + 1, next);
    expect(printed).toHaveLength(count);

    expect(findAll(body, "w:sectPr")).toHaveLength(findAll(before, "w:sectPr").length);
    expect(printed.map((each) => findAll(each, "w:sectPr").length)).toEqual([...Array(count - 1).fill(0), 1]);

    expect(findAll(body, "w:pageBreakBefore")).toHaveLength(findAll(before, "w:pageBreakBefore").length);
    const first = [...findAll(printed[0] as Node, "w:p"), printed[0] as Node].find(
      ({ name }) => name === "w:p",
    ) as Node;
    expect(findAll(first, "w:pageBreakBefore")).toHaveLength(1);

    const names = findAll(body, "w:p").flatMap(({ attributes }) => attributes["w14:paraId"] ?? []);
    expect(names.length).toBeLessThanOrEqual(1);
  });

  it.skipIf(!tools.validator)("is sound whatever it begins and ends with", async () => {
    for (const plan of [`${TABLE}\n\n${TABLE}`, `${PICTURE}\n后文。`, `前文。\n${PICTURE}`])
      expect(await wordFaults(await fill(plan, template())), plan).toEqual([]);
  });
});

describe("a table in a narrative", () => {
  const wide = (columns: number) =>
    ["甲", "---", "乙", "丙"].map((cell) => `|${`${cell}|`.repeat(columns)}`).join("\n");

  it.each([1, 2, 3, 7, 24])("of %i columns takes the width of its cell", async (columns) => {
    const cell = findAll(bodyOf(await fill(wide(columns))), "w:tc").find((each) =>
      textOf(each).includes("1000字"),
    ) as Node;
    const width = (node: Node, name: string) => Number(find(node, name)[0]?.attributes["w:w"]);
    const room = width(cell, "w:tcW") - width(find(cell, "w:tcMar")[0] as Node, "w:left") * 2;
    const table = find(cell, "w:tbl")[0] as Node;
    const total = width(table, "w:tblW");
    expect(total).toBeLessThanOrEqual(room);
    expect(total).toBeGreaterThan(room - columns);
    const grid = findAll(table, "w:gridCol").map(({ attributes }) => Number(attributes["w:w"]));
    expect(grid).toHaveLength(columns);
    expect(sum(grid)).toBe(total);
    const rows = find(table, "w:tr");
    expect(rows).toHaveLength(3);
    for (const row of rows) expect(sum(find(row, "w:tc").map((each) => width(each, "w:tcW")))).toBe(total);
  });

  it("repeats its header, in bold, and splits no row", async () => {
    const table = findAll(bodyOf(await fill(TABLE)), "w:tbl").find(
      (each) => textOf(each) === "甲乙丙一二三四五六",
    ) as Node;
    const rows = find(table, "w:tr");
    expect(rows.map((row) => find(row, "w:tblHeader").length)).toEqual([1, 0, 0]);
    expect(rows.map((row) => find(row, "w:cantSplit").length)).toEqual([1, 1, 1]);
    expect(rows.map((row) => findAll(row, "w:b").length)).toEqual([3, 0, 0]);
  });
});

function sum(numbers: number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

function textOf(node: Node): string {
  return findAll(node, "w:t")
    .map(({ text }) => text)
    .join("");
}
