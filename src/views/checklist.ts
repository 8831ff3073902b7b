import type { Checklist, ChecklistPoint, Criterion, PointStatus, Verdict } from "../model/checklist.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { isSchemaCheck } from "../model/diagnostic-ids.js";
import type { FormDocument } from "../model/document.js";
import { namesIn } from "../model/document-values.js";
import { type Field, fieldAt, isList, isYear } from "../model/field.js";
import { type CriterionSetting, criterionKey, type IndicatorPoint, type Indicators } from "../model/indicators.js";
import type { JsonSchema, SchemaCheck } from "../model/json-schema.js";
import { presentationOf } from "../model/presentation.js";
import { formatWithUnit } from "../text/format-values.js";
import { joinPointer, valueAt } from "../text/json-pointer.js";
import { printedText } from "../text/markdown.js";
import { countWords } from "../text/word-count.js";

/**
 * Compares one document with the form's indicators (the annex of the notice in `indicators.yaml`). A criterion that is
 * not filled in gets “未填”, which is different from “不满足”. A criterion that only a person can judge gets “待人工”.
 * @param diagnostics findings of the same check, because some criteria are met only if a rule found nothing
 */
export function checklistOf(document: FormDocument, indicators: Indicators, diagnostics: Diagnostic[]): Checklist {
  const own = diagnostics.filter((each) => each.file === document.source.file);
  return {
    presentation: presentationOf(document.form),
    file: document.source.file,
    name: String(valueAt(document.data, document.kind.name) ?? ""),
    title: indicators.title,
    groups: indicators.groups.map(({ name, points }) => ({
      name,
      points: points.map((point) => pointOf(point, document, own)),
    })),
  };
}

function pointOf(point: IndicatorPoint, document: FormDocument, diagnostics: Diagnostic[]): ChecklistPoint {
  const evidence = evidenceFor(document, point.id);
  const criteria = point.criteria.map((form, index) => {
    const check = document.kind.criterionChecks[criterionKey(point.id, index)];
    return criterionOf(form, document, { evidence, diagnostics, check });
  });
  return {
    id: point.id,
    text: point.text,
    ...(point.note && { note: point.note }),
    status: statusOf(point, criteria, evidence),
    criteria,
  };
}

/** Sums up the verdicts on a point's criteria, and whether supporting material is listed. */
function statusOf(point: IndicatorPoint, criteria: Criterion[], evidence: string[]): PointStatus[] {
  const data = criteria.filter((_, index) => point.criteria[index]?.field !== undefined);
  const met = data.filter(({ verdict }) => verdict === "满足").length;
  const status: PointStatus[] = [];
  if (data.length > 0 && met === data.length) status.push("有数据支撑");
  else if (met > 0) status.push("部分支撑");
  else if (data.some(({ verdict }) => verdict === "不满足")) status.push("不满足");
  // A point whose criteria read no field can only be supported by material, so it is “缺失” only without material.
  else if (data.length > 0 || evidence.length === 0) status.push("缺失");
  if (evidence.length > 0) status.push("有佐证");
  if (criteria.some(({ verdict }) => verdict === "待人工")) status.push("需人工评审");
  return status;
}

/** Lists the titles of the supporting material for a point. */
function evidenceFor({ data, kind }: FormDocument, point: string): string[] {
  if (kind.evidence === undefined) return [];
  const pointer = joinPointer(kind.evidence, point);
  const listed = valueAt(data, pointer);
  // The document may give only a title for an entry; `shorthand` in the schema says which key that text belongs to.
  const title = fieldAt(kind.root, joinPointer(pointer, 0))?.schema.shorthand;
  const named = Array.isArray(listed) ? listed.map((item) => valueAt(item, title ? joinPointer("", title) : "")) : [];
  return named.filter((each) => typeof each === "string");
}

