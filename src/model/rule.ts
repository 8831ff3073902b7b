import type { Severity } from "./diagnostic.js";
import type { RuleId } from "./diagnostic-ids.js";
import type { FieldPart, FormDocument } from "./document.js";
import type { Form } from "./form.js";
import type { Pointer } from "./json-schema.js";
import type { Registers } from "./registers.js";

/** What a rule wants to be told by the form, and the type it then gets. */
interface SettingTypes {
  field: Pointer;
  fields: Pointer[];
  number: number;
  text: string;
  texts: string[];
  /** Fields of other kinds of documents of the form, as `推荐书#/联合体概况/运行经费`. */
  elsewhere: string;
}
export type SettingKinds = Record<string, keyof SettingTypes>;
export type Settings<K extends SettingKinds> = { [name in keyof K]: SettingTypes[K[name]] };

export interface RuleInput<K extends SettingKinds> {
  /** Documents of one kind: all that were given together for a rule that compares them, else a single one. */
  documents: FormDocument[];
  /** Those of every kind of the form, for a rule that compares them. */
  all: FormDocument[];
  form: Form;
  /** The form's settings for this rule. */
  with: Settings<K>;
  /** Day to judge dates by, YYYY-MM-DD. */
  today: string;
}

/** Something a rule found; the check turns it into a diagnostic. */
export interface Finding {
  document: FormDocument;
  pointer: Pointer;
  part?: FieldPart;
  /** For a text: the range starts at this character (UTF-16 offset) of what is printed. */
  excess?: { printed: string; from: number };
  message: string;
  hint?: string;
  related?: { document: FormDocument; pointer: Pointer; message: string }[];
  unfilled?: true;
}

/** A rule: the same shape whether it looks at one document or compares many. */
export interface Rule<K extends SettingKinds = SettingKinds, I extends RuleId = RuleId> {
  /** File name, fixture folder and page; never reused. */
  id: I;
  severity: Severity;
  title: string;
  /** What it checks and how it decides, for `ptc explain`. */
  about: string;
  with: K;
  /** Set when it compares documents with each other. It then sees of each its name and the fields `with` names. */
  compares?: true;
  /** Lists of the form it cannot do without; `tracking` where the form has to say when such a document is due. */
  uses?: (keyof Registers | "tracking")[];
  check(input: RuleInput<K>): Iterable<Finding>;
}

/** Declares a rule; gives its settings their types and keeps its id as a type. */
export function defineRule<const K extends SettingKinds, I extends RuleId>(rule: Rule<K, I>): Rule<SettingKinds, I> {
  return rule as unknown as Rule<SettingKinds, I>;
}
