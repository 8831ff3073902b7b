import { readFileSync } from "node:fs";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { root } from "../support/check.js";
import { yamlFiles } from "../support/yaml-files.js";

// The schemas that `ptc schema` gives are for any validator: this one knows nothing of our keywords, and divides by 0.01
// in floating point, as v8r, ajv-cli and jsonschema of Python do.

const EXAMPLES = "examples/hunan-2024";
const ajv = new Ajv2020({ strict: false, validateFormats: false });
const schemaOf = (file: string) => JSON.parse(readFileSync(path.join(root, EXAMPLES, ".ptc/hunan-2024", file), "utf8"));
const checks = {
  推荐书: ajv.compile(schemaOf("application.schema.json")),
  年度工作计划: ajv.compile(schemaOf("plan.schema.json")),
  半年工作总结: ajv.compile(schemaOf("half-year.schema.json")),
  年度工作总结: ajv.compile(schemaOf("year-end.schema.json")),
};

const files = ["application.yaml", "city", "tracking"].flatMap((each) =>
  each.endsWith(".yaml") ? [path.join(root, EXAMPLES, each)] : yamlFiles(path.posix.join(EXAMPLES, each)),
);

it.each(files.map((file) => path.relative(root, file)))("finds nothing in %s", (file) => {
  const data = parse(readFileSync(path.join(root, file), "utf8"));
  const check = checks[data.表单.split("/")[1] as keyof typeof checks];
  expect([check(data), check.errors]).toEqual([true, null]);
});
