import { daysInMonth } from "./days-in-month.js";
import { toHalfWidth } from "./half-width.js";

const TYPED =
  /^(\d{4}) ?(?:年|[-./—–]) ?(\d{1,2}) ?(?:月?|月 ?(\d{1,2}) ?[日号]?|[-./—–] ?(\d{1,2}) ?[日号]?)$|^(\d{4})(\d{2})(\d{2})$/u;

/**
 * Parses a date in the ways that people type it: 2024年2月20日, 2024.2.20, 2024/2/20, 2024-2-20, 20240220.
 * @param text in full or half width
 * @returns YYYY-MM-DD, or YYYY-MM when no day is typed; undefined for any other text, for a day that does not exist,
 *   and for years before 1900 or after 2100
 */
export function parseTypedDate(text: string): string | undefined {
  const parts = TYPED.exec(toHalfWidth(text).trim());
  if (!parts) return undefined;
  const year = Number(parts[1] ?? parts[5]);
  const month = Number(parts[2] ?? parts[6]);
  const day = parts[3] ?? parts[4] ?? parts[7];
  if (year < 1900 || year > 2100 || month < 1 || month > 12) return undefined;
  if (day !== undefined && (Number(day) < 1 || Number(day) > daysInMonth(year, month))) return undefined;
  return [String(year), ...[month, ...(day === undefined ? [] : [Number(day)])].map(twoDigits)].join("-");
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
