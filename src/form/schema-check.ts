import type { ErrorObject } from "ajv";
import type { SchemaCheck } from "../model/json-schema.js";

/** A function ajv compiled, now or ahead of time. */
export interface CompiledSchema {
  (data: unknown): unknown;
  errors?: ErrorObject[] | null;
}

/** Makes a compiled function into a check that returns its complaints, without what only ajv's own messages need. */
export function asSchemaCheck(validate: CompiledSchema): SchemaCheck {
  return (data) => {
    if (validate(data)) return [];
    return (validate.errors ?? []).map(({ keyword, instancePath, params }) => ({ keyword, instancePath, params }));
  };
}
