// What others do with the same documents, schema and template. They live in a package of their own.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const modules = path.join(import.meta.dirname, "node_modules");
const at = (...parts) => path.join(modules, ...parts);
export const installed = existsSync(modules);

/** Name with version, as a table names it. */
export const titled = (name) => `${name} ${JSON.parse(readFileSync(at(name, "package.json"), "utf8")).version}`;

/**
 * The package's schema as others take it: `multipleOf` is left out, since they find 4.6 no multiple of 0.01.
 * What else is our vocabulary they ignore.
 */
export const plainSchema = (text) => JSON.parse(text, (key, value) => (key === "multipleOf" ? undefined : value));

/** A ruleset of Spectral that holds the whole document against a schema. */
export const spectralRules = (schema) => ({
  rules: {
    schema: {
      given: "$",
      severity: "error",
      // biome-ignore lint/suspicious/noThenProperty: the name Spectral gives it
      then: { function: "schema", functionOptions: { schema, dialect: "draft2020-12", allErrors: true } },
    },
  },
});

/** Commands that validate, by package. */
export const validators = {
  "ajv-cli": ({ schema, files }) => [
    at("ajv-cli/dist/index.js"),
    "validate",
    "--spec=draft2020",
    "--strict=false",
    "--all-errors",
    "-c",
    at("ajv-formats/dist/index.js"),
    "-s",
    schema,
    "-d",
    files,
  ],
  v8r: ({ schema, files }) => [at("v8r/src/index.js"), "--schema", schema, files],
  "@stoplight/spectral-cli": ({ ruleset, files }) => [
    at("@stoplight/spectral-cli/dist/index.js"),
    "lint",
    "--ruleset",
    ruleset,
    files,
  ],
};

/** The shipped template with plain names f0, f1 … for tags, and how to make their values from a document's data. */
export function plainTemplate(bytes) {
  const names = [];
  const parts = unzipSync(bytes);
  for (const part of Object.keys(parts).filter((name) => /^word\/(document|header\d)\.xml$/u.test(name)))
    parts[part] = strToU8(
      strFromU8(parts[part]).replace(/\{\{([^{}]+)\}\}/gu, (_, tag) => {
        if (!names.includes(tag)) names.push(tag);
        return `{{f${names.indexOf(tag)}}}`;
      }),
    );
  const value = (data, tag) => tag.split(".").reduce((each, key) => each?.[key], data) ?? "";
  const shown = (each) => (Array.isArray(each) ? each.join("、") : typeof each === "object" ? "" : String(each));
  return {
    template: zipSync(parts),
    valuesOf: (data) => Object.fromEntries(names.map((tag, index) => [`f${index}`, shown(value(data, tag))])),
  };
}

const load = (file) => import(at(file));

/** Functions that fill a template with values, by package. */
export const fillers = {
  docxtemplater: async (template) => {
    const { default: PizZip } = await load("pizzip/js/index.js");
    const { default: Docxtemplater } = await load("docxtemplater/js/docxtemplater.js");
    return (values) =>
      new Docxtemplater(new PizZip(template), { delimiters: { start: "{{", end: "}}" }, linebreaks: true })
        .render(values)
        .toBuffer({ compression: "DEFLATE" });
  },
  "docx-templates": async (template) => {
    const { createReport } = await load("docx-templates/lib/index.js");
    return (data) => createReport({ template, data, cmdDelimiter: ["{{", "}}"], noSandbox: true });
  },
  docx: async (data) => {
    const { patchDocument, PatchType, TextRun } = await load("docx/dist/index.mjs");
    const patch = (text) => ({
      type: PatchType.PARAGRAPH,
      children: text.split("\n").map((line, index) => new TextRun({ text: line, break: index > 0 ? 1 : 0 })),
    });
    return (values) =>
      patchDocument({
        outputType: "uint8array",
        data,
        patches: Object.fromEntries(Object.entries(values).map(([name, text]) => [name, patch(text)])),
      });
  },
};
