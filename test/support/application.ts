import { readFile } from "node:fs/promises";
import path from "node:path";
import { parse, stringify } from "yaml";
import type { CheckOptions, Diagnostic, DocumentKind, FormDocument, Report } from "../../src/index.js";
import { fieldAt } from "../../src/model/field.js";
import { splitPointer } from "../../src/text/json-pointer.js";
import { checkTexts, forms, root } from "./check.js";

// biome-ignore lint/suspicious/noExplicitAny: tests put values of every kind everywhere
type Anything = any;

const complete = parse(await readFile(path.join(root, "examples/hunan-2024/application.yaml"), "utf8"));

/** The 推荐书 of the notice. */
export const kind = (await forms.open("hunan-2024"))?.documents["推荐书"] as DocumentKind;

/** Label of a field as messages show it. */
export function label(pointer: string): string {
  return `「${fieldAt(kind.root, pointer)?.name}」`;
}

/** Checks the complete example with some fields changed; `undefined` takes one away. */
export function edited(changes: Record<string, unknown>, options: Partial<CheckOptions> = {}): Promise<Report> {
  const data: Anything = structuredClone(complete);
  for (const [pointer, value] of Object.entries(changes)) {
    const keys = [...splitPointer(pointer)];
    const last = keys.pop() as string;
    let holder = data;
    for (const key of keys) holder = holder[key];
    if (value === undefined) delete holder[last];
    else Object.defineProperty(holder, last, { value, enumerable: true, configurable: true, writable: true });
  }
  return checkTexts({ "甲.yaml": stringify(data) }, options);
}

/** The document that such a change gives. */
export async function documentWith(changes: Record<string, unknown>): Promise<FormDocument> {
  return (await edited(changes)).documents[0] as FormDocument;
}

/** What the schema says against such a change: `ruleId message | hint`. */
export async function said(changes: Record<string, unknown>): Promise<string[]> {
  return (await edited(changes)).diagnostics.filter(({ ruleId }) => ruleId.startsWith("schema/")).map(sentence);
}

export function sentence({ ruleId, message, hint }: Diagnostic): string {
  return `${ruleId} ${message}${hint ? ` | ${hint}` : ""}`;
}
