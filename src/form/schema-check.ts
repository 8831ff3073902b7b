import type { ErrorObject } from "ajv";
import type { SchemaCheck } from "../model/json-schema.js";

/** A validation function compiled by ajv, at run time or during the build. It leaves its problems in `errors`. */
export interface CompiledSchema {
  (data: unknown): unknown;
  errors?: ErrorObject[] | null;
}

/** Wraps a compiled function as a check that returns the problems, without the properties that ptc does not use. */
export function asSchemaCheck(validate: CompiledSchema): SchemaCheck {
  return (data) => {
    if (validate(data)) return [];
    return (validate.errors ?? []).map(({ keyword, instancePath, params }) => ({ keyword, instancePath, params }));
  };
}
