import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Data, Source } from "../../src/model/document.js";
import { joinPointer, valueAt } from "../../src/text/json-pointer.js";
import { readWithLibrary } from "../../src/yaml/library-reader.js";
import { readPlainYaml } from "../../src/yaml/plain-reader.js";
import { plainDocument } from "../support/plain-document.js";
import { marks, runs, slipped } from "../support/random-text.js";
import { readYaml } from "../support/read-yaml.js";
import { yamlFiles } from "../support/yaml-files.js";

// Where the plain reader says that something stands, the YAML library must say so too.

/** Compares all places in a text. @returns how many fields were asked for; none in a text that is not plain */
function agreeing(text: string): number {
  if (!readPlainYaml(text)) return 0;
  const plain = readYaml("甲.yaml", text).source as Source;
  const library = readWithLibrary("甲.yaml", text).source as Source;
  // vitest's own comparison takes many times longer: it is for telling the difference
  if (!isDeepStrictEqual(plain.data, library.data)) expect(plain.data).toStrictEqual(library.data);
  const pointers = new Set(pointersIn(plain.data));
  const differing = [...pointers].filter(
    (pointer) => !isDeepStrictEqual(placesOf(plain, pointer), placesOf(library, pointer)),
  );
  for (const pointer of differing)
    expect(placesOf(plain, pointer), `${pointer} in\n${text}`).toEqual(placesOf(library, pointer));
  return pointers.size;
}

/** Every field there is, and some that there are not. */
function pointersIn(data: Data, pointer = ""): string[] {
  if (typeof data !== "object" || data === null) return [pointer, `${pointer}/0`];
  const missing = [`${pointer}/`, `${pointer}/99`, `${pointer}/没有`, `${pointer}/单位/1`];
  const within = Object.entries(data).flatMap(([key, value]) => pointersIn(value, joinPointer(pointer, key)));
  return [pointer, ...missing, ...within];
}

function placesOf(source: Source, pointer: string) {
  const value = valueAt(source.data, pointer);
  const text = typeof value === "string" ? value : "甲乙";
  const { length } = text;
  return [
    source.locate(pointer),
    source.locate(pointer, "key"),
    source.locateText(pointer, text, length >> 1),
    source.locateText(pointer, text, 1, 2),
    source.locateText(pointer, text, length, length + 1),
  ];
}

/** Compares the places in random texts. @returns how many fields were asked for */
function agreeingIn(texts: fc.Arbitrary<string>, times: number): number {
  let asked = 0;
  const property = fc.property(texts, (text) => {
    asked += agreeing(text);
  });
  fc.assert(property, runs(times));
  return asked;
}

const files = ["examples", "test"].flatMap(yamlFiles).map((file) => readFileSync(file, "utf8"));

it("every example and fixture, with either line end", () => {
  const texts = files.map((text, index) => (index % 2 === 0 ? text : text.replaceAll("\n", "\r\n")));
  const asked = texts.reduce((sum, text) => sum + agreeing(text), 0);
  // else this would prove nothing
  expect(asked).toBeGreaterThan(10_000);
});

it("documents with remarks wherever they may stand", () => {
  expect(agreeingIn(plainDocument, 300)).toBeGreaterThan(5000);
});

it("examples and fixtures with one line damaged", () => {
  const damages: ((line: string, typed: string) => string | string[])[] = [
    () => [],
    (line) => [line, line],
    (line, typed) => line + typed.slice(0, 2),
    (line, typed) => typed.slice(0, 2) + line,
    (line, typed) => `${" ".repeat(typed.length % 9)}${line.trimStart()}`,
    (line, typed) => [line, `${" ".repeat(typed.length % 9)}# 说明`],
  ];
  const damaged = fc
    .tuple(fc.constantFrom(...files), fc.constantFrom(...damages), fc.nat(), marks)
    .map(([text, damage, at, typed]) => {
      const lines = text.split("\n");
      const line = at % lines.length;
      return lines.flatMap((each, index) => (index === line ? damage(each, typed) : each)).join("\n");
    });
  expect(agreeingIn(damaged, 60)).toBeGreaterThan(1500);
});

it("the example after slips of the hand", () => {
  expect(agreeingIn(slipped, 15)).toBeGreaterThan(500);
});
