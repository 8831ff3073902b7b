import { Ajv2020, type AnySchema, type Options } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import vocabulary from "../../schemas/vocabulary.json" with { type: "json" };
import type { SchemaCheck } from "../model/json-schema.js";
import { asSchemaCheck } from "./schema-check.js";

/**
 * Creates an ajv that knows the keywords of `schemas/vocabulary.json` and reports every problem, not only the first.
 * @param options replace the default options of ptc
 */
export function createAjv(options: Options = {}): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    allowUnionTypes: true,
    strictRequired: false,
    // a definition may leave its type to the fields that refer to it, which ajv does not see
    strictTypes: false,
    multipleOfPrecision: 6,
    ...options,
  });
  addFormats.default(ajv, ["date"]);
  for (const [keyword, { description: _, ...metaSchema }] of Object.entries(vocabulary))
    ajv.addKeyword({ keyword, metaSchema });
  return ajv;
}

/** Compiles a schema into a check that returns every problem. @throws {Error} when ajv does not accept the schema */
export function compileCheck(ajv: Ajv2020, schema: AnySchema): SchemaCheck {
  return asSchemaCheck(ajv.compile(schema));
}
