import type { Checklist } from "../model/checklist.js";
import { SEVERITY_LABELS } from "../model/diagnostic.js";
import type { FormDocument } from "../model/document.js";
import { namesIn } from "../model/document-values.js";
import { type Field, isList, isYear } from "../model/field.js";
import type { SummarySetting } from "../model/form.js";
import { formatCell, isTextRange } from "../model/place.js";
import type { Report } from "../model/report.js";
import type { Sheet, Summary, SummaryTable } from "../model/summary.js";
import { GENERAL_TERMS } from "../model/terms.js";
import { maskFigure } from "../text/format-values.js";
import { joinPointer, valueAt } from "../text/json-pointer.js";

/** What the head of the summary table says. Without `unit` or `contact`, it has a line to fill in by hand. */
export interface SummaryHead {
  /** The office that sends the summary. */
  unit?: string | undefined;
  /** The person to contact. */
  contact?: string | undefined;
  /** A line above each table. */
  note?: string | undefined;
}

/** An empty line that is filled in by hand. */
const LINE = "______________";

/**
 * Makes the summary workbook: the table of the form, one for each city, then sheets with all figures, the checklists and
 * the findings.
 * @param report the result of checking the documents
 * @param form the table as the notice prints it (`summary` in the form's `form.yaml`)
 * @param checklists one for each document, in the same order
 */
export function summaryOf(report: Report, form: SummarySetting, checklists: Checklist[], head: SummaryHead): Summary {
  return {
    tables: tables(report.documents, form, head),
    sheets: [figures(report.documents), points(checklists), findings(report)],
    ...(head.note && { note: head.note }),
  };
}

/** Makes one table for each value of the grouping field, such as the city; documents without one share “未填”. */
function tables(documents: FormDocument[], form: SummarySetting, head: SummaryHead): SummaryTable[] {
  const groups = new Map<string, FormDocument[]>();
  for (const document of documents) {
    const name = String(valueAt(document.data, form.group) ?? "未填");
    groups.set(name, [...(groups.get(name) ?? []), document]);
  }
  return [...groups].map(([name, members]) => ({
    name,
    head: { [form.unit]: head.unit ?? LINE, [form.contact]: head.contact ?? LINE },
    rows: members.map((document, index) =>
      Object.fromEntries(
        form.columns.map(({ title, field }) => [
          title,
          field ? (cell(valueAt(document.data, field)) ?? "") : index + 1,
        ]),
      ),
    ),
  }));
}

function textOf(value: unknown): string {
  if (!Array.isArray(value)) return String(value ?? "");
  return namesIn(value)
    .map(({ name }) => name)
    .join("、");
}

/** Makes the sheet 数据总表. It has a row for each document and a column for each figure, with the unit in the header. */
function figures(documents: FormDocument[]): Sheet {
  const root = documents[0]?.kind.root as Field;
  const columns: { title: string; width: number; value: (document: FormDocument) => string | number | undefined }[] =
    [];
  for (const field of root.children.filter(
    (child) => child.children.length === 0 && child.wordLimit === undefined && child.schema.const === undefined,
  )) {
    if (field.schema.patternProperties) continue;
    columns.push({ title: field.title, width: 22, value: ({ data }) => cell(valueAt(data, field.pointer)) });
  }
  const walk = (field: Field) => {
    // Documents have different numbers of entries, so the figures in entries cannot be columns.
    if (field.schema.deprecated || isList(field)) return;
    const { tally } = field;
    if (tally) {
      const list = joinPointer(field.pointer, tally.count);
      columns.push({
        title: `${field.title}·${tally.as}（个）`,
        width: 14,
        value: ({ data }) => {
          const names = valueAt(data, list);
          return Array.isArray(names) ? namesIn(names).length : undefined;
        },
      });
    }
    if (isFigure(field))
      columns.push({ title: headerOf(field), width: 14, value: ({ data }) => numeric(valueAt(data, field.pointer)) });
    field.children.forEach(walk);
  };
  root.children.forEach(walk);
  return {
    name: "数据总表",
    keep: 2,
    columns: [{ title: "序号", width: 6 }, ...columns.map(({ title, width }) => ({ title, width }))],
    rows: documents.map((document, index) => [index + 1, ...columns.map(({ value }) => value(document))]),
  };
}

