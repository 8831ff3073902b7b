import { expect, it } from "vitest";
import type { FormDocument } from "../../src/model/document.js";
import { fieldTree, isYear } from "../../src/model/field.js";
import yearJump from "../../src/rules/year-jump.js";

// A form may write its years as it likes; what a setting names is looked for, and nothing is silently passed over.

it.each([
  ["2029", "2030"],
  ["2029年", "2030年"],
  ["上年", "本年"],
])("years written %s and %s are compared", (before, after) => {
  const years = { type: "object", properties: { [before]: { type: "number" }, [after]: { type: "number" } } };
  const root = fieldTree({ $id: "x", type: "object", properties: { 学员: { title: "学员", ...years } } });
  const data = { 学员: { [before]: 3, [after]: 300 } };
  const document = { kind: { root }, data } as unknown as FormDocument;
  const found = yearJump.check({
    documents: [document],
    all: [document],
    form: { documents: {} } as never,
    with: { years: [before, after], factor: 10 } as never,
    today: "2030-01-01",
  });
  expect([...found].map(({ pointer }) => pointer)).toEqual([`/学员/${after}`]);
});

it.each([
  [[], ["前期", "当期"]],
  [
    ["前期", "当期"],
    ["学员·前期", "学员·当期"],
  ],
])("where a form lists %j as years, fields are named %j", (yearNames, names) => {
  const years = { type: "object", properties: { 前期: { title: "前期" }, 当期: { title: "当期" } } };
  const schema = { $id: "x", type: "object", properties: { 学员: { title: "学员", ...years } } };
  const [learners] = fieldTree(schema, yearNames).children;
  expect(learners?.children.map(({ name }) => name)).toEqual(names);
  expect(learners?.children.map(isYear)).toEqual(names.map(() => yearNames.length > 0));
});
