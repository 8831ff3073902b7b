import { expect, it } from "vitest";
import { escapeJson, showControlCharacters } from "../../src/text/printable.js";

it.each([
  ["长沙/高新区.yaml", "长沙/高新区.yaml"],
  ["甲\u001b[31m红", "甲␛[31m红"],
  ["一\r\n二\t三", "一␍␊二␉三"],
  ["\u009b2J", "<U+009B>2J"],
  ["\u007f", "␡"],
  ["a\u202egpj.exe", "a<U+202E>gpj.exe"],
  ["a\u2028b", "a<U+2028>b"],
  ["\ud800𠮷\udc00", "<U+D800>𠮷<U+DC00>"],
  ["👨‍👩‍👧 e\u0301", "👨‍👩‍👧 e\u0301"],
])("%j is shown as %s", (text, shown) => {
  expect(showControlCharacters(text)).toBe(shown);
});

it("writes JSON that says the same and that a terminal does not obey", () => {
  const value = { 说明: "a\u001b[2J\u009b\u202e\u2028\n", 列: ["\ud800", "𠮷"] };
  const json = escapeJson(value);
  expect(JSON.parse(json)).toEqual(value);
  expect(json).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}\u2028-\u202e]/u);
  expect(json).toContain("𠮷");
});
