// What is decided by comparing days. All are YYYY-MM-DD, which sort as texts; undefined where none is written.

/** Whether a day is over: on the day itself, what it is the last day for can still be done. */
export function hasPassed(day: string, today: string): boolean {
  return day < today;
}

/** Whether a day is still to come; today is not. A document dated so was misdated, or is not filed yet. */
export function isInFuture(day: string, today: string): boolean {
  return day > today;
}

/** Whether something was filed late: after the day it was due. On that day it is in time; without a date nothing is late. */
export function isLate(filed: string | undefined, due: string): boolean {
  return filed !== undefined && filed > due;
}

/** Whether something has to be filed: due on the day the notice was issued or later. What was due before is not asked for. */
export function isOwed(due: string, issued: string): boolean {
  return due >= issued;
}

/**
 * Whether something was approved before it was filed; the same day counts. Without a date of approval, or of filing,
 * it was not.
 */
export function isApprovedBeforeFiling(approved: string | undefined, filed: string | undefined): boolean {
  return approved !== undefined && filed !== undefined && approved <= filed;
}
