import type { Field } from "./field.js";
import type { Tracking } from "./tracking.js";

/** A form: everything one notice prescribes, as loaded from `schemas/<id>/`. */
export interface Form {
  /** Folder name and the first half of `表单:`, e.g. `hunan-2024`. */
  id: string;
  title: string;
  /** Number of the notice, e.g. 湘教通〔2024〕23号. */
  notice: string;
  /** Document kinds by name, e.g. 推荐书. */
  documents: Record<string, DocumentKind>;
  registers: Registers;
  /** What is owed after approval, if the form says so. */
  tracking?: Tracking;
}

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
  summary?: SummaryForm;
  /** Settings of the rules that apply, by rule id. */
  rules: Record<string, RuleSetting>;
  /** Checks a document's plain data against `schema`; an empty list means it fits. */
  check: SchemaCheck;
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
  criteria: CriterionForm[];
}

/** Exactly one of `field`, `evidence` and `human` is set. */
export interface CriterionForm {
  field?: Pointer;
  what?: string;
  schema?: JsonSchema;
  rule?: string;
  evidence?: string;
  human?: string;
}

/** 附件4: the city's summary table. */
export interface SummaryForm {
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

/** Where the printed document puts its fields; `$defs/layout` of `schemas/form.schema.json`. */
export interface Layout {
  blocks: LayoutBlock[];
}

/** A stretch of the document; what is set of it is printed in this order. */
export interface LayoutBlock {
  mark?: string;
  title?: string;
  cover?: LayoutLine[];
  page?: { title: string; items: string[] };
  heading?: string;
  /** Column widths in millimetres, of the table whose rows follow. */
  columns?: number[];
  rows?: LayoutCell[][];
  /** How many of the first rows stand again on top of each page the table runs on to. */
  repeat?: number;
  /** Lines in a box. */
  frame?: LayoutLine[];
}

export interface LayoutLine {
  /** Fixed text. */
  text?: string;
  /** Printed label of a field. */
  label?: Pointer;
  /** Fields whose values are filled in, a paragraph each. */
  value?: Pointer | Pointer[];
  /** In a table: a cell for each field below this one. */
  each?: Pointer;
  /** Print the field's unit behind the value. */
  unit?: true;
  /** Wording of the field's limit; `{n}` stands for the number. */
  limit?: string;
  footnote?: string;
  /** What is printed where a seal goes. */
  seal?: string;
  /** First line indented by two characters. */
  indent?: true;
  /** Empty lines before. */
  space?: number;
  align?: "left" | "center" | "right";
  /** Characters to stay away from the right edge. */
  inset?: number;
}

export interface LayoutCell extends LayoutLine {
  lines?: LayoutLine[];
  /** Columns and rows the cell spans. */
  cols?: number;
  rows?: number;
  /** Characters run downwards. */
  vertical?: true;
}

/** Every line and cell of a layout, in printed order. */
export function layoutLines({ blocks }: Layout): LayoutLine[] {
  return blocks
    .flatMap((block) => [...(block.cover ?? []), ...(block.frame ?? []), ...(block.rows ?? []).flat()])
    .flatMap((cell: LayoutCell) => cell.lines ?? cell);
}
