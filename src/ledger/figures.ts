import type { FormDocument } from "../model/document.js";
import { dateAt, numberAt } from "../model/document-values.js";
import { type Field, fieldAt, leafFields } from "../model/field.js";
import type { Pointer } from "../model/json-schema.js";
import type { AmountLedger, FigureLedger, Sourced, YearLedger } from "../model/ledger.js";
import type { Tracking } from "../model/tracking.js";
import { joinPointer, splitPointer, valueAt } from "../text/json-pointer.js";
import { originOf, type YearFilings } from "./year-filings.js";

/** What was pledged for a year, planned and spent. */
export function amountsOf({ year, application, plan, final }: YearFilings, { pledges }: Tracking): AmountLedger[] {
  return pledges.map(({ title, unit, pledged, planned, actual }) => ({
    title,
    unit,
    ...sourced("pledged", application, joinPointer(pledged, year)),
    ...sourced("planned", plan, planned),
    ...sourced("actual", final, actual),
  }));
}

function sourced<K extends string>(
  key: K,
  document: FormDocument | undefined,
  pointer: Pointer,
): Partial<Record<K, Sourced>> {
  const value = document && numberAt(document, pointer);
  if (!document || value === undefined) return {};
  return { [key]: { value, ...originOf(document, pointer) } } as Record<K, Sourced>;
}

/**
 * The figures of a year, as its summary has them, or while there is none the half-year's.
 * @param before the papers of the year before: a figure that the form asks for without a year is compared with its own
 */
export function figuresOf(
  papers: YearFilings,
  before: YearFilings | undefined,
  { figures }: Tracking,
): Pick<YearLedger, "counted" | "figures"> {
  const role = papers.final ? "final" : "interim";
  const document = papers[role];
  const section = document && fieldAt(document.kind.root, figures.fields);
  if (!document || !section) return { figures: [] };
  const asOf = dateAt(document, figures.asOf);
  // whoever does not say that the figures are final has not said it
  const provisional = valueAt(document.data, figures.provisional) !== false;
  return {
    counted: { role, ...(asOf !== undefined && { asOf }), provisional },
    figures: section.children.flatMap((group) =>
      leafFields(group)
        .filter((field) => isFigure(field) && !splitPointer(field.pointer).includes(figures.previous))
        .flatMap((field) => figureOf(field, group.title, document, before?.final, figures)),
    ),
  };
}

function isFigure({ schema }: Field): boolean {
  return (schema.type === "number" || schema.type === "integer") && !schema.deprecated;
}

function figureOf(
  { pointer, name, unit }: Field,
  section: string,
  document: FormDocument,
  finalBefore: FormDocument | undefined,
  { previous, current }: Tracking["figures"],
): FigureLedger[] {
  const way = splitPointer(pointer);
  const value = numberAt(document, pointer);
  const earlier = way.includes(current)
    ? numberAt(document, way.map((step) => (step === current ? previous : step)).reduce(joinPointer, ""))
    : finalBefore && numberAt(finalBefore, pointer);
  if (value === undefined && earlier === undefined) return [];
  const label = way.includes(current) ? name.split("·").filter((part) => part !== current) : [name];
  return [
    {
      name: label.join("·"),
      section,
      ...(unit !== undefined && { unit }),
      ...(earlier !== undefined && { previous: earlier }),
      ...(value !== undefined && { value }),
      origin: originOf(document, pointer),
    },
  ];
}
