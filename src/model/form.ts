import type { Field } from "./field.js";
import type { Layout } from "./layout.js";
import type { Tracking } from "./tracking.js";

/** A form: everything one notice prescribes, as loaded from `schemas/<id>/`. */
export interface Form {
  /** Folder name and the first half of `表单:`, e.g. `hunan-2024`. */
  id: string;
  title: string;
  /** Number of the notice, e.g. 湘教通〔2024〕23号. */
  notice: string;
  /** Who issued it and decides. */
  authority: string;
  /** Document kinds by name, e.g. 推荐书. */
  documents: Record<string, DocumentKind>;
  registers: Registers;
  /** What is owed after approval, if the form says so. */
  tracking?: Tracking;
  /** Says that every city should have a consortium. */
  coverage?: { clause: Clause };
}

/** A form that says what is owed after approval. */
export type TrackedForm = Form & { tracking: Tracking };

/** One kind of document of a form, e.g. the 推荐书 of 附件3. */
export interface DocumentKind {
  /** Where it is printed, e.g. 湘教通〔2024〕23号 附件3. */
  source: string;
  /** Number of the notice that asks for it, where it is not the form's own. */
  notice?: string;
  schema: JsonSchema;
  /** The schema's fields as a tree. */
  root: Field;
  /** Field that says what a document is called. */
  name: Pointer;
  /** File name `ptc init` writes. */
  file: string;
  /** Map from an observation point to its supporting material, if the form has one. */
  evidence?: Pointer;
  layout?: Layout;
  indicators?: Indicators;
  summary?: SummarySetting;
  consortium?: ConsortiumFields;
  /** Settings of the rules that apply, by rule id. */
  rules: Record<string, RuleSetting>;
  /** Checks a document's plain data against `schema`; an empty list means it fits. */
  check: SchemaCheck;
}

/** Where a kind of document says whose it is, for what looks at consortia rather than documents. */
export interface ConsortiumFields {
  city: Pointer;
  parks: Pointer;
  leads: Pointer[];
  /** Codes of the industries it serves. */
  industries?: Pointer;
}

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

/** A sentence of the notice: where it stands and its wording. */
export interface Clause {
  /** Number of the notice, where it is not the one that asks for the document. */
  notice?: string;
  at: string;
  quote: string;
}

export interface RuleSetting {
  clause: Clause;
  with?: Record<string, unknown>;
}

/** Lists a notice publishes that rules compare documents with. */
export interface Registers {
  industries?: Industries;
  parks?: Parks;
  roster?: Roster;
}

/** 附件1: which industries the province places in which city. */
export interface Industries {
  title: string;
  source: string;
  /** Meaning of ★★★ and ★★. */
  marks: Record<string, string>;
  cities: { printed: string; name: string; group: string; total: number }[];
  /** `cities` maps the printed short name to its mark; a city left out is a blank cell. */
  industries: { code: string; name: string; class: string; cities: Record<string, string>; total: number }[];
}

/** How park names are spelled. */
export interface Parks {
  /** Each row: the short form first, then the words that mean the same. */
  spellings: string[][];
  drop: string[];
  /** Further names of a park, by its printed name. */
  aliases: Record<string, string[]>;
}

/** The published list of approved consortia. */
export interface Roster {
  title: string;
  source: string;
  date: string;
  consortia: {
    no: number;
    name: string;
    /** The list prints no city; it is inferred from the park. */
    inferredCity: string;
    parks: string[];
    schools: string[];
    enterprises: string[];
  }[];
}

/** 附件2: observation points and what speaks to them. */
export interface Indicators {
  title: string;
  source: string;
  groups: { name: string; points: IndicatorPoint[] }[];
}

export interface IndicatorPoint {
  id: string;
  text: string;
  note?: string;
  criteria: CriterionSetting[];
}

/** Exactly one of `field`, `evidence` and `human` is set. */
export interface CriterionSetting {
  field?: Pointer;
  what?: string;
  schema?: JsonSchema;
  rule?: string;
  evidence?: string;
  human?: string;
}

/** 附件4: the city's summary table. */
export interface SummarySetting {
  /** Workbook under `templates/<form id>/`. */
  file: string;
  source: string;
  title: string;
  /** One sheet for each value of this field. */
  group: Pointer;
  unit: string;
  seal: string;
  contact: string;
  /** Widths in characters; a column without a field numbers the rows. */
  columns: { title: string; width: number; field?: Pointer }[];
}
