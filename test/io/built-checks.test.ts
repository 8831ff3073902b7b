import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";
import { normalise } from "../../src/check/normalise.js";
import { parseForm } from "../../src/form/parse-form.js";
import { asSchemaCheck } from "../../src/form/schema-check.js";
import { formFiles } from "../../src/io/forms/form-files.js";
import type { Data } from "../../src/model/document.js";
import type { Form } from "../../src/model/form.js";
import type { SchemaCheck } from "../../src/model/json-schema.js";
import { readSource } from "../../src/yaml/read-source.js";
import { root } from "../support/check.js";

// what `npm run build` compiled ahead must say what ajv says live
const ID = "hunan-2024";
const library = await import(pathToFileURL(path.join(root, "dist/index.js")).href);
const built = ((await library.allForms()) as Form[]).find(({ id }) => id === ID) as Form;
const live = parseForm(formFiles(path.join(root, "schemas", ID)));
const require = createRequire(import.meta.url);
/** As the library has the check of each kind, and as the command line reads it from a file. */
const kinds = Object.entries(built.documents).flatMap(([kind, { check, schema, root: field }], index) => {
  const file = require(path.join(root, `dist/forms/${ID}.${index}.check.cjs`));
  const interpreted = live.checks[kind] as SchemaCheck;
  return [
    { kind, field, where: "the library", compiled: check, interpreted },
    { kind, field, where: "the command line", compiled: asSchemaCheck(file.default(() => schema)), interpreted },
  ];
});

const files = globSync("examples/**/*.yaml", { cwd: root }).sort();
const documents = (
  await Promise.all(
    files.map(async (file) => readSource(file, await readFile(path.join(root, file), "utf8")).source?.data),
  )
).filter((data) => data !== undefined);

it("the package has its form built, from the files as they are", () => {
  const { documents, ...rest } = built;
  const kinds = Object.entries(documents).map(([name, { check: _, root: __, ...kind }]) => [name, kind]);
  expect({ ...rest, documents: Object.fromEntries(kinds) }).toEqual(JSON.parse(JSON.stringify(live.data)));
});

it.each(kinds)("the checks of $kind agree on every example, in $where", ({ compiled, interpreted }) => {
  expect(documents.length).toBeGreaterThan(8);
  for (const data of documents) expect(sorted(compiled(data))).toEqual(sorted(interpreted(data)));
});

const keywords = new Set<string>();

describe.each(kinds)(
  "the checks of $kind agree on damaged documents, in $where",
  ({ field, compiled, interpreted }) => {
    const next = random(20240228);
    const whole = documents.map((data) => normalise(data, field)).filter((data) => compiled(data).length === 0);

    it.each([1, 2, 5, 20])("with %i places damaged", (times) => {
      expect(whole.length).toBeGreaterThan(0);
      let wrong = 0;
      for (let round = 0; round < 40; round++) {
        const data = structuredClone(whole[next(whole.length)] as Data);
        for (let time = 0; time < times; time++) damage(data, next);
        const errors = sorted(compiled(data));
        expect(errors).toEqual(sorted(interpreted(data)));
        if (errors.length > 0) wrong += 1;
        for (const { keyword } of errors) keywords.add(keyword);
      }
      expect(wrong).toBeGreaterThan(20); // the damage is felt
    });
  },
);

it("were told of by every keyword that may complain", () => {
  expect([...keywords]).toEqual(
    expect.arrayContaining([
      "type",
      "required",
      "additionalProperties",
      "enum",
      "minimum",
      "multipleOf",
      "pattern",
      "format",
      "minLength",
    ]),
  );
});

it.each(kinds)("the checks of $kind agree on what is no document at all, in $where", ({ compiled, interpreted }) => {
  for (const data of [null, undefined, [], "", 0, true, {}, { 表单: 1 }, JSON.parse('{"__proto__": 1}')])
    expect(sorted(compiled(data))).toEqual(sorted(interpreted(data)));
});

function sorted(errors: ReturnType<SchemaCheck>): ReturnType<SchemaCheck> {
  return [...errors].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

type Holder = Record<string | number, Data>;

/** Changes one place of a document: takes it away, puts something else there, or adds a key. */
function damage(data: Data, next: (below: number) => number): void {
  const places: [Holder, string | number][] = [];
  const walk = (holder: Data) => {
    if (typeof holder !== "object" || holder === null) return;
    for (const key of Array.isArray(holder) ? holder.keys() : Object.keys(holder)) {
      places.push([holder as Holder, key]);
      walk((holder as Holder)[key] as Data);
    }
  };
  walk(data);
  const place = places[next(places.length)];
  if (!place) return;
  const [holder, key] = place;
  const other = places[next(places.length)] ?? place;
  const values: Data[] = [
    null,
    "",
    "文字",
    "500万元",
    "2024-02-30",
    "B9",
    -1,
    1.5,
    0.001,
    101,
    1e9,
    true,
    [],
    {},
    [""],
    { 单位: 3 },
  ];
  const action = next(8);
  if (action === 0 && !Array.isArray(holder)) delete holder[key];
  else if (action === 1 && !Array.isArray(holder)) holder[`${key}数`] = 1;
  else if (action === 2) holder[key] = structuredClone(other[0][other[1]] ?? null);
  else holder[key] = structuredClone(values[next(values.length)] ?? null);
}

/** A small seeded generator: whole numbers below a bound. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
