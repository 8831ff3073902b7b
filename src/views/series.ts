import type { Consortium } from "../model/consortia.js";
import type { FormDocument } from "../model/document.js";
import { numberAt } from "../model/document-values.js";
import { type Field, fieldAt, isYear, leafFields } from "../model/field.js";
import type { Form } from "../model/form.js";
import type { FigureGroup, FigureSeries, YearValue } from "../model/province.js";
import type { Tracking } from "../model/tracking.js";
import { joinPointer, splitPointer, valueAt } from "../text/json-pointer.js";

/** A figure with a year of its own, whatever the year. */
interface Figure {
  /** Its pointer without the year: the same in all kinds of documents. */
  key: string;
  name: string;
  unit?: string;
  group: string;
}

/**
 * The figures the form asks for by year, of all consortia, from their applications and summaries. Where several
 * documents say the same year's, the latest one counts.
 */
export function seriesOf({ tracking }: Form, consortia: Consortium[]): FigureGroup[] {
  const figures = new Map<string, Figure>();
  const said = new Map<string, Map<string, Map<number, YearValue>>>();
  for (const { name, documents } of consortia) {
    for (const document of inOrder(documents, tracking)) {
      for (const { figure, value } of statedIn(document, tracking)) {
        if (!figures.has(figure.key)) figures.set(figure.key, figure);
        within(within(said, figure.key), name).set(value.year, value);
      }
    }
  }
  const groups = new Map<string, FigureSeries[]>();
  for (const { key, name, unit, group } of figures.values()) {
    const rows = [...within(said, key)].map(([consortium, values]) => ({
      name: consortium,
      values: [...values.values()].sort((a, b) => a.year - b.year),
    }));
    const years = [...new Set(rows.flatMap(({ values }) => values.map(({ year }) => year)))].sort((a, b) => a - b);
    const series = { name, ...(unit !== undefined && { unit }), years, consortia: rows };
    groups.set(group, [...(groups.get(group) ?? []), series]);
  }
  return [...groups].map(([title, each]) => ({ title, figures: each }));
}

function within<K, V>(map: Map<string, Map<K, V>>, key: string): Map<K, V> {
  const inner = map.get(key) ?? new Map<K, V>();
  map.set(key, inner);
  return inner;
}

/** Documents in the order they were written in: the application, then year by year. */
function inOrder(documents: FormDocument[], tracking: Tracking | undefined): FormDocument[] {
  const roles = tracking ? [tracking.filings.interim.kind, tracking.filings.final.kind] : [];
  const rank = (document: FormDocument) =>
    ((tracking && numberAt(document, tracking.year)) ?? 0) * roles.length + roles.indexOf(document.kindName);
  return [...documents].sort((a, b) => rank(a) - rank(b));
}

function statedIn(document: FormDocument, tracking: Tracking | undefined): { figure: Figure; value: YearValue }[] {
  const base = fieldAt(document.kind.root, tracking?.figures.fields ?? "");
  if (!base) return [];
  return base.children.flatMap((group) =>
    leafFields(group).flatMap((field) => {
      const dated = yearField(field);
      const value = numberAt(document, field.pointer);
      const year = dated && yearMeant(dated.key, document, tracking);
      if (!dated || value === undefined || year === undefined) return [];
      const provisional =
        dated.key === tracking?.figures.current && valueAt(document.data, tracking.figures.provisional) !== false;
      return [{ figure: figureOf(field, dated, group), value: { year, value, provisional } }];
    }),
  );
}

/** The field itself or what holds it, whichever is a year. */
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

/** 2023 is itself; a name such as 上年 means a year by the one the document is about. */
function yearMeant(key: string, document: FormDocument, tracking: Tracking | undefined): number | undefined {
  if (/^\d+$/u.test(key)) return Number(key);
  const own = tracking && numberAt(document, tracking.year);
  if (own === undefined) return undefined;
  return key === tracking?.figures.previous ? own - 1 : own;
}
