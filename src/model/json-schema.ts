/** JSON Pointer into a document, unescaped Chinese keys, e.g. `/联合体概况/秘书处`. */
export type Pointer = string;

/** The parts of JSON Schema 2020-12 the tool reads, plus the vocabulary of `schemas/vocabulary.json`. */
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
  plausible?: [number, number];
}

export type Entity = "consortium" | "organisation" | "park" | "person" | "phone";

/** A printed number derived from a list: how many entries, with a figure in brackets behind it. */
export interface Tally {
  as: string;
  count: string;
  with?: string;
}

/** One complaint of a schema check, as ajv words it. */
export interface SchemaError {
  keyword: string;
  instancePath: string;
  params: Record<string, unknown>;
}

export type SchemaCheck = (data: unknown) => SchemaError[];
