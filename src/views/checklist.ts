import type { Checklist, ChecklistPoint, Criterion, PointStatus, Verdict } from "../model/checklist.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { isSchemaCheck } from "../model/diagnostic-ids.js";
import type { FormDocument } from "../model/document.js";
import { type Field, fieldAt, isList, isYear } from "../model/field.js";
import { type CriterionSetting, criterionKey, type IndicatorPoint, type Indicators } from "../model/indicators.js";
import type { JsonSchema, SchemaCheck } from "../model/json-schema.js";
import { presentationOf } from "../model/presentation.js";
import { formatWithUnit } from "../text/format-values.js";
import { joinPointer, valueAt } from "../text/json-pointer.js";
import { printedText } from "../text/markdown.js";
import { countWords } from "../text/word-count.js";

/**
 * Goes through the form's indicators for one document. Unfilled is not the same as unmet, and what only a person can
 * judge is left to a person.
 * @param diagnostics findings of the same run, for criteria that rest on a rule
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

function statusOf(point: IndicatorPoint, criteria: Criterion[], evidence: string[]): PointStatus[] {
  const data = criteria.filter((_, index) => point.criteria[index]?.field !== undefined);
  const met = data.filter(({ verdict }) => verdict === "满足").length;
  const status: PointStatus[] = [];
  if (data.length > 0 && met === data.length) status.push("有数据支撑");
  else if (met > 0) status.push("部分支撑");
  // a point without a field of its own rests on supporting material alone
  else if (data.some(({ verdict }) => verdict === "不满足")) status.push("不满足");
  else if (data.length > 0 || evidence.length === 0) status.push("缺失");
  if (evidence.length > 0) status.push("有佐证");
  if (criteria.some(({ verdict }) => verdict === "待人工")) status.push("需人工评审");
  return status;
}

/** Titles of the supporting material listed for a point. */
function evidenceFor({ data, kind }: FormDocument, point: string): string[] {
  if (kind.evidence === undefined) return [];
  const pointer = joinPointer(kind.evidence, point);
  const listed = valueAt(data, pointer);
  // an entry may be written as its title alone: its schema's short form says which part that is
  const title = fieldAt(kind.root, joinPointer(pointer, 0))?.schema.shorthand;
  const named = Array.isArray(listed) ? listed.map((item) => valueAt(item, title ? joinPointer("", title) : "")) : [];
  return named.filter((each) => typeof each === "string");
}

function criterionOf(
  form: CriterionSetting,
  document: FormDocument,
  given: { evidence: string[]; diagnostics: Diagnostic[]; check?: SchemaCheck },
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

function verdictOf(
  form: CriterionSetting,
  field: Field,
  value: unknown,
  given: { diagnostics: Diagnostic[]; check?: SchemaCheck },
): Verdict {
  if (value === undefined) return "未填";
  // a value of a wrong kind satisfies nothing
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

function isWithin(pointer: string, whole: string): boolean {
  return pointer === whole || pointer.startsWith(`${whole}/`);
}

/** Whether something required below a field is not filled in. */
function hasGaps(value: unknown, field: Field): boolean {
  const holders = Array.isArray(value) && isList(field) ? value : [value];
  return holders.some((holder) =>
    field.children.some((child) => {
      const inner = valueAt(holder, joinPointer("", child.key));
      return inner === undefined ? child.required : hasGaps(inner, child);
    }),
  );
}

/** Values as a reviewer wants to see them; names and phone numbers are not shown. */
function found(value: unknown, field: Field, schema?: JsonSchema): string {
  if (field.entity === "person" || field.entity === "phone") return "已填";
  if (field.wordLimit !== undefined) return `${countWords(printedText(String(value)))} 字`;
  if (typeof value === "number") return formatWithUnit(value, field.unit);
  if (typeof value === "boolean") return value ? "是" : "否";
  if (Array.isArray(value) && isList(field)) return `${value.length} 项`;
  if (Array.isArray(value)) return value.length > 3 ? `${value.length} 个` : value.join("、");
  if (typeof value !== "object" || value === null) return String(value);
  if (field.tally) return `${(value as Record<string, unknown[]>)[field.tally.count]?.length ?? 0} 个`;
  const looked = schema?.anyOf?.flatMap(({ required }) => required ?? []);
  return field.children
    .filter((child) => Object.hasOwn(value, child.key) && (!looked || looked.includes(child.key)))
    .map(
      (child) =>
        `${isYear(child) ? child.key : child.title} ${found(valueAt(value, joinPointer("", child.key)), child)}`,
    )
    .join(",");
}
