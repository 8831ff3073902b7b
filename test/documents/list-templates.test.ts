import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { buildTemplate } from "../../src/api/word.js";
import { type FormDocument, templateTags, wordRenderer } from "../../src/index.js";
import { checkTexts, forms } from "../support/check.js";
import { plan, summary, yaml } from "../support/full-filings.js";
import { tools } from "../support/tools.js";
import { wordFaults } from "../support/validator.js";
import { readWord, type WordCell, type WordDocument } from "../support/word.js";

// Templates that print the entries of a list, as people change them; as LibreOffice saves them: edited-templates.

const data = plan(3);
let document: FormDocument;
let built: Uint8Array;

beforeAll(async () => {
  document = await read(data);
  built = await buildTemplate(document.form, document.kindName);
});

async function read(filing: object): Promise<FormDocument> {
  return (await checkTexts({ "a.yaml": yaml(filing) })).documents[0] as FormDocument;
}

async function fill(template: Uint8Array, filled = document): Promise<WordDocument> {
  const bytes = (await wordRenderer(filled.form, filled.kindName, { forms, template }))(filled);
  if (tools.validator && template !== built) expect(await wordFaults(bytes)).toEqual([]);
  return readWord(bytes);
}

/** The template with something else in the place of its table of tasks. */
function withTasks(content: string): Uint8Array {
  const parts = unzipSync(built);
  const xml = strFromU8(parts["word/document.xml"] as Uint8Array);
  const table = /<w:tbl>(?:(?!<w:tbl>).)*\{\{任务\.编号\}\}.*?<\/w:tbl>/su;
  expect(xml).toMatch(table);
  parts["word/document.xml"] = strToU8(xml.replace(table, content));
  return zipSync(parts);
}

const tag = (...keys: string[]) => keys.map((key) => `{{任务.${key}}}`).join("/");
/** What a template must hold besides. */
const OTHERS = tag("对应指标", "责任单位", "完成时间", "预期成果", "量化指标");
const paragraph = (text: string, marks = "") => `<w:p>${marks}<w:r><w:t>${text}</w:t></w:r></w:p>`;
const cell = (content: string, merge = "") =>
  `<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/>${merge}</w:tcPr>${content}</w:tc>`;
const START = '<w:vMerge w:val="restart"/>';
const ON = "<w:vMerge/>";
const row = (...cells: string[]) => `<w:tr>${cells.join("")}</w:tr>`;
const table = (...rows: string[]) =>
  `<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/></w:tblPr><w:tblGrid>${'<w:gridCol w:w="3000"/>'.repeat(3)}</w:tblGrid>${rows.join("")}</w:tbl>`;

const shown = (cells: WordCell[]) => cells.map(({ text, continued }) => (continued ? `↑${text}` : text));
const rowsOf = (word: WordDocument) => word.under("2.年度任务").map(shown);
const CONTENTS: string[] = data.任务.map(({ 内容 }: { 内容: string }) => 内容);
const others = (index: number) => {
  const { 对应指标, 责任单位, 完成时间, 预期成果, 量化指标 } = data.任务[index];
  const month = 完成时间.replace(/^(\d+)-0?(\d+)(?:-(\d+))?$/u, (_: string, y: string, m: string, d?: string) =>
    d ? `${y}年${m}月${d}日` : `${y}年${m}月`,
  );
  const target = 量化指标 ? Object.values(量化指标).join(" ") : "";
  return [对应指标.join("、"), 责任单位.join("、"), month, 预期成果, target].join("/");
};

describe("cells merged downwards", () => {
  it("hold two rows of an entry together", async () => {
    const word = await fill(
      withTasks(
        table(
          row(cell(paragraph(tag("编号")), START), cell(paragraph(tag("内容"))), cell(paragraph("甲"))),
          row(cell("<w:p/>", ON), cell(paragraph(OTHERS)), cell(paragraph("乙"))),
        ),
      ),
    );
    expect(rowsOf(word)).toEqual(
      [0, 1, 2].flatMap((index) => [
        [String(index + 1), CONTENTS[index], "甲"],
        ["↑", others(index), "乙"],
      ]),
    );
  });

  it("that begin beside the entries and go on below stay one cell", async () => {
    const word = await fill(
      withTasks(
        table(
          row(cell(paragraph("年度任务"), START), cell(paragraph(tag("编号", "内容"))), cell(paragraph(OTHERS))),
          row(cell("<w:p/>", ON), cell(paragraph("合计")), cell("<w:p/>")),
        ),
      ),
    );
    expect(rowsOf(word)).toEqual([
      ["年度任务", `1/${CONTENTS[0]}`, others(0)],
      ["↑", `2/${CONTENTS[1]}`, others(1)],
      ["↑", `3/${CONTENTS[2]}`, others(2)],
      ["↑", "合计", ""],
    ]);
  });

  it("that come from the header stay one cell", async () => {
    const word = await fill(
      withTasks(
        table(
          row(cell(paragraph("任务"), START), cell(paragraph("内容")), cell(paragraph("其他"))),
          row(cell("<w:p/>", ON), cell(paragraph(tag("编号", "内容"))), cell(paragraph(OTHERS))),
        ),
      ),
    );
    expect(rowsOf(word).map(([first]) => first)).toEqual(["任务", "↑", "↑", "↑"]);
  });
});

