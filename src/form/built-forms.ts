import type { FormData } from "../model/form.js";
import type { SchemaCheck } from "../model/json-schema.js";

/** A form as the build prepares it: its data, and its schemas compiled ahead. */
export interface BuiltForm {
  data: FormData;
  checks: Record<string, SchemaCheck>;
}

/**
 * The package's own forms, prepared. The build puts its own module in the place of this one; without a
 * build there are none, and forms are read from their folders.
 */
export const builtForms: Record<string, () => Promise<BuiltForm>> = {};
