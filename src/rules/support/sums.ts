import type { FormDocument } from "../../model/document.js";
import { numberAt } from "../../model/document-values.js";
import type { Pointer } from "../../model/json-schema.js";
import { formatNumber, toHundredths } from "../../text/format-values.js";

/**
 * Compares a total with the sum of its parts. It adds in hundredths, because sums of decimal fractions are not exact.
 * @returns undefined when both agree, or when the total or a part is not filled in yet. Otherwise, in the unit of the
 * fields: `total` as written, `actual` as added up, `off` = actual - total, and `sum`, the addition as text
 */
export function sumMismatch(
  document: FormDocument,
  parts: Pointer[],
  total: Pointer,
): { total: number; actual: number; off: number; sum: string } | undefined {
  const expected = numberAt(document, total);
  const values = parts.flatMap((part) => numberAt(document, part) ?? []);
  if (expected === undefined || values.length < parts.length) return undefined;
  const sum = values.reduce((subtotal, value) => subtotal + toHundredths(value), 0);
  const off = sum - toHundredths(expected);
  if (off === 0) return undefined;
  return { total: expected, actual: sum / 100, off: off / 100, sum: values.map(formatNumber).join(" + ") };
}
