import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { buildTemplate } from "../../src/api/word.js";
import { type Form, openAll } from "../../src/index.js";
import type { LayoutCell } from "../../src/model/layout.js";
import { balancedWidth } from "../../src/render/docx/build/balanced-width.js";
import { gridRows } from "../../src/render/docx/build/grid-rows.js";
import { layoutTags } from "../../src/render/docx/layout-tags.js";
import { buildSummaryTemplate } from "../../src/render/xlsx/build-summary-template.js";
import { forms, root } from "../support/check.js";

// The Word templates of a form, and the layout of their tables.

const [form] = (await openAll(forms)) as [Form];
const kept = (name: string) => readFileSync(path.join(root, "templates", form.id, name));

describe("the templates in the repository are as the layouts say", () => {
  it.each(Object.keys(form.documents).filter((kindName) => form.documents[kindName]?.layout))(
    "%s",
    async (kindName) => {
      expect(Buffer.compare(await buildTemplate(form, kindName), kept(`${kindName}.docx`))).toBe(0);
    },
  );

  it("附件4", async () => {
    const { typography } = form;
    const { summary } = form.documents.推荐书 ?? {};
    if (!summary || !typography) throw new Error("no summary, or no typography");
    expect(Buffer.compare(await buildSummaryTemplate(summary, typography), kept(summary.file))).toBe(0);
  });

  it("and there is none without a layout", async () => {
    const kind = { ...form.documents.推荐书, layout: undefined } as Form["documents"][string];
    await expect(buildTemplate({ ...form, documents: { 甲: kind } }, "甲")).rejects.toThrow("no layout");
    await expect(buildTemplate(form, "没有")).rejects.toThrow("no layout");
  });
});

it("counts the tags that a layout prints, as often as it does", () => {
  const years = form.documents.推荐书?.root;
  if (!years) throw new Error("no fields");
  const layout = {
    blocks: [
      { cover: [{ label: "/联合体名称", value: "/联合体名称" }] },
      { rows: [[{ text: "甲" }, { value: ["/推荐市州", "/依托园区"] }, { each: "/联合体概况/运行经费" }]] },
      { frame: [{ value: "/联合体名称" }, { value: "/任务/*/内容" }] },
    ],
  };
  expect(layoutTags(layout, years)).toEqual([
    "联合体名称",
    "推荐市州",
    "依托园区",
    "联合体概况.运行经费.2023",
    "联合体概况.运行经费.2024",
    "联合体概况.运行经费.2025",
    "联合体名称",
    "任务.内容",
  ]);
});

describe("the cells of a grid", () => {
  const grid = (rows: LayoutCell[][], repeat = 0, columns = [10, 20, 40]) =>
    gridRows(rows, columns, repeat).map((row) =>
      row.map(
        ({ text, width, rows: high, open }) =>
          `${text}:${width}${high ? ` high ${high}` : ""}${open ? ` open ${open}` : ""}`,
      ),
    );
  const a = (text: string, over: Partial<LayoutCell> = {}): LayoutCell => ({ text, ...over });

  it.each<[string, LayoutCell[][], number, string[][]]>([
    ["one a column", [[a("a"), a("b"), a("c")]], 0, [["a:10", "b:20", "c:40"]]],
    ["over several columns", [[a("a", { cols: 2 }), a("b")]], 0, [["a:30", "b:40"]]],
    [
      "over several rows",
      [
        [a("a", { rows: 2 }), a("b"), a("c")],
        [a("d"), a("e")],
      ],
      0,
      [
        ["a:10 high 2", "b:20", "c:40"],
        ["d:20", "e:40"],
      ],
    ],
    [
      "beside one over several rows",
      [
        [a("a"), a("b", { rows: 2 }), a("c")],
        [a("d"), a("e")],
        [a("f"), a("g"), a("h")],
      ],
      0,
      [
        ["a:10", "b:20 high 2", "c:40"],
        ["d:10", "e:40"],
        ["f:10", "g:20", "h:40"],
      ],
    ],
    [
      "over rows and columns",
      [[a("a", { rows: 2, cols: 2 }), a("b")], [a("c")], [a("d"), a("e"), a("f")]],
      0,
      [["a:30 high 2", "b:40"], ["c:40"], ["d:10", "e:20", "f:40"]],
    ],
    [
      "in a row repeated",
      [
        [a("a"), a("b", { cols: 2 })],
        [a("c"), a("d", { cols: 2 })],
      ],
      1,
      [
        ["a:10", "b:60"],
        ["c:10", "d:60"],
      ],
    ],
    [
      "from a row repeated into one that is not",
      [[a("a", { rows: 3 }), a("b", { cols: 2 })], [a("c", { cols: 2 })], [a("d", { cols: 2 })]],
      1,
      [[":10 high 1 open below", "b:60"], ["a:10 high 2 open above", "c:60"], ["d:60"]],
    ],
    [
      "that end with the rows repeated",
      [[a("a", { rows: 2 }), a("b", { cols: 2 })], [a("c", { cols: 2 })], [a("d"), a("e", { cols: 2 })]],
      2,
      [["a:10 high 2", "b:60"], ["c:60"], ["d:10", "e:60"]],
    ],
    [
      "from the second of two rows repeated",
      [[a("a", { cols: 3 })], [a("b", { rows: 2 }), a("c", { cols: 2 })], [a("d", { cols: 2 })]],
      2,
      [["a:70"], [":10 high 1 open below", "c:60"], ["b:10 high 1 open above", "d:60"]],
    ],
  ])("%s", (_, rows, repeat, expected) => {
    expect(grid(rows, repeat)).toEqual(expected);
  });
});

describe("lines of even length", () => {
  it.each<[string, number, number]>([
    ["甲乙丙丁", 4, 4],
    ["甲乙丙丁", 3.9, 2],
    ["甲乙丙丁戊", 4, 3],
    ["甲乙丙丁戊", 3, 3],
    ["甲", 1, 1],
    // marks that may not begin or end a line stay with their neighbour
    ["甲乙、丙丁", 3, 3],
    ["甲乙（丙丁", 3, 3],
    ["甲2023乙丙", 4, 3.5],
    ["", 3, 3],
  ])("%j in %d takes %d", (text, room, width) => {
    expect(balancedWidth(text, room)).toBe(width);
  });
});
