import { describe, expect, it } from "vitest";
import { parseTableRows } from "../../src/render/docx/fill/parse-table-rows.js";
import { bodyOf, cell, filled, line, paragraph, part, row, run, table, template } from "../support/docx.js";
import { readWord, type WordCell } from "../support/word.js";

// Template parts repeated for each entry of a list: no entry, one, several; rows, paragraphs, merged cells.

const ENTRIES: Record<string, string>[] = [
  { "名单.甲": "一", "名单.乙": "1" },
  { "名单.甲": "二", "名单.乙": "2" },
];
const print = (body: string, entries = ENTRIES, others: Record<string, string> = {}) =>
  readWord(filled(template(body, ["名单", "另单"]), others, { 名单: entries }));
const shown = (cells: WordCell[]) => cells.map(({ text, continued }) => (continued ? `↑${text}` : text));
const rows = (body: string, entries = ENTRIES, others = {}) => print(body, entries, others).tables.flat().map(shown);

const BEGINS = '<w:vMerge w:val="restart"/>';
const GOES_ON = "<w:vMerge/>";

describe("rows of a table", () => {
  const body = table(
    row(cell(line("甲")), cell(line("乙"))),
    row(cell(line("{{名单.甲}}")), cell(line("{{名单.乙}}"))),
  );

  it.each<[string, Record<string, string>[], string[][]]>([
    [
      "no entry: one row to write in",
      [],
      [
        ["甲", "乙"],
        ["", ""],
      ],
    ],
    [
      "one",
      ENTRIES.slice(0, 1),
      [
        ["甲", "乙"],
        ["一", "1"],
      ],
    ],
    [
      "two",
      ENTRIES,
      [
        ["甲", "乙"],
        ["一", "1"],
        ["二", "2"],
      ],
    ],
    [
      "one that says nothing",
      [{}],
      [
        ["甲", "乙"],
        ["", ""],
      ],
    ],
  ])("%s", (_, entries, expected) => {
    expect(rows(body, entries)).toEqual(expected);
  });

  it.each<[string, string, string[][]]>([
    [
      "two that follow each other are one entry's",
      table(row(cell(line("{{名单.甲}}"))), row(cell(line("{{名单.乙}}")))),
      [["一"], ["1"], ["二"], ["2"]],
    ],
    [
      "two with another between are repeated each by itself",
      table(row(cell(line("{{名单.甲}}"))), row(cell(line("间"))), row(cell(line("{{名单.乙}}")))),
      [["一"], ["二"], ["间"], ["1"], ["2"]],
    ],
    [
      "in two tables are repeated each by itself",
      table(row(cell(line("{{名单.甲}}")))) + line("间") + table(row(cell(line("{{名单.乙}}")))),
      [["一"], ["二"], ["1"], ["2"]],
    ],
    [
      "what else stands in them is there each time",
      table(row(cell(line("{{外}}")), cell(line("{{名单.甲}}")))),
      [
        ["外", "一"],
        ["外", "二"],
      ],
    ],
    [
      "a table in one of their cells goes along",
      table(row(cell(line("{{名单.甲}}")), cell(`${table(row(cell(line("{{名单.乙}}"))))}<w:p/>`))),
      [
        ["一", "1\n"],
        ["二", "2\n"],
      ],
    ],
  ])("%s", (_, xml, expected) => {
    expect(rows(xml, ENTRIES, { 外: "外" })).toEqual(expected);
  });
});

describe("paragraphs outside tables", () => {
  it.each<[string, string, string[]]>([
    ["one", line("{{名单.甲}}"), ["一", "二"]],
    ["two that follow each other", line("{{名单.甲}}") + line("{{名单.乙}}"), ["一", "1", "二", "2"]],
    [
      "two with an invisible mark between",
      `${line("{{名单.甲}}")}<w:bookmarkStart w:id="1"/>${line("{{名单.乙}}")}`,
      ["一", "1", "二", "2"],
    ],
    ["two with a line between", line("{{名单.甲}}") + line("间") + line("{{名单.乙}}"), ["一", "二", "间", "1", "2"]],
    ["within a line", line("第{{名单.甲}}项"), ["第一项", "第二项"]],
    ["with another tag", line("{{外}}{{名单.甲}}"), ["外一", "外二"]],
  ])("%s", (_, body, expected) => {
    expect(print(body, ENTRIES, { 外: "外" }).lines).toEqual(expected);
  });
});

