/** JSON Pointer into a document. Chinese keys are not percent-encoded, e.g. `/联合体概况/秘书处`. */
export type Pointer = string;

/** The keywords of JSON Schema 2020-12 that ptc reads, and its own keywords, which `schemas/vocabulary.json` explains. */
export interface JsonSchema {
  $id?: string;
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
  title?: string;
  description?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  examples?: unknown[];
  deprecated?: boolean;
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  multipleOf?: number;
  required?: string[];
  anyOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  additionalProperties?: boolean;
  patternProperties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  wordLimit?: number;
  unit?: string;
  entity?: Entity;
  shorthand?: string;
  aliases?: Record<string, string>;
  tally?: Tally;
  unprinted?: true;
  join?: string;
  print?: "date";
  lead?: string;
  answers?: { true?: string[]; false?: string[] };
  marks?: string[];
  plausible?: [number, number];
}

/** The kind of name in a field. It decides how names are compared, and whether they are personal data. */
export type Entity = "consortium" | "organisation" | "park" | "person" | "phone";

/** A number that is printed but not filled in: the count of a list, followed by another number in brackets. */
export interface Tally {
  /** Name under which it is printed. */
  as: string;
  /** Key of the list whose entries are counted. */
  count: string;
  /** Key of the number in brackets. */
  with?: string;
}

/** One problem found by a schema check, with the names that ajv uses. */
export interface SchemaError {
  keyword: string;
  instancePath: string;
  params: Record<string, unknown>;
}

/** Compares data with a schema. Returns every problem; an empty list means that the data fits. */
export type SchemaCheck = (data: unknown) => SchemaError[];
