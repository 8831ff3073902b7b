import type { FormDocument } from "../model/document.js";
import { dateAt, numberAt } from "../model/document-values.js";
import { type Field, fieldAt, leafFields } from "../model/field.js";
import type { Pointer } from "../model/json-schema.js";
import type { AmountLedger, FigureLedger, Sourced, YearLedger } from "../model/ledger.js";
import type { Tracking } from "../model/tracking.js";
import { joinPointer, splitPointer, valueAt } from "../text/json-pointer.js";
import { originOf, type YearFilings } from "./year-filings.js";

/**
 * Lists the amounts that were pledged in the application, planned for the year and spent by its end, in the unit of the
 * form. An amount that is not filled in is left out of its row.
 */
export function amountsOf({ year, application, plan, final }: YearFilings, { pledges }: Tracking): AmountLedger[] {
  return pledges.map(({ title, unit, pledged, planned, actual }) => ({
    title,
    unit,
    ...sourced("pledged", application, joinPointer(pledged, year)),
    ...sourced("planned", plan, planned),
    ...sourced("actual", final, actual),
  }));
}

/** Reads a number with its place under a given key; returns an empty object when it is not filled in. */
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
 * Lists the figures of a year from the year's summary; as long as there is none, from the half-year summary.
 * @param before the documents of the previous year. Some figures have no previous-year field of their own in the form;
 * their previous value comes from the summary in `before`.
 */
export function figuresOf(
  yearFilings: YearFilings,
  before: YearFilings | undefined,
  { figures }: Tracking,
): Pick<YearLedger, "counted" | "figures"> {
  const role = yearFilings.final ? "final" : "interim";
  const document = yearFilings[role];
  const section = document && fieldAt(document.kind.root, figures.fields);
  if (!document || !section) return { figures: [] };
  const asOf = dateAt(document, figures.asOf);
  // Figures are final only when the document says so; an empty answer does not say so.
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

/** Makes the row of a figure; returns no row when neither year has a value. */
function figureOf(
  { pointer, name, unit }: Field,
  section: string,
  document: FormDocument,
  finalBefore: FormDocument | undefined,
  { previous, current }: Tracking["figures"],
): FigureLedger[] {
  const steps = splitPointer(pointer);
  const value = numberAt(document, pointer);
  const earlier = steps.includes(current)
    ? numberAt(document, steps.map((step) => (step === current ? previous : step)).reduce(joinPointer, ""))
    : finalBefore && numberAt(finalBefore, pointer);
  if (value === undefined && earlier === undefined) return [];
  const label = steps.includes(current) ? name.split("·").filter((part) => part !== current) : [name];
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