describe("marks that may be there only once", () => {
  it("are in the first copy alone", () => {
    const marks = '<w:bookmarkStart w:id="1"/><w:bookmarkEnd w:id="1"/>';
    const comment = '<w:commentRangeStart w:id="2"/><w:r><w:commentReference w:id="2"/></w:r>';
    const body = `<w:p w14:paraId="1A">${marks}${comment}${run("第{{名单.甲}}项")}</w:p>`;
    const xml = part(filled(template(body, ["名单"]), {}, { 名单: ENTRIES }));
    for (const mark of [
      "w14:paraId",
      "<w:bookmarkStart",
      "<w:bookmarkEnd",
      "<w:commentRangeStart",
      "<w:commentReference",
    ])
      expect(xml.split(mark).length - 1, mark).toBe(1);
  });

  it("beside a tag that stands alone too", () => {
    const body = `<w:p w14:paraId="1A"><w:bookmarkStart w:id="1"/>${run("{{名单.甲}}")}</w:p>`;
    const xml = part(filled(template(body, ["名单"]), {}, { 名单: ENTRIES }));
    expect(xml.match(/w14:paraId/gu)).toHaveLength(1);
    expect(xml.match(/<w:bookmarkStart/gu)).toHaveLength(1);
  });
});

describe("merged cells", () => {
  it.each<[string, string, string[][]]>([
    [
      "that begin and end in an entry",
      table(
        row(cell(line("{{名单.甲}}"), BEGINS), cell(line("a"))),
        row(cell("<w:p/>", GOES_ON), cell(line("{{名单.乙}}"))),
      ),
      [
        ["一", "a"],
        ["↑", "1"],
        ["二", "a"],
        ["↑", "2"],
      ],
    ],
    [
      "that begin in the entries and go on below",
      table(row(cell(line("标"), BEGINS), cell(line("{{名单.甲}}"))), row(cell("<w:p/>", GOES_ON), cell(line("合计")))),
      [
        ["标", "一"],
        ["↑", "二"],
        ["↑", "合计"],
      ],
    ],
    [
      "that begin above and go on in the entries",
      table(row(cell(line("标"), BEGINS), cell(line("头"))), row(cell("<w:p/>", GOES_ON), cell(line("{{名单.甲}}")))),
      [
        ["标", "头"],
        ["↑", "一"],
        ["↑", "二"],
      ],
    ],
    [
      "that start again below",
      table(
        row(cell(line("标"), BEGINS), cell(line("{{名单.甲}}"))),
        row(cell(line("新"), BEGINS), cell(line("合计"))),
      ),
      [
        ["标", "一"],
        ["标", "二"],
        ["新", "合计"],
      ],
    ],
    [
      "in another column go on below",
      table(row(cell(line("{{名单.甲}}")), cell(line("标"), BEGINS)), row(cell(line("合计")), cell("<w:p/>", GOES_ON))),
      [
        ["一", "标"],
        ["二", "↑"],
        ["合计", "↑"],
      ],
    ],
    [
      "behind a cell of two columns go on below",
      table(
        row(cell(line("{{名单.甲}}"), '<w:gridSpan w:val="2"/>'), cell(line("标"), BEGINS)),
        row(cell(line("a")), cell(line("b")), cell("<w:p/>", GOES_ON)),
      ),
      [
        ["一", "标"],
        ["二", "↑"],
        ["a", "b", "↑"],
      ],
    ],
  ])("%s", (_, body, expected) => {
    expect(rows(body)).toEqual(expected);
  });
});

