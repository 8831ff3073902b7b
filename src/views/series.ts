import type { Consortium } from "../model/consortia.js";
import type { FormDocument } from "../model/document.js";
import { numberAt } from "../model/document-values.js";
import { type Field, fieldAt, isYear, leafFields } from "../model/field.js";
import type { Form } from "../model/form.js";
import type { FigureGroup, FigureSeries, YearValue } from "../model/province.js";
import type { Tracking } from "../model/tracking.js";
import { joinPointer, splitPointer, valueAt } from "../text/json-pointer.js";

/** A figure that the form asks for by year. One `Figure` stands for all its years. */
interface Figure {
  /** Its pointer without the year, which is the same in all kinds of documents. */
  key: string;
  name: string;
  unit?: string;
  group: string;
}

/**
 * Makes a time series of each figure that the form asks for by year, for every consortium. Values come from applications
 * and summaries. When several documents give a value for the same year, the latest document is used.
 * @returns the series in the groups and the order of the form, in the units of the form
 */
export function seriesOf({ tracking }: Form, consortia: Consortium[]): FigureGroup[] {
  const figures = new Map<string, Figure>();
  /** Values by the key of the figure, the name of the consortium, and the year. */
  const valuesByFigure = new Map<string, Map<string, Map<number, YearValue>>>();
  for (const { name, documents } of consortia) {
    for (const document of inOrder(documents, tracking)) {
      for (const { figure, value } of valuesIn(document, tracking)) {
        if (!figures.has(figure.key)) figures.set(figure.key, figure);
        innerMap(innerMap(valuesByFigure, figure.key), name).set(value.year, value);
      }
    }
  }
  const groups = new Map<string, FigureSeries[]>();
  for (const { key, name, unit, group } of figures.values()) {
    const rows = [...innerMap(valuesByFigure, key)].map(([consortium, values]) => ({
      name: consortium,
      values: [...values.values()].sort((a, b) => a.year - b.year),
    }));
    const years = [...new Set(rows.flatMap(({ values }) => values.map(({ year }) => year)))].sort((a, b) => a - b);
    const series = { name, ...(unit !== undefined && { unit }), years, consortia: rows };
    groups.set(group, [...(groups.get(group) ?? []), series]);
  }
  return [...groups].map(([title, each]) => ({ title, figures: each }));
}

/** Returns the inner map of a key, and adds an empty one if there is none. */
function innerMap<K, V>(map: Map<string, Map<K, V>>, key: string): Map<K, V> {
  const inner = map.get(key) ?? new Map<K, V>();
  map.set(key, inner);
  return inner;
}

/** Sorts documents by time: the application, then for each year the half-year summary and the year's summary. */
function inOrder(documents: FormDocument[], tracking: Tracking | undefined): FormDocument[] {
  const roles = tracking ? [tracking.filings.interim.kind, tracking.filings.final.kind] : [];
  const rank = (document: FormDocument) =>
    ((tracking && numberAt(document, tracking.year)) ?? 0) * roles.length + roles.indexOf(document.kindName);
  return [...documents].sort((a, b) => rank(a) - rank(b));
}

/**
 * Lists the values by year that a document contains. A value of the current year is provisional unless the document says
 * that its figures are final.
 */
function valuesIn(document: FormDocument, tracking: Tracking | undefined): { figure: Figure; value: YearValue }[] {
  const base = fieldAt(document.kind.root, tracking?.figures.fields ?? "");
  if (!base) return [];
  return base.children.flatMap((group) =>
    leafFields(group).flatMap((field) => {
      const dated = yearField(field);
      const value = numberAt(document, field.pointer);
      const year = dated && calendarYear(dated.key, document, tracking);
      if (!dated || value === undefined || year === undefined) return [];
      const provisional =
        dated.key === tracking?.figures.current && valueAt(document.data, tracking.figures.provisional) !== false;
      return [{ figure: figureOf(field, dated, group), value: { year, value, provisional } }];
    }),
  );
}

/**
 * Returns the field that stands for the year of a figure: the figure itself or its parent; undefined when neither does.
 */
function yearField(field: Field): Field | undefined {
  if (field.schema.type !== "number" && field.schema.type !== "integer") return undefined;
  return [field, field.parent].find((each) => each && isYear(each));
}

function figureOf({ pointer, name, unit }: Field, dated: Field, group: Field): Figure {
  return {
    key: splitPointer(pointer)
      .filter((step) => step !== dated.key)
      .reduce(joinPointer, ""),
    name: name.replace(`·${dated.title}`, ""),
    ...(unit !== undefined && { unit }),
    group: group.title,
  };
}

/**
 * Converts the key of a year to a calendar year. `2023` is one already; a word such as 上年 is counted from the year that
 * the document is about.
 * @returns undefined when the key is a word and the document does not say its year
 */
function calendarYear(key: string, document: FormDocument, tracking: Tracking | undefined): number | undefined {
  if (/^\d+$/u.test(key)) return Number(key);
  const own = tracking && numberAt(document, tracking.year);
  if (own === undefined) return undefined;
  return key === tracking?.figures.previous ? own - 1 : own;
}
