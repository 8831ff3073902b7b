import type { Severity } from "./diagnostic.js";
import type { RuleId } from "./diagnostic-ids.js";
import type { FieldPart, FormDocument } from "./document.js";
import type { Form } from "./form.js";
import type { Pointer } from "./json-schema.js";
import type { Registers } from "./registers.js";

/** The kinds of settings that a rule can require of a form, and the type of the value for each. */
interface SettingTypes {
  field: Pointer;
  fields: Pointer[];
  number: number;
  text: string;
  texts: string[];
  /** Fields of another kind of document, e.g. `推荐书#/联合体概况/运行经费`. */
  elsewhere: string;
}
/** The settings that a rule requires: the kind of each, by name. */
export type SettingKinds = Record<string, keyof SettingTypes>;
/** The values of these settings. */
export type Settings<K extends SettingKinds> = { [name in keyof K]: SettingTypes[K[name]] };

/** What a rule gets to check. */
export interface RuleInput<K extends SettingKinds> {
  /** Documents of one kind: all of a run for a rule with `compares`, otherwise exactly one. */
  documents: FormDocument[];
  /** For a rule with `compares`: the documents of every kind of the form. */
  all: FormDocument[];
  form: Form;
  /** The form's settings for this rule. */
  with: Settings<K>;
  /** The day that counts as today when the rule judges dates, YYYY-MM-DD. */
  today: string;
}

/** A problem that a rule found. `check/` turns it into a diagnostic. */
export interface Finding {
  document: FormDocument;
  pointer: Pointer;
  part?: FieldPart;
  /** For a text that is too long: the printed text, and the offset (UTF-16 units) where the marked range starts. */
  excess?: { printed: string; from: number };
  message: string;
  hint?: string;
  related?: { document: FormDocument; pointer: Pointer; message: string }[];
  /** Set when the only problem is that something is not filled in yet. */
  unfilled?: true;
}

/** A rule. Rules for a single document and rules that compare documents have the same type. */
export interface Rule<K extends SettingKinds = SettingKinds, I extends RuleId = RuleId> {
  /** Also the name of its file, its folder of fixtures and its page. Never reused for another rule. */
  id: I;
  severity: Severity;
  title: string;
  /** What the rule checks and how it decides, for `ptc explain`. */
  about: string;
  /** The settings that the rule requires of the form. */
  with: K;
  /** Set when the rule compares documents. Their data then has only the name and the fields that `with` names. */
  compares?: true;
  /** Lists that the form must have for this rule; `tracking` means that the form must say when the document is due. */
  uses?: (keyof Registers | "tracking")[];
  check(input: RuleInput<K>): Iterable<Finding>;
}

/** Declares a rule. TypeScript infers the types of its settings from `with`, and keeps the id as a literal type. */
export function defineRule<const K extends SettingKinds, I extends RuleId>(rule: Rule<K, I>): Rule<SettingKinds, I> {
  return rule as unknown as Rule<SettingKinds, I>;
}
