import { fold } from "../text/fold.js";
import { formatNumber, formatWithUnit } from "../text/format-values.js";
import { joinPointer } from "../text/json-pointer.js";
import type { FormDocument } from "./document.js";
import { numberAt, textAt } from "./document-values.js";
import type { Pointer } from "./json-schema.js";
import type { Direction, Tracking } from "./tracking.js";

/** The target of a task: which figure, how much, and whether it must not be lower or not be higher. */
export interface Target {
  name: string;
  value: number;
  unit: string;
  /** Undefined when the plan has a word for it that the form does not know. */
  direction?: Direction;
  /** Whether the plan says the direction itself. Otherwise it is `at-least`. */
  stated: boolean;
}

/**
 * How a figure compares with its target. `unit`: the units differ, or the figure seems to be written in another unit.
 * `unclear`: the plan does not say which direction is meant, and both are possible.
 */
export type Comparison = "met" | "unmet" | "unit" | "unclear";

/** Units that are written with and without 万 differ by this factor. */
const MYRIAD = 10_000;

/**
 * Reads the target of a task.
 * @param at pointer to the target in the plan
 * @returns undefined when it has no value
 */
export function targetAt(
  plan: FormDocument,
  at: Pointer,
  { target, directions }: Tracking["tasks"],
): Target | undefined {
  const value = numberAt(plan, joinPointer(at, target.value));
  if (value === undefined) return undefined;
  const word = textAt(plan, joinPointer(at, target.direction));
  const direction = word === undefined ? "at-least" : Object.hasOwn(directions, word) ? directions[word] : undefined;
  return {
    name: textAt(plan, joinPointer(at, target.name)) ?? "",
    value,
    unit: textAt(plan, joinPointer(at, target.unit)) ?? "",
    ...(direction && { direction }),
    stated: word !== undefined,
  };
}

/**
 * Compares a figure with its target. It never calls a figure too low when the unit or the direction may be the reason.
 * @param unit the unit of the figure; undefined when it is that of the target
 */
export function compareWithTarget(
  actual: number,
  unit: string | undefined,
  target: Target,
  { lowerIsBetter }: Tracking["tasks"],
): Comparison {
  if (unit !== undefined && fold(unit) !== fold(target.unit)) return "unit";
  if (target.direction === undefined) return "unclear";
  if (differsByMyriad(actual, target.value)) return "unit";
  if (!target.stated && !sameFigure(actual, target.value) && lowerIsBetter.some((word) => target.name.includes(word)))
    return "unclear";
  return reaches(actual, target) ? "met" : "unmet";
}

/** Says how a figure misses its target: 低于目标 100 人. */
export function missedTarget(target: Target): string {
  const word = { "at-least": "低于", "at-most": "高于", exactly: "不等于" }[target.direction ?? "at-least"];
  return `${word}目标 ${formatWithUnit(target.value, target.unit)}`;
}

function reaches(actual: number, { value, direction }: Target): boolean {
  if (sameFigure(actual, value)) return true;
  return direction === "at-most" ? actual < value : direction === "at-least" ? actual > value : false;
}

/** Whether two figures are the same as people write them, without the noise of binary fractions. */
function sameFigure(a: number, b: number): boolean {
  return formatNumber(a) === formatNumber(b);
}

/** Whether one figure is about ten thousand times the other, as when 2.4 万人日 stands beside 28000 人日. */
function differsByMyriad(a: number, b: number): boolean {
  const [small, large] = a < b ? [a, b] : [b, a];
  const factor = small > 0 ? large / small / MYRIAD : 0;
  return factor >= 0.5 && factor <= 2;
}