describe("what else stands beside the entries", () => {
  it("is printed in each row, and a table inside goes along", async () => {
    const inner = table(row(cell(paragraph(OTHERS)), cell("<w:p/>"), cell("<w:p/>")));
    const word = await fill(
      withTasks(table(row(cell(paragraph("{{年度}}")), cell(paragraph(tag("编号", "内容"))), cell(`${inner}<w:p/>`)))),
    );
    expect(rowsOf(word)).toEqual(
      [0, 1, 2].map((index) => ["2025", `${index + 1}/${CONTENTS[index]}`, `${others(index)}\t\t\n`]),
    );
  });

  it("is not there twice where it may be only once", async () => {
    const marks = '<w:bookmarkStart w:id="7" w:name="任务"/><w:bookmarkEnd w:id="7"/>';
    const word = await fill(
      withTasks(
        table(
          row(
            cell(paragraph(tag("编号"), marks)),
            cell(paragraph(tag("内容"))),
            cell(paragraph(`见${OTHERS}`, marks.replaceAll('"7"', '"8"').replace("任务", "其他"))),
          ),
        ),
      ),
    );
    expect(rowsOf(word)).toHaveLength(3);
    expect(word.part("word/document.xml").match(/<w:bookmarkStart/gu)).toHaveLength(2);
  });
});

describe("outside tables", () => {
  it("paragraphs are repeated, those that follow upon each other together", async () => {
    const word = await fill(
      withTasks(
        [
          paragraph("任务如下："),
          paragraph(`${tag("编号")}. ${tag("内容")}`),
          paragraph(OTHERS),
          paragraph("（完）"),
        ].join(""),
      ),
    );
    const from = word.lines.indexOf("任务如下：");
    expect(word.lines.slice(from + 1, word.lines.indexOf("（完）"))).toEqual(
      [0, 1, 2].flatMap((index) => [`${index + 1}. ${CONTENTS[index]}`, others(index)]),
    );
  });
});

describe("a template with such rows again and again", () => {
  const one = row(cell(paragraph(tag("编号")))) + row(cell(paragraph("无")));
  const tagsOf = (times: number) => templateTags(document.form, document.kindName, withTasks(table(one.repeat(times))));

  it("is read", async () => {
    const { mixed, known } = await tagsOf(1_500);
    expect([mixed, known.filter((each) => each.tag === "任务.编号").length]).toEqual([[], 1_500]);
  });

  it("is refused in time when they are tens of thousands", async () => {
    await expect(tagsOf(40_000)).rejects.toThrow("模板里的标签超过 2000 个");
  }, 30_000);
});

describe("tags of two lists in one row", () => {
  it("are refused with a way out", async () => {
    const filled = await read(summary("年度工作总结"));
    const parts = unzipSync(await buildTemplate(filled.form, filled.kindName));
    const xml = strFromU8(parts["word/document.xml"] as Uint8Array);
    parts["word/document.xml"] = strToU8(
      xml.replace("{{任务完成情况.佐证}}", "{{任务完成情况.佐证}} {{典型案例.标题}}"),
    );
    const template = zipSync(parts);
    const { mixed } = await templateTags(filled.form, filled.kindName, template);
    expect(mixed).toEqual([expect.arrayContaining(["任务完成情况.佐证", "典型案例.标题"])]);
    await expect(fill(template, filled)).rejects.toThrow(
      /\{\{任务完成情况\.编号\}\}.*\{\{典型案例\.标题\}\} 不是同一个名单的.*各放一行/u,
    );
  });
});