describe("two lists", () => {
  const mixed = (body: string) => template(body, ["名单", "另单"]).mixed;

  it.each<[string, string, string[][]]>([
    ["in one paragraph", line("{{名单.甲}}{{另单.甲}}"), [["名单.甲", "另单.甲"]]],
    ["in one row", table(row(cell(line("{{名单.甲}}")), cell(line("{{另单.甲}}")))), [["名单.甲", "另单.甲"]]],
    [
      "one in a table inside the other's row",
      table(row(cell(line("{{名单.甲}}")), cell(`${table(row(cell(line("{{另单.甲}}"))))}<w:p/>`))),
      [["名单.甲", "另单.甲"]],
    ],
    ["in rows of their own", table(row(cell(line("{{名单.甲}}"))), row(cell(line("{{另单.甲}}")))), []],
    ["in paragraphs of their own", line("{{名单.甲}}") + line("{{另单.甲}}"), []],
    ["one of them twice", line("{{名单.甲}}{{名单.乙}}"), []],
    ["a list and a tag that begins like it", line("{{名单.甲}}{{名单外.甲}}"), []],
  ])("%s", (_, body, expected) => {
    expect(mixed(body)).toEqual(expected);
  });

  it("in rows of their own are each repeated", () => {
    const body = table(row(cell(line("{{名单.甲}}"))), row(cell(line("{{另单.甲}}"))));
    const compiled = template(body, ["名单", "另单"]);
    const word = readWord(filled(compiled, {}, { 名单: ENTRIES, 另单: [{ "另单.甲": "x" }, { "另单.甲": "y" }] }));
    expect(word.tables.flat().map(shown)).toEqual([["一"], ["二"], ["x"], ["y"]]);
  });
});

describe("the rows of a part", () => {
  const found = (xml: string) =>
    parseTableRows(bodyOf(xml)).map(({ cells, next }) => [
      next !== undefined,
      ...cells.map(
        ({ column, span, verticalMerge: merge }) =>
          `${column}-${column + span}${merge ? (merge.continues ? "↑" : "↓") : ""}`,
      ),
    ]);

  it.each<[string, string, unknown[][]]>([
    [
      "of one table",
      table(row(cell("")), row(cell(""))),
      [
        [true, "0-1"],
        [false, "0-1"],
      ],
    ],
    [
      "of two tables",
      table(row(cell(""))) + table(row(cell(""))),
      [
        [false, "0-1"],
        [false, "0-1"],
      ],
    ],
    [
      "of a table inside another",
      table(row(cell(table(row(cell("")))), cell(""))),
      [
        [false, "0-1", "1-2"],
        [false, "0-1"],
      ],
    ],
    [
      "whose cells take several columns",
      table(row(cell("", '<w:gridSpan w:val="2"/>'), cell(""))),
      [[false, "0-2", "2-3"]],
    ],
    [
      "that leave out columns",
      table(`<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>${cell("")}</w:tr>`),
      [[false, "2-3"]],
    ],
    [
      "whose cells are merged",
      table(row(cell("", BEGINS)), row(cell("", GOES_ON)), row(cell("", '<w:vMerge w:val="continue"/>'))),
      [
        [true, "0-1↓"],
        [true, "0-1↑"],
        [false, "0-1↑"],
      ],
    ],
  ])("%s", (_, xml, expected) => {
    expect(found(xml)).toEqual(expected);
  });

  it("stand where they say", () => {
    const xml = bodyOf(line("前") + table(row(cell(line("甲"), BEGINS))));
    const [first] = parseTableRows(xml);
    const [only] = first?.cells ?? [];
    expect(xml.slice(first?.start, first?.end)).toBe(row(cell(line("甲"), BEGINS)));
    expect(xml.slice(only?.start, only?.end)).toBe(cell(line("甲"), BEGINS));
    expect(xml.slice(only?.verticalMerge?.start, only?.verticalMerge?.end)).toBe(BEGINS);
  });
});

it("prints a list in a paragraph of its own once more for each entry, bold and all", () => {
  const of = filled(
    template(paragraph(run("{{名单.甲}}")), ["名单"]),
    {},
    { 名单: [{ "名单.甲": "一\n二" }, { "名单.甲": "三" }] },
  );
  expect(readWord(of).lines).toEqual(["一", "二", "三"]);
});
