import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readWithLibrary } from "../../src/yaml/library-reader.js";
import { readPlainYaml } from "../../src/yaml/plain-reader.js";
import { root } from "../support/check.js";
import { anyText, marks, runs, slipped } from "../support/random-text.js";
import { yamlFiles } from "../support/yaml-files.js";

// What is read the quick way must be what the YAML library reads, and nothing it finds fault with.

/** Reads a text both ways. @returns whether the quick way was taken */
function agrees(text: string): boolean {
  const data = readPlainYaml(text)?.data;
  if (data === undefined) return false;
  const { source, problems } = readWithLibrary("甲.yaml", text);
  expect(problems).toEqual([]);
  expect(source?.data).toStrictEqual(data);
  return true;
}

it("every example and fixture, with either line end", () => {
  const texts = ["examples", "schemas", "test"].flatMap(yamlFiles).map((file) => readFileSync(file, "utf8"));
  const taken = texts.filter((text) => agrees(text));
  expect(texts.filter((text) => agrees(text.replaceAll("\n", "\r\n")))).toEqual(taken);
  // else this would prove nothing
  expect(taken.length / texts.length).toBeGreaterThan(0.8);
});

it("the applications as people fill them in are all read the quick way", () => {
  for (const file of ["application.yaml", "city/文旅融合产教联合体.yaml", "published/06-衡阳市域产教联合体.yaml"])
    expect(agrees(readFileSync(path.join(root, "examples/hunan-2024", file), "utf8")), file).toBe(true);
});

describe("whatever is typed", () => {
  const places = ["", "甲: ", "甲:\n  - ", "甲: |\n  ", "甲: {乙: ", "甲: [乙, ", "甲:\n  乙: 1\n  "];

  it("anywhere", () => {
    let taken = 0;
    const property = fc.property(fc.oneof(marks, anyText), fc.constantFrom(...places), (typed, before) => {
      if (agrees(before + typed)) taken += 1;
    });
    fc.assert(property, runs(20_000));
    expect(taken).toBeGreaterThan(1000);
  });

  it("into a small form", () => {
    const form =
      '键: 值 # 说明\n丙:\n- {名称: 甲, 页码: 1-3}\n- 丁: 乙\n  文: |\n    一。\n    二。\n"1.1": [甲, "乙"]\n费: {2023: 1.5}\n';
    let taken = 0;
    const property = fc.property(marks, fc.nat(form.length - 1), fc.nat(3), fc.nat(2), (typed, at, more, less) => {
      if (agrees(form.slice(0, at) + typed.slice(0, more) + form.slice(at + less))) taken += 1;
    });
    fc.assert(property, runs(20_000));
    expect(taken).toBeGreaterThan(2000);
  });

  it("into the example", () => {
    let taken = 0;
    const property = fc.property(slipped, (text) => {
      if (agrees(text)) taken += 1;
    });
    fc.assert(property, runs(250));
    expect(taken).toBeGreaterThan(20);
  });
});

it.each([
  ["a tab", "甲:\t乙\n"],
  ["a reference", "甲: &乙 丙\n丁: *乙\n"],
  ["a tag", "甲: !乙 丙\n"],
  ["a directive", "%YAML 1.1\n---\n甲: 017\n"],
  ["two documents", "甲: 1\n---\n甲: 2\n"],
  ["a key twice", "甲: 1\n甲: 2\n"],
  ["a key twice, once as a figure", "2023: 1\n'2023': 2\n"],
  ["a key that is JavaScript's own", "__proto__: 1\n"],
  ["a merge key", "甲: {乙: 1}\n<<: 丙\n"],
  ["a text of several lines", "甲: 乙\n  丙\n"],
  ["a folded text", "甲: >\n  乙\n  丙\n"],
  ["a text in quotes over lines", '甲: "乙\n  丙"\n'],
  ["an escape", '甲: "\\u4e00"\n'],
  ["a doubled quote", "甲: '乙''丙'\n"],
  ["a figure in another notation", "甲: 0o17\n"],
  ["a figure with an exponent", "甲: 1e3\n"],
  ["a figure with zeros in front", "甲: 007\n"],
  ["a figure without one", "甲: .5\n"],
  ["another word for nothing", "甲: ~\n"],
  ["another spelling of true", "甲: True\n"],
  ["text that a # cuts off", "甲: 乙 #丙\n"],
  ["a # that may be text", "甲: 乙\n#丙\n"],
  ["thousands in braces", "甲: {2023: 12,000}\n"],
  ["full-width marks in brackets", "甲: [乙，丙, 丁]\n"],
  ["full-width indentation", "甲:\n　乙: 1\n"],
  ["a control character", "甲: 乙\u0007丙\n"],
  ["a line separator, which Word and web pages leave", "甲:\n  - 乙\u2028丙\n"],
  ["a paragraph separator", "甲:\n  - 乙\u2029丙\n"],
  ["spaces beyond a text's own", "甲: |\n  乙\n      \n丙: 1\n"],
  ["a level between levels", "甲:\n    乙: 1\n  丙: 2\n"],
  ["text above all else", "甲\n乙: 1\n"],
  ["nothing", ""],
])("leaves %s to the YAML library", (_, text) => {
  expect(readPlainYaml(text)?.data).toBeUndefined();
});
