import { daysInMonth } from "../text/days-in-month.js";

// Decisions that compare days. All days are texts YYYY-MM-DD, which sort correctly as texts. A day that is not filled in
// is undefined.

/** Whether a text is a day that exists, written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text)?.map(Number) ?? [];
  return year !== undefined && month !== undefined && !!day && day <= daysInMonth(year, month);
}

/** Whether a day has passed. The day itself has not passed: on a last day, things can still be filed. */
export function hasPassed(day: string, today: string): boolean {
  return day < today;
}

/** Whether a day is after today. A document with such a date has a wrong date, or is not filed yet. */
export function isInFuture(day: string, today: string): boolean {
  return day > today;
}

/**
 * Whether something was filed late, that is, after the due day. The due day itself is in time.
 * @returns false when `filed` is undefined, because what is not filed is missing, not late
 */
export function isLate(filed: string | undefined, due: string): boolean {
  return filed !== undefined && filed > due;
}

/**
 * Whether something has to be filed. The notice asks for nothing that was due before the day it was issued; what is due
 * on that day or later is owed.
 */
export function isOwed(due: string, issued: string): boolean {
  return due >= issued;
}

/**
 * Whether something was approved before it was filed. Both on the same day is accepted.
 * @returns false when one of the days is undefined
 */
export function isApprovedBeforeFiling(approved: string | undefined, filed: string | undefined): boolean {
  return approved !== undefined && filed !== undefined && approved <= filed;
}
