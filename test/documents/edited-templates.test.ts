import { readFileSync } from "node:fs";
import path from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { type FormDocument, pictureFinder, wordRenderer } from "../../src/index.js";
import { checkFiles, checkTexts, forms, root } from "../support/check.js";
import { plan, yaml } from "../support/full-filings.js";
import { resaved } from "../support/office-convert.js";
import { tools } from "../support/tools.js";
import { wordFaults } from "../support/validator.js";
import { readWord, texts, type WordDocument } from "../support/word.js";
import { find, findAll, type Node, parseXml, writeXml } from "../support/xml.js";

// The shipped template, also as LibreOffice saves it - every tag in three runs, other style names, no hints -
// and then changed as people change templates: every cell must read as with the shipped one.

const EXAMPLE = "examples/hunan-2024/city/新能源装备产教联合体.yaml";
const templateOf = (kind: string) => readFileSync(path.join(root, `templates/hunan-2024/${kind}.docx`));
const shipped = templateOf("推荐书");
/** Has a row for each entry of a list. */
const listing = templateOf("年度工作计划");

let document: FormDocument;
let plain: WordDocument;

beforeAll(async () => {
  document = (await checkFiles([EXAMPLE])).documents[0] as FormDocument;
  plain = readWord(await fill(shipped));
});

async function fill(template: Uint8Array, filled = document): Promise<Uint8Array> {
  const options = { forms, template, findPicture: pictureFinder(root) };
  return (await wordRenderer(filled.form, filled.kindName, options))(filled);
}

const CONTINUED = "(continues the cell above)";

/** What every cell reads, by table, row and cell. */
type Cells = Record<string, string>;

function cellsOf({ tables }: WordDocument): Cells {
  return Object.fromEntries(
    tables.flatMap((rows, table) =>
      rows.flatMap((row, line) =>
        row.map(({ text, continued }, cell) => [`${table}.${line}.${cell}`, continued ? CONTINUED : text]),
      ),
    ),
  );
}

const saved: [string, string[]][] = [
  ["as shipped", []],
  ["saved by LibreOffice", ["docx"]],
  ["saved by LibreOffice as odt, and as docx again", ["odt", "docx"]],
];

/** What a person, or Word, does to a template's body, and what it does to the cells; may look at the filled body. */
type Edit = (body: Node, cells: Cells) => ((filled: Node) => void) | undefined;

const WORKERS = "办学成效和服务能力.企业情况.企业职工总数";
const ASSETS = "办学成效和服务能力.企业情况.企业资产总额";

