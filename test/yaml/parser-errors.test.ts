import { expect, it } from "vitest";
import { LineCounter, type YAMLError } from "yaml";
import { parseYaml } from "../../src/yaml/parse.js";
import { isAboutQuotes, mayLackEnd } from "../../src/yaml/parser-errors.js";

// What is known of the YAML library's errors by their wording: another version of it may word them otherwise.

function firstError(text: string): YAMLError {
  const [error] = parseYaml(text, new LineCounter()).errors;
  if (!error) throw new Error("no error");
  return error;
}

it.each([
  ["a bracket at the top", "[甲, 乙\n", "MISSING_CHAR", true, false],
  ["a bracket among indented lines", "甲: [乙\n丙: 1\n", "BAD_INDENT", true, false],
  ["a brace among indented lines", "甲: {乙: 1\n丙: 1\n", "BAD_INDENT", true, false],
  ["a double quotation mark", '甲: "乙\n', "MISSING_CHAR", true, true],
  ["a single quotation mark", "甲: '乙\n", "MISSING_CHAR", true, true],
  ["nothing but an indentation that is wrong", "甲:\n    乙: 1\n  丙: 2\n", "BAD_INDENT", false, false],
  ["a colon within a value", "甲: 一: 二\n", "BLOCK_AS_IMPLICIT_KEY", false, false],
])("%s", (_, text, code, lacksEnd, aboutQuotes) => {
  const error = firstError(text);
  expect([error.code, mayLackEnd(error), isAboutQuotes(error)]).toEqual([code, lacksEnd, aboutQuotes]);
});