function criterionOf(
  form: CriterionSetting,
  document: FormDocument,
  given: { evidence: string[]; diagnostics: Diagnostic[]; check: SchemaCheck | undefined },
): Criterion {
  if (form.human !== undefined) return { what: form.human, verdict: "待人工", pointers: [], found: "" };
  if (form.evidence !== undefined) {
    const verdict = given.evidence.length > 0 ? "满足" : "未填";
    return { what: `佐证:${form.evidence}`, verdict, pointers: [], found: given.evidence.join("、") };
  }
  const pointer = form.field as string;
  const field = fieldAt(document.kind.root, pointer) as Field;
  const value = valueAt(document.data, pointer);
  return {
    what: form.what ?? field.name,
    verdict: verdictOf(form, field, value, given),
    pointers: [pointer],
    found: value === undefined ? "" : found(value, field, form.schema),
  };
}

/**
 * Judges the value of a field. A key that the criterion requires and that is missing means “未填”; every other failure
 * of its schema, and every finding of its rule, means “不满足”.
 */
function verdictOf(
  form: CriterionSetting,
  field: Field,
  value: unknown,
  given: { diagnostics: Diagnostic[]; check: SchemaCheck | undefined },
): Verdict {
  if (value === undefined) return "未填";
  // A value that breaks the form's own schema cannot satisfy a criterion.
  if (
    given.diagnostics.some(
      (each) => isSchemaCheck(each.ruleId) && !each.unfilled && isWithin(each.pointer, field.pointer),
    )
  )
    return "不满足";
  const errors = given.check?.(value) ?? [];
  const unmet = errors.filter(({ keyword }) => keyword !== "anyOf");
  if (unmet.some(({ keyword }) => keyword !== "required")) return "不满足";
  if (unmet.length > 0 || hasGaps(value, field)) return "未填";
  const broken =
    form.rule &&
    given.diagnostics.some(({ ruleId, pointer }) => ruleId === form.rule && isWithin(pointer, field.pointer));
  return broken ? "不满足" : "满足";
}

/** Tells whether a pointer is the same as another one or lies below it. */
function isWithin(pointer: string, parent: string): boolean {
  return pointer === parent || pointer.startsWith(`${parent}/`);
}

/** Tells whether a required field below a field is not filled in; for a list, in any of its entries. */
function hasGaps(value: unknown, field: Field): boolean {
  const parents = Array.isArray(value) && isList(field) ? value : [value];
  return parents.some((parent) =>
    field.children.some((child) => {
      const inner = valueAt(parent, joinPointer("", child.key));
      return inner === undefined ? child.required : hasGaps(inner, child);
    }),
  );
}

/**
 * Describes a value for a reviewer: a text by its word count, a list by its length. It never shows names of people or
 * phone numbers, because checklists are passed on.
 * @param schema the schema of the criterion; if it names keys in `anyOf`, only these keys are described
 */
function found(value: unknown, field: Field, schema?: JsonSchema): string {
  if (field.entity === "person" || field.entity === "phone") return "已填";
  if (field.wordLimit !== undefined) return `${countWords(printedText(String(value)))} 字`;
  if (typeof value === "number") return formatWithUnit(value, field.unit);
  if (typeof value === "boolean") return value ? "是" : "否";
  if (Array.isArray(value) && isList(field)) return `${value.length} 项`;
  if (Array.isArray(value)) {
    const names = namesIn(value).map(({ name }) => name);
    return names.length > 3 ? `${names.length} 个` : names.join("、");
  }
  if (typeof value !== "object" || value === null) return String(value);
  if (field.tally) return `${namesIn((value as Record<string, unknown>)[field.tally.count]).length} 个`;
  const namedKeys = schema?.anyOf?.flatMap(({ required }) => required ?? []);
  return field.children
    .filter((child) => Object.hasOwn(value, child.key) && (!namedKeys || namedKeys.includes(child.key)))
    .map(
      (child) =>
        `${isYear(child) ? child.key : child.title} ${found(valueAt(value, joinPointer("", child.key)), child)}`,
    )
    .join(",");
}
