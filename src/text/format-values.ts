/** Formats a figure as people write it: no binary rounding noise (0.1 + 0.2 → 0.3) and no thousands separators. */
export function formatNumber(value: number): string {
  return String(Number(value.toPrecision(15)));
}

/** Formats a figure with its unit: 30 个, 95%. @param unit none for a figure without a unit */
export function formatWithUnit(value: number, unit: string | undefined): string {
  if (!unit) return formatNumber(value);
  return unit === "%" ? `${formatNumber(value)}%` : `${formatNumber(value)} ${unit}`;
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