function isFigure({ schema, children }: Field): boolean {
  return children.length === 0 && (schema.type === "number" || schema.type === "integer");
}

/** Returns the header of a figure: label, year and unit. The unit is left out if the label contains it already. */
function headerOf(field: Field): string {
  const context = field.parent && (isYear(field) || isYear(field.parent)) ? field.name : withGroup(field);
  return field.unit && !context.includes(field.unit) ? `${context}（${field.unit}）` : context;
}

/** Adds the title of the group to a name when the unit belongs to the group, because such names can repeat. */
function withGroup({ name, parent }: Field): string {
  return parent?.unit && !name.includes("·") ? `${parent.title}·${name}` : name;
}

/** Converts a figure for a cell; undefined for anything else. */
function numeric(value: unknown): string | number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? cell(value) : undefined;
}

/**
 * Converts a value for a cell: numbers stay numbers, so that Excel can calculate with them. A number that may be a mobile
 * number in a wrong field becomes a masked text, because the table is passed on.
 */
function cell(value: unknown): string | number | undefined {
  if (value === undefined) return undefined;
  if (typeof value === "boolean") return value ? "是" : "否";
  return typeof value === "number" ? maskFigure(value) : textOf(value);
}

/** Makes the sheet 指标核对. It has a row for each document and a column for each point. */
function points(checklists: Checklist[]): Sheet {
  const all = checklists.map((checklist) => checklist.groups.flatMap((group) => group.points));
  return {
    name: "指标核对",
    keep: 1,
    columns: [{ title: "名称", width: 36 }, ...(all[0] ?? []).map(({ id }) => ({ title: id, width: 14 }))],
    rows: checklists.map(({ name }, index) => [name, ...(all[index] ?? []).map(({ status }) => status.join("、"))]),
  };
}

/**
 * Makes the sheets of the checklist workbook: an overview with a row for each document and a column for each point, and
 * the details with a row for each criterion.
 */
export function checklistSheets(checklists: Checklist[]): Sheet[] {
  const { point, pointGroup } = checklists[0]?.presentation.terms ?? GENERAL_TERMS;
  const titles = ["名称", pointGroup, point, `${point}内容`, "状态", "核对内容", "结论", "填报情况"];
  const widths = [30, 14, 8, 50, 22, 40, 10, 40];
  const details = checklists.flatMap(({ name, groups }) =>
    groups.flatMap((group) =>
      group.points.flatMap(({ id, text, status, criteria }) =>
        criteria.map(({ what, verdict, found }) => [
          name,
          group.name,
          id,
          text,
          status.join("、"),
          what,
          verdict,
          found,
        ]),
      ),
    ),
  );
  return [
    points(checklists),
    {
      name: "核对明细",
      keep: 1,
      columns: titles.map((title, index) => ({ title, width: widths[index] as number })),
      rows: details,
    },
  ];
}

/** Makes the sheet 校验结果. It has a row for each finding. */
function findings({ diagnostics }: Report): Sheet {
  const titles = ["文件", "行", "列", "级别", "规则", "说明", "办法", "依据"];
  const widths = [36, 7, 7, 8, 24, 60, 40, 50];
  return {
    name: "校验结果",
    keep: 1,
    columns: titles.map((title, index) => ({ title, width: widths[index] as number })),
    rows: diagnostics.map(({ file, place, severity, ruleId, message, hint, clause }) => [
      file,
      ...(isTextRange(place) ? [place.start.line, place.start.column] : [formatCell(place), undefined]),
      SEVERITY_LABELS[severity],
      ruleId,
      message,
      hint,
      clause,
    ]),
  };
}
