import { type Description, describedBy } from "../model/description.js";
import type { FormDocument } from "../model/document.js";
import { type Field, isYear, namesYear } from "../model/field.js";
import type { Form } from "../model/form.js";
import type { Rule } from "../model/rule.js";
import { fold } from "../text/fold.js";
import { ANY_ENTRY, splitPointer } from "../text/json-pointer.js";
import { tagOf } from "../text/template-tag.js";

export type Explanation =
  /** A rule with a page of its own. */
  { kind: "rule"; id: string } | { kind: "text"; text: string };

/**
 * What an id or a field name means.
 * @param notes of ids without a page
 * @returns undefined when nothing is called that
 */
export function explainName(
  name: string,
  forms: Form[],
  rules: readonly Rule[],
  notes: readonly Description[],
): Explanation | undefined {
  if (rules.some((rule) => rule.id === name)) return { kind: "rule", id: name };
  const found = notes.find(({ id }) => id === name);
  const note = found && describedBy(forms[0], found);
  if (note) return { kind: "text", text: `${note.id}:${note.title}\n\n${note.about}\n` };
  const pages = forms.flatMap((form) =>
    Object.entries(form.documents).flatMap(([kindName, kind]) =>
      fieldsCalled(name, kind.root).map((field) => fieldPage(field, { form, kindName, kind }, rules)),
    ),
  );
  return pages.length > 0 ? { kind: "text", text: pages.join("\n") } : undefined;
}

/** Everything `explain` knows by name, for suggestions. */
export function explainable(forms: Form[], rules: readonly Rule[], notes: readonly Description[]): string[] {
  const fields: string[] = [];
  const walk = (field: Field) => {
    if (field.pointer !== "" && !isYear(field)) fields.push(field.key);
    field.children.forEach(walk);
  };
  for (const form of forms) for (const kind of Object.values(form.documents)) walk(kind.root);
  return [...rules.map((rule) => rule.id), ...notes.map(({ id }) => id), ...new Set(fields)];
}

/** Fields whose key, label or pointer is the name. */
function fieldsCalled(name: string, root: Field): Field[] {
  const wanted = fold(name);
  const found: Field[] = [];
  const walk = (field: Field) => {
    if ([field.key, field.title, field.pointer, tagOf(field.pointer)].some((each) => fold(each) === wanted))
      found.push(field);
    // all years of a figure are alike: one page serves them
    for (const [index, child] of field.children.entries()) if (!isYear(child) || index === 0) walk(child);
  };
  root.children.forEach(walk);
  return found;
}

function fieldPage(
  field: Field,
  { form, kindName, kind }: Pick<FormDocument, "form" | "kindName" | "kind">,
  rules: readonly Rule[],
): string {
  const byYear = field.parent && isYear(field.parent) ? field.parent.parent : field;
  const years = (byYear?.children ?? []).filter((child) => isYear(child)).map((child) => child.key);
  const concerned = rules.filter((rule) => {
    if (rule.id === "word-limit") return field.wordLimit !== undefined;
    return JSON.stringify(kind.rules[rule.id]?.with ?? {}).includes(`"${field.pointer}"`);
  });
  const rows: [string, string | undefined][] = [
    ["标签", field.title],
    [
      "位置",
      `${form.id}/${kindName} → ${splitPointer(field.pointer)
        .map((step) => (namesYear(step, field.yearNames) ? "各年" : step === ANY_ENTRY ? "每项" : step))
        .join(" → ")}`,
    ],
    ["印在", kind.source],
    ["单位", field.unit],
    ["字数", field.wordLimit === undefined ? undefined : `不超过 ${field.wordLimit} 字`],
    ["年份", years.length > 0 ? years.join("、") : undefined],
    ["填法", field.hint],
    [
      "分项",
      years.length === 0 && field.children.length > 0 ? field.children.map((child) => child.key).join("、") : undefined,
    ],
    ["示例", field.schema.examples?.map(String).join("、")],
    ["必填", field.required ? "是" : "否"],
    ["规则", concerned.map((rule) => `${rule.id}(${describedBy(form, rule).title})`).join("、") || undefined],
  ];
  return rows
    .filter(([, value]) => value !== undefined)
    .map(([label, value]) => `${label}:${value}\n`)
    .join("");
}
