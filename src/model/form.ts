import type { Clause } from "./clause.js";
import type { OwnDescription } from "./description.js";
import type { Field } from "./field.js";
import type { Indicators } from "./indicators.js";
import type { JsonSchema, Pointer, SchemaCheck } from "./json-schema.js";
import type { Layout } from "./layout.js";
import type { Registers } from "./registers.js";
import type { Terms } from "./terms.js";
import type { Tracking } from "./tracking.js";
import type { Typography } from "./typography.js";

/** A form: everything one notice prescribes, as loaded from `schemas/<id>/`. */
export interface Form {
  /** Folder name and the first half of `表单:`, e.g. `hunan-2024`. */
  id: string;
  title: string;
  /** Number of the notice, e.g. 湘教通〔2024〕23号. */
  notice: string;
  /** Who issued it and decides. */
  authority: string;
  /** What it calls the kinds of things that messages and reports speak of. */
  terms: Terms;
  /** How its Word and Excel files are set; without it none can be built. */
  typography?: Typography;
  /** What it says of rules, checks and alerts in its own words, by their ids. */
  descriptions?: Record<string, OwnDescription>;
  /** What its documents call years besides their numbers, e.g. 上年 and 本年. */
  years?: string[];
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
  /** The checks of the criteria that have a schema, by `criterionKey`. */
  criterionChecks: Record<string, SchemaCheck>;
}

/** Where a kind of document says whose it is, for what looks at consortia rather than documents. */
export interface ConsortiumFields {
  city: Pointer;
  parks: Pointer;
  leads: Pointer[];
  /** Codes of the industries it serves. */
  industries?: Pointer;
}

export interface RuleSetting {
  clause: Clause;
  with?: Record<string, unknown>;
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

/** A form as plain data, before its checks and field trees are added: what a build writes and a folder is parsed into. */
export interface FormData extends Omit<Form, "documents"> {
  documents: Record<string, Omit<DocumentKind, "check" | "criterionChecks" | "root">>;
}
