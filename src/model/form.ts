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

/** A form: everything that one notice prescribes, loaded from `schemas/<id>/`. */
export interface Form {
  /** Name of the folder, and the first half of `表单:`, e.g. `hunan-2024`. */
  id: string;
  title: string;
  /** Number of the notice, e.g. 湘教通〔2024〕23号. */
  notice: string;
  /** The authority that issued the notice, answers questions and decides. */
  authority: string;
  /** The form's words for the things that messages and reports mention. */
  terms: Terms;
  /** Fonts, sizes and margins of its Word and Excel files. Without it, their templates cannot be built. */
  typography?: Typography;
  /** The form's own titles and texts for rules, checks and alerts, by id. */
  descriptions?: Record<string, OwnDescription>;
  /** Keys that mean a year and are not a four-digit number, e.g. 上年 and 本年. */
  years?: string[];
  /** Kinds of documents by name, e.g. 推荐书. */
  documents: Record<string, DocumentKind>;
  /** Lists that rules compare documents with. */
  registers: Registers;
  /** What must be filed after approval. Left out when the notice asks for nothing. */
  tracking?: Tracking;
  /** The clause that requires a consortium in every city. */
  coverage?: { clause: Clause };
}

/** A form that says what must be filed after approval. */
export type TrackedForm = Form & { tracking: Tracking };

/** One kind of document of a form, e.g. the 推荐书 (附件3). */
export interface DocumentKind {
  /** Where the notice prints it, e.g. 湘教通〔2024〕23号 附件3. */
  source: string;
  /** Number of the notice that asks for this kind of document. Set only when it is not the form's own notice. */
  notice?: string;
  schema: JsonSchema;
  /** The schema's fields as a tree. */
  root: Field;
  /** The field that holds the name of a document. */
  name: Pointer;
  /** File name that `ptc init` writes. */
  file: string;
  /** The field that maps observation points to their supporting material (支撑材料), if the form has one. */
  evidence?: Pointer;
  layout?: Layout | undefined;
  indicators?: Indicators | undefined;
  summary?: SummarySetting;
  consortium?: ConsortiumFields;
  /** Settings of the rules that apply to it, by rule id. */
  rules: Record<string, RuleSetting>;
  /** Compares the plain data of a document with `schema`. An empty result means that the data fits. */
  check: SchemaCheck;
  /** Checks of the criteria that have a schema, by `criterionKey`. */
  criterionChecks: Record<string, SchemaCheck>;
}

/** The fields that say which consortium a document belongs to, and where that consortium is. */
export interface ConsortiumFields {
  city: Pointer;
  parks: Pointer;
  leads: Pointer[];
  /** Codes of the industries it serves. */
  industries?: Pointer;
}

/** How a form uses a rule: the clause it enforces, and the values of its settings. */
export interface RuleSetting {
  clause: Clause;
  with?: Record<string, unknown>;
}

/** The city's summary table (附件4). */
export interface SummarySetting {
  /** File name of the workbook in `templates/<form id>/`. */
  file: string;
  source: string;
  title: string;
  /** The workbook has one sheet for each value of this field. */
  group: Pointer;
  unit: string;
  seal: string;
  contact: string;
  /** `width` is in characters. A column without `field` holds the row number. */
  columns: { title: string; width: number; field?: Pointer }[];
}

/** A form as plain data, without checks and field trees. A folder is parsed into this, and the build writes it to disk. */
export interface FormData extends Omit<Form, "documents"> {
  documents: Record<string, Omit<DocumentKind, "check" | "criterionChecks" | "root">>;
}