const edits: [string, Edit][] = [
  [
    "two columns have changed places",
    (body, cells) => {
      const moved = rowsOf(body).filter(({ row }) => /\.2022\}\}.*\.2023\}\}/su.test(textOf(row)));
      expect(moved.length).toBeGreaterThan(10);
      for (const { key, row } of moved) {
        row.children.splice(-2, 2, row.children.at(-1) as Node, row.children.at(-2) as Node);
        const count = find(row, "w:tc").length;
        swap(cells, `${key}.${count - 1}`, `${key}.${count - 2}`);
      }
      return undefined;
    },
  ],
  [
    "a tag has been moved to another cell",
    (body, cells) => {
      const [one, two] = [cellWith(body, WORKERS), cellWith(body, ASSETS)];
      [one.cell.children, two.cell.children] = [two.cell.children, one.cell.children];
      swap(cells, one.key, two.key);
      return undefined;
    },
  ],
  [
    "a cell has been made bold",
    (body, cells) => {
      const { cell, key } = cellWith(body, WORKERS);
      for (const properties of findAll(cell, "w:rPr").filter(({ children }) => children.length > 0))
        properties.children.splice(1, 0, node("w:b"));
      const value = cells[key] as string;
      return (filled) => {
        const run = findAll(filled, "w:r").find((each) => textOf(each) === value) as Node;
        expect(find(run, "w:b")).toHaveLength(1);
      };
    },
  ],
  [
    "a narrative's tag has been put into a table of somebody's own",
    (body, cells) => {
      const { cell, key } = cellWith(body, "建设规划");
      const at = cell.children.findIndex((each) => textOf(each) === "{{建设规划}}");
      const column = (inside: Node) => node("w:tc", {}, [node("w:tcPr"), inside]);
      const own = node("w:tbl", {}, [
        node("w:tblPr", {}, [node("w:tblW", { "w:w": "8000", "w:type": "dxa" })]),
        node("w:tblGrid", {}, [node("w:gridCol", { "w:w": "2000" }), node("w:gridCol", { "w:w": "6000" })]),
        node("w:tr", {}, [column(node("w:p", {}, [textRun("规划")])), column(cell.children[at] as Node)]),
      ]);
      cell.children.splice(at, 1, own, node("w:p"));
      const [limit, ...lines] = (cells[key] as string).split("\n");
      cells[key] = [limit, `规划\t${lines.join("\n")}`, ""].join("\n");
      return (filled) => {
        // the narrative's own table fits the column: 6000 less the usual margins
        const widths = findAll(filled, "w:tbl").map((table) => Number(find(table, "w:tblW")[0]?.attributes["w:w"]));
        expect(widths.filter((width) => width <= 6000 - 2 * 108 && width > 6000 - 2 * 108 - 3)).toHaveLength(1);
      };
    },
  ],
  [
    "Word has noted sessions and languages",
    (body) => {
      for (const paragraph of findAll(body, "w:p"))
        Object.assign(paragraph.attributes, { "w:rsidR": "00A77B3E", "w:rsidRDefault": "00A77B3E" });
      for (const run of findAll(body, "w:r")) {
        run.attributes["w:rsidRPr"] = "00D12F4A";
        const properties = find(run, "w:rPr")[0];
        properties?.children.push(node("w:lang", { "w:val": "en-US", "w:eastAsia": "zh-CN" }));
      }
      return undefined;
    },
  ],
  [
    "old Word has taken words for measures",
    (body) => {
      for (const paragraph of tagged(body))
        paragraph.children = paragraph.children.map((child) =>
          child.name === "w:r"
            ? node("w:smartTag", { "w:uri": "urn:schemas-microsoft-com:office:smarttags", "w:element": "chmetcnv" }, [
                node("w:smartTagPr", {}, [
                  node("w:attr", {
                    "w:name": "UnitName",
                    "w:uri": "urn:schemas-microsoft-com:office:smarttags",
                    "w:val": "m",
                  }),
                ]),
                child,
              ])
            : child,
        );
      return undefined;
    },
  ],
  [
    "Word has found fault with the spelling",
    (body) => {
      for (const paragraph of tagged(body))
        paragraph.children = paragraph.children.flatMap((child) =>
          child.name === "w:r"
            ? [node("w:proofErr", { "w:type": "gramStart" }), child, node("w:proofErr", { "w:type": "gramEnd" })]
            : [child],
        );
      return undefined;
    },
  ],
  [
    "a tab and a hyphen that does not break have been put beside a tag",
    (body, cells) => {
      const { cell, key } = cellWith(body, WORKERS);
      const paragraph = find(cell, "w:p")[0] as Node;
      paragraph.children.splice(1, 0, node("w:r", {}, [node("w:tab")]));
      paragraph.children.push(node("w:r", {}, [node("w:noBreakHyphen")]));
      const value = cells[key] as string;
      return (filled) => {
        const line = findAll(filled, "w:p").find((each) => textOf(each) === value && find(each, "w:tab").length > 0);
        const kinds = line?.children.filter(({ name }) => name === "w:r").map((run) => run.children.at(-1)?.name);
        expect(kinds).toEqual(["w:tab", "w:t", "w:noBreakHyphen"]);
      };
    },
  ],
];

function node(name: string, attributes: Record<string, string> = {}, children: Node[] = []): Node {
  return { name, attributes, children, text: "" };
}

function textRun(text: string): Node {
  return node("w:r", {}, [{ ...node("w:t"), text }]);
}

function tagged(body: Node): Node[] {
  return findAll(body, "w:p").filter((paragraph) => textOf(paragraph).includes("{{"));
}

/** The rows of the body's tables, with their places as `cellsOf` counts. */
function rowsOf(body: Node): { key: string; row: Node }[] {
  const tables = body.children.filter(({ name }) => name === "w:tbl");
  return tables.flatMap((table, at) => find(table, "w:tr").map((row, line) => ({ key: `${at}.${line}`, row })));
}

