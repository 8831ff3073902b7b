/** A figure as it was written, without the noise of binary fractions and without thousands separators. */
export function formatNumber(value: number): string {
  return String(Number(value.toPrecision(15)));
}

/** A figure with its unit: 30 个, 95%. */
export function formatWithUnit(value: number, unit: string | undefined): string {
  if (!unit) return formatNumber(value);
  return unit === "%" ? `${formatNumber(value)}%` : `${formatNumber(value)} ${unit}`;
}

/** `2024-02-20` → 2024年2月20日, `2024-06` → 2024年6月; anything else stays as it is. */
export function formatChineseDate(date: string): string {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/u.exec(date);
  if (!match) return date;
  const [, year, month, day] = match;
  return `${year}年${Number(month)}月${day ? `${Number(day)}日` : ""}`;
}

/** Hundredths of a figure as a whole number, so that sums of money compare exactly. */
export function toHundredths(value: number): number {
  return Math.round(value * 100);
}
