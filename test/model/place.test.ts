import { describe, expect, it } from "vitest";
import {
  BEGINNING,
  comparePlaces,
  type DocumentCell,
  formatLineOrCell,
  formatPlace,
  isTextRange,
  lineOrCell,
  type Place,
  textRange,
} from "../../src/model/place.js";

const at = (line: number, offset: number): Place =>
  textRange({ line, column: 3, offset }, { line, column: 4, offset: offset + 1 });
const cell = (given: Partial<DocumentCell> = {}): DocumentCell => ({
  kind: "cell",
  table: 2,
  row: 5,
  column: 3,
  label: "人员总数",
  ...given,
});

describe("a place", () => {
  it("in a text has lines", () => {
    expect(isTextRange(at(7, 40))).toBe(true);
    expect(lineOrCell(at(7, 40))).toEqual({ line: 7 });
    expect(formatPlace("甲.yaml", at(7, 40))).toBe("甲.yaml:7:3");
    expect(formatLineOrCell({ file: "甲.yaml", ...lineOrCell(at(7, 40)) })).toBe("甲.yaml:7");
    expect(formatPlace("甲.yaml", BEGINNING)).toBe("甲.yaml:1:1");
  });

  it("in a document is a cell", () => {
    expect(isTextRange(cell())).toBe(false);
    expect(lineOrCell(cell())).toEqual({ cell: { table: 2, row: 5, column: 3, label: "人员总数" } });
    expect(formatPlace("推荐书.docx", cell())).toBe("推荐书.docx 表2 第5行第3格「人员总数」");
    expect(formatLineOrCell({ file: "推荐书.docx", ...lineOrCell(cell()) })).toBe(
      "推荐书.docx 表2 第5行第3格「人员总数」",
    );
    expect(formatPlace("推荐书.docx", cell({ part: "word/footnotes.xml" }))).toBe(
      "推荐书.docx word/footnotes.xml 表2 第5行第3格「人员总数」",
    );
  });

  it("may be the file alone", () => {
    expect(formatLineOrCell({ file: "甲.yaml" })).toBe("甲.yaml");
  });
});

it("places come in the order they are read in", () => {
  const sorted: Place[] = [
    BEGINNING,
    at(1, 5),
    at(2, 9),
    cell({ table: 1, row: 9, column: 9 }),
    cell({ row: 4, column: 9 }),
    cell({ column: 2 }),
    cell(),
    cell({ offsets: { start: 10, end: 12 } }),
    cell({ column: 10 }),
    cell({ table: 10 }),
    cell({ part: "word/endnotes.xml", table: 1 }),
    cell({ part: "word/footnotes.xml", table: 1 }),
  ];
  for (const [index, place] of sorted.entries())
    for (const [other, another] of sorted.entries())
      expect(Math.sign(comparePlaces(place, another)), `${index} ${other}`).toBe(Math.sign(index - other));
});
