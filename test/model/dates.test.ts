import { describe, expect, it } from "vitest";
import { hasPassed, isApprovedBeforeFiling, isInFuture, isLate, isOwed } from "../../src/model/dates.js";

const DAY = "2025-03-01";

/** The day before, the day itself, the day after; across the end of a month. */
const days = ["2025-02-28", DAY, "2025-03-02"] as const;
const decisions = (decide: (day: string) => boolean) => days.map(decide);

describe("the day before, the same day, the day after", () => {
  it.each<[string, (day: string) => boolean, boolean[]]>([
    ["a day that has passed, today being the 1st", (day) => hasPassed(day, DAY), [true, false, false]],
    ["a day in the future, today being the 1st", (day) => isInFuture(day, DAY), [false, false, true]],
    ["filed late, due on the 1st", (day) => isLate(day, DAY), [false, false, true]],
    ["owed, when the notice was issued on the 1st", (day) => isOwed(day, DAY), [false, true, true]],
    ["approved before it was filed on the 1st", (day) => isApprovedBeforeFiling(day, DAY), [true, true, false]],
    ["filed after it was approved on the 1st", (day) => isApprovedBeforeFiling(DAY, day), [false, true, true]],
  ])("%s", (_, decide, expected) => {
    expect(decisions(decide)).toEqual(expected);
  });
});

describe("a day that is not written", () => {
  it.each([
    ["no filing is late", isLate(undefined, DAY)],
    ["nothing was approved", isApprovedBeforeFiling(undefined, DAY)],
    ["nothing was filed", isApprovedBeforeFiling(DAY, undefined)],
    ["neither", isApprovedBeforeFiling(undefined, undefined)],
  ])("%s", (_, decided) => {
    expect(decided).toBe(false);
  });
});

it("days are compared across years and months", () => {
  expect(isLate("2026-01-01", "2025-12-31")).toBe(true);
  expect(isLate("2025-09-30", "2025-10-01")).toBe(false);
  expect(hasPassed("2024-02-29", "2024-03-01")).toBe(true);
});
