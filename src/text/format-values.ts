import { maskPhones } from "./mask-phones.js";

/** Formats a figure as people write it: no binary rounding noise (0.1 + 0.2 → 0.3) and no thousands separators. */
export function formatNumber(value: number): string {
  return String(Number(value.toPrecision(15)));
}

/**
 * Formats a figure with its unit for reports: 30 个, 95%. One that may be a mobile number in a wrong field is masked,
 * because reports are passed on.
 * @param unit none for a figure without a unit
 */
export function formatWithUnit(value: number, unit?: string): string {
  const figure = maskPhones(formatNumber(value));
  if (!unit) return figure;
  return unit === "%" ? `${figure}%` : `${figure} ${unit}`;
}

/**
 * Formats a date the Chinese way: `2024-02-20` → 2024年2月20日, `2024-06` → 2024年6月.
 * @returns any other text unchanged
 */
export function formatChineseDate(date: string): string {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/u.exec(date);
  if (!match) return date;
  const [, year, month, day] = match;
  return `${year}年${Number(month)}月${day ? `${Number(day)}日` : ""}`;
}

/** Converts a figure to a whole number of hundredths, so that sums of money can be compared exactly. */
export function toHundredths(value: number): number {
  return Math.round(value * 100);
}

/** Gives a figure for a table that is passed on: one that may be a mobile number in a wrong field as a masked text. */
export function maskFigure(value: number): number | string {
  const shown = formatWithUnit(value);
  return shown.includes("…") ? shown : value;
}
