import { cp, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";
import { compileForms } from "../../../src/build/compile-forms.js";
import { newTyping, normalise } from "../../../src/check/normalise.js";
import { type KindChecks, parseForm } from "../../../src/form/parse-form.js";
import type { FormCatalog } from "../../../src/index.js";
import { formFiles } from "../../../src/io/forms/form-files.js";
import type { Data } from "../../../src/model/document.js";
import { leafFields } from "../../../src/model/field.js";
import type { DocumentKind, Form } from "../../../src/model/form.js";
import { criterionKey } from "../../../src/model/indicators.js";
import type { SchemaCheck } from "../../../src/model/json-schema.js";
import { valueAt } from "../../../src/text/json-pointer.js";
import { forms, root } from "../../support/check.js";
import { readYaml } from "../../support/read-yaml.js";
import { emptyFolder } from "../../support/run.js";

// what `npm run bundle` compiled ahead must say what ajv says live
const ID = "hunan-2024";
const library = await import(pathToFileURL(path.join(root, "dist/index.cjs")).href);
const catalog: FormCatalog = library.openForms();
const built = (await catalog.open(ID)) as Form;
const live = parseForm(formFiles(path.join(root, "schemas", ID)));
const kinds = Object.entries(built.documents).map(([kind, { check, criterionChecks, root: field }]) => {
  const { check: interpreted, criterionChecks: interpretedCriteria } = live.checks[kind] as KindChecks;
  return { kind, field, compiled: check, interpreted, criteria: { criterionChecks, interpretedCriteria } };
});

const files = globSync("examples/**/*.yaml", { cwd: root }).sort();
const documents = (
  await Promise.all(
    files.map(async (file) => readYaml(file, await readFile(path.join(root, file), "utf8")).source?.data),
  )
).filter((data) => data !== undefined);

describe("the package has its form built", () => {
  it("from the files as they are", () => {
    const { documents, ...rest } = built;
    const parts = Object.entries(documents).map(([name, { check: _, criterionChecks: __, root: ___, ...kind }]) => [
      name,
      kind,
    ]);
    expect({ ...rest, documents: Object.fromEntries(parts) }).toEqual(JSON.parse(JSON.stringify(live.data)));
  });

  it("with the same checks and fields as a form that is opened from its files", async () => {
    const parsed = (await forms.open(ID)) as Form;
    expect(catalog.ids()).toEqual(forms.ids());
    for (const [name, kind] of Object.entries(parsed.documents)) {
      const other = built.documents[name] as DocumentKind;
      expect(Object.keys(other.criterionChecks)).toEqual(Object.keys(kind.criterionChecks));
      const names = leafFields(kind.root).map(({ pointer, name }) => `${pointer} ${name}`);
      expect(names.length).toBeGreaterThan(7);
      expect(leafFields(other.root).map((each) => `${each.pointer} ${each.name}`)).toEqual(names);
    }
  });
});

it.each(kinds)("the checks of $kind agree on every example", ({ compiled, interpreted }) => {
  expect(documents.length).toBeGreaterThan(8);
  for (const data of documents) expect(sorted(compiled(data))).toEqual(sorted(interpreted(data)));
});

const keywords = new Set<string>();

describe.each(kinds)("the checks of $kind agree on damaged documents", ({ field, compiled, interpreted }) => {
  const next = random(20240228);
  const whole = documents
    .map((data) =>
      normalise(
        data,
        field,
        newTyping(undefined, (pointer) => String(valueAt(data, pointer))),
      ),
    )
    .filter((data) => compiled(data).length === 0);

  it.each([1, 2, 5, 20])("with %i places damaged", (times) => {
    expect(whole.length).toBeGreaterThan(0);
    let wrong = 0;
    for (let round = 0; round < 80; round++) {
      const data = structuredClone(whole[next(whole.length)] as Data);
      for (let time = 0; time < times; time++) damage(data, next);
      const errors = sorted(compiled(data));
      expect(errors).toEqual(sorted(interpreted(data)));
      if (errors.length > 0) wrong += 1;
      for (const { keyword } of errors) keywords.add(keyword);
    }
    expect(wrong).toBeGreaterThan(40); // the damage is felt
  });
});

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

it.each(kinds)("the checks of $kind agree on what is no document at all", ({ compiled, interpreted }) => {
  for (const data of [null, undefined, [], "", 0, true, {}, { 表单: 1 }, JSON.parse('{"__proto__": 1}')])
    expect(sorted(compiled(data))).toEqual(sorted(interpreted(data)));
});

describe("the checks of the criteria of 附件2", () => {
  const [
    {
      field,
      criteria: { criterionChecks, interpretedCriteria },
    },
  ] = kinds as [(typeof kinds)[number]];
  const points = live.data.documents.推荐书?.indicators?.groups.flatMap((group) => group.points) ?? [];
  const settings = points.flatMap(({ id, criteria }) =>
    criteria.flatMap((setting, index) => (setting.schema ? [{ key: criterionKey(id, index), ...setting }] : [])),
  );
  const next = random(20240229);
  const whole = documents
    .map((data) =>
      normalise(
        data,
        field,
        newTyping(undefined, (pointer) => String(valueAt(data, pointer))),
      ),
    )
    .filter((data) => valueAt(data, "/表单") === `${ID}/推荐书`);

  it("are built for every criterion with a schema, and no other", () => {
    expect(settings.length).toBeGreaterThan(10);
    expect(Object.keys(criterionChecks)).toEqual(settings.map(({ key }) => key));
  });

  it.each(settings)("agree on $key: $field", ({ key, field }) => {
    const [compiled, interpreted] = [criterionChecks[key], interpretedCriteria[key]] as [SchemaCheck, SchemaCheck];
    const answers = new Set<number>();
    const agree = (value: Data) => {
      const errors = sorted(compiled(value));
      expect(errors).toEqual(sorted(interpreted(value)));
      answers.add(errors.length);
    };
    for (const value of [...VALUES, undefined as never]) agree(value);
    for (let round = 0; round < 100; round += 1) {
      const holder = { value: structuredClone((valueAt(whole[next(whole.length)], field as string) ?? null) as Data) };
      agree(holder.value);
      for (let time = 0; time < round % 4; time += 1) damage(holder, next);
      agree(holder.value);
    }
    // some values were right and some wrong
    expect(answers).toContain(0);
    expect(answers.size).toBeGreaterThan(1);
  });
});

function sorted(errors: ReturnType<SchemaCheck>): ReturnType<SchemaCheck> {
  return [...errors].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** What somebody may put where something else should be. */
const VALUES: Data[] = [
  null,
  "",
  "文字",
  "500万元",
  "2024-02-30",
  "B9",
  -1,
  0,
  1.5,
  0.001,
  101,
  1e9,
  true,
  [],
  {},
  [""],
  { 单位: 3 },
  { 2023: 0 },
  { 2023: { 人次: 0, 课时数: -1, 转化率: 0, 到账经费: 0 } },
];

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
  const action = next(8);
  if (action === 0 && !Array.isArray(holder)) delete holder[key];
  else if (action === 1 && !Array.isArray(holder)) holder[`${key}数`] = 1;
  else if (action === 2) holder[key] = structuredClone(other[0][other[1]] ?? null);
  else holder[key] = structuredClone(VALUES[next(VALUES.length)] ?? null);
}

/** A small seeded generator: whole numbers below a bound. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe("the build refuses a form", () => {
  it.each([
    [
      "with a description of a rule that does not exist",
      "descriptions.yaml",
      "headcount-adds-up:",
      "no-such-rule:",
      "没有叫“no-such-rule”",
    ],
    [
      "with a setting that a rule does not know",
      "form.yaml",
      "with: {parts: [/联合体概况/秘书处/专职人数",
      "with: {extra: 甲, parts: [/联合体概况/秘书处/专职人数",
      "多出 extra",
    ],
  ])("%s", async (_, file, find, put, message) => {
    const folder = emptyFolder();
    await cp(path.join(root, "schemas", ID), path.join(folder, "schemas", ID), { recursive: true });
    const full = path.join(folder, "schemas", ID, file);
    const text = await readFile(full, "utf8");
    const wrong = text.replace(find, put);
    expect(wrong).not.toBe(text);
    await writeFile(full, wrong);
    await expect(compileForms(path.join(folder, "schemas"), path.join(folder, "built"))).rejects.toThrow(message);
  });
});