function cellWith(body: Node, tag: string): { key: string; cell: Node } {
  for (const { key, row } of rowsOf(body))
    for (const [at, cell] of find(row, "w:tc").entries())
      if (textOf(cell).includes(`{{${tag}}}`)) return { key: `${key}.${at}`, cell };
  throw new Error(`no cell with ${tag}`);
}

function swap(cells: Cells, one: string, two: string): void {
  [cells[one], cells[two]] = [cells[two] as string, cells[one] as string];
}

describe.each(saved)("the template %s", (_, formats) => {
  const skipped = formats.length > 0 && !tools.soffice;
  let template: Uint8Array;
  let listTemplate: Uint8Array;

  beforeAll(() => {
    if (!skipped) [template, listTemplate] = resaved([shipped, listing], formats) as [Uint8Array, Uint8Array];
  }, 120_000);

  it.skipIf(skipped)("reads the same in every cell", async () => {
    const word = readWord(await fill(template));
    expect(cellsOf(word)).toEqual(cellsOf(plain));
    // LibreOffice keeps page breaks elsewhere, and ends in an empty paragraph
    const lines = (each: WordDocument) => each.lines.map((line) => line.trim()).filter((line) => line !== "");
    expect(lines(word)).toEqual(lines(plain));
    for (const name of ["header1", "header2", "header3"]) expect(word.part(`word/${name}.xml`)).not.toContain("{{");
  });

  it.skipIf(skipped)("prints bold, Chinese quotation marks and the picture the same", async () => {
    const look = (word: WordDocument) => {
      const body = parseXml(word.part("word/document.xml"));
      const cell = findAll(body, "w:tc").find((each) => textOf(each).includes("(2000字以内)")) as Node;
      const runs = findAll(cell, "w:r").filter((run) => !textOf(run).includes("2000"));
      return {
        bold: runs.filter((run) => find(run, "w:b").length > 0).map(textOf),
        hinted: runs
          .filter((run) => find(run, "w:rFonts")[0]?.attributes["w:hint"] === "eastAsia")
          .map(textOf)
          .filter((text) => /[“”]/u.test(text)),
        picture: findAll(cell, "wp:extent").map(({ attributes }) => attributes),
      };
    };
    const expected = look(plain);
    expect(expected.bold).toEqual(["教学联席会", "安全准入", "分时计价"]);
    expect(look(readWord(await fill(template)))).toEqual(expected);
  });

  it.skipIf(skipped)("prints the entries of a list", async () => {
    const tasks = (await checkTexts({ "a.yaml": yaml(plan(3)) })).documents[0] as FormDocument;
    const word = readWord(await fill(listTemplate, tasks));
    const rows = word.under("2.年度任务").map(texts);
    expect(rows.map(([number]) => number)).toEqual(["编号", "1", "2", "3"]);
    expect(rows).toEqual(
      readWord(await fill(listing, tasks))
        .under("2.年度任务")
        .map(texts),
    );
    expect(word.part("word/document.xml")).not.toContain("{{");
  });

  it.skipIf(skipped || !tools.validator)("gains no fault by being filled", async () => {
    // LibreOffice's own faults have places that filling moves
    const kinds = async (bytes: Uint8Array) => (await wordFaults(bytes)).map((fault) => fault.replace(/ \(.*/u, ""));
    const [before, after] = [await kinds(template), await kinds(await fill(template))];
    if (formats.length === 0) expect(before).toEqual([]);
    expect(after.sort()).toEqual(before.sort());
  });

  it.skipIf(skipped).each(edits)("is filled after %s", async (_, change) => {
    const parts = unzipSync(template);
    const top = parseXml(strFromU8(parts["word/document.xml"] as Uint8Array));
    const expected = cellsOf(plain);
    const check = change(find(top, "w:body")[0] as Node, expected);
    parts["word/document.xml"] = strToU8(writeXml(top));
    const bytes = await fill(zipSync(parts));
    const word = readWord(bytes);
    expect(cellsOf(word)).toEqual(expected);
    check?.(find(parseXml(word.part("word/document.xml")), "w:body")[0] as Node);
    if (formats.length === 0 && tools.validator) expect(await wordFaults(bytes)).toEqual([]);
  });
});

function textOf(node: Node): string {
  return findAll(node, "w:t")
    .map(({ text }) => text)
    .join("");
}
