import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import type { CheckOptions, Diagnostic, RelatedPlace, Report } from "../../src/index.js";
import { checkTexts, root } from "../support/check.js";
import { plan as fullPlan, summary as fullSummary } from "../support/full-filings.js";
import { rangeOf } from "../support/range-of.js";

// Decision tables: a complete document changed in one place, and what is decided of it. A decision says how severe it
// is, where it points and which other places it names; its wording is not part of it.

// biome-ignore lint/suspicious/noExplicitAny: tests put values of every kind everywhere
export type Anything = any;
export type Data = Record<string, Anything>;
/** New values by pointer: `undefined` takes a field away, a function makes the new value from the old one. */
export type Changes = Record<string, unknown>;

const example: Data = parse(readFileSync(path.join(root, "examples/hunan-2024/application.yaml"), "utf8"));
const examplePlan = fullPlan();
const exampleHalfYear = fullSummary("半年工作总结");
const exampleYearEnd = fullSummary("年度工作总结");

/** The complete 推荐书 of the examples with some fields changed. */
export const application = (changes: Changes = {}): Data => changed(example, changes);
/** A complete 年度工作计划 of 2025, likewise. */
export const plan = (changes: Changes = {}): Data => changed(examplePlan, changes);
/** A complete 半年工作总结 of 2025, likewise. */
export const halfYear = (changes: Changes = {}): Data => changed(exampleHalfYear, changes);
/** A complete 年度工作总结 of 2025, likewise. */
export const yearEnd = (changes: Changes = {}): Data => changed(exampleYearEnd, changes);

function changed(base: Data, changes: Changes): Data {
  const data = structuredClone(base);
  for (const [pointer, value] of Object.entries(changes)) put(data, pointer.split("/").slice(1), value);
  return data;
}

function put(holder: Anything, [step = "", ...rest]: string[], value: unknown): void {
  if (rest.length > 0) {
    holder[step] ??= {};
    put(holder[step], rest, value);
  } else if (value !== undefined)
    holder[step] = typeof value === "function" ? value(holder[step]) : structuredClone(value);
  else if (Array.isArray(holder)) holder.splice(Number(step), 1);
  else delete holder[step];
}

const NAMES = ["甲", "乙", "丙", "丁", "戊"];

/** Checks documents together; they are reported as 甲, 乙, 丙 in the order given. */
export function reportOn(given: Data | Data[], options: Partial<CheckOptions> = {}): Promise<Report> {
  const texts = [given].flat().map((data, index) => [NAMES[index], stringify(data, { lineWidth: 0 })]);
  return checkTexts(Object.fromEntries(texts), options);
}

/**
 * What one rule or check decides of documents.
 * @returns for each finding `[file] severity pointer [key] [unfilled] [→ file text]…`: the file where there are several
 * documents, `key` where the name of the field is marked rather than its value, `→` for each other place it names
 */
export async function decide(
  ruleId: string,
  given: Data | Data[],
  options: Partial<CheckOptions> = {},
): Promise<string[]> {
  const report = await reportOn(given, options);
  const several = Array.isArray(given) && given.length > 1;
  return report.diagnostics
    .filter((each) => each.ruleId === ruleId)
    .map((each) => (several ? `${each.file} ` : "") + decision(each, report));
}

/** What all checks and rules decide of a document, each with its id. */
export async function decideAll(given: Data, options: Partial<CheckOptions> = {}): Promise<string[]> {
  const report = await reportOn(given, options);
  return report.diagnostics.map((each) => `${each.ruleId} ${decision(each, report)}`);
}

/** A finding as its decision. */
export function decision({ severity, pointer, unfilled, related, ...at }: Diagnostic, report: Report): string {
  const key = pointer.split("/").at(-1);
  const marked = textAt(at, report).replaceAll('"', "");
  return [
    severity,
    pointer,
    ...(key !== "" && marked === key ? ["key"] : []),
    ...(unfilled ? ["unfilled"] : []),
    ...related.map((place) => `→ ${place.file} ${textAt(place, report)}`),
  ].join(" ");
}

/** The text a finding marks. */
export function textAt(at: Pick<RelatedPlace, "file" | "place">, report: Report): string {
  const { start, end } = rangeOf(at);
  return report.texts.get(at.file)?.slice(start.offset, end.offset) ?? "";
}

export type Row = [what: string, changes: Changes, decisions: string[]];

/** A table for one rule: each row changes the complete document in one place and tells what is then decided. */
export function table(ruleId: string, base: (changes: Changes) => Data, rows: Row[]): void {
  describe(ruleId, () => {
    it.each(rows)("%s", async (_, changes, decisions) => {
      expect(await decide(ruleId, base(changes))).toEqual(decisions);
    });
  });
}

/** The figures in what a rule says, finding by finding. */
export async function figures(ruleId: string, given: Data | Data[]): Promise<string[]> {
  const { diagnostics } = await reportOn(given);
  return diagnostics
    .filter((each) => each.ruleId === ruleId)
    .map(({ message, hint }) => `${message} ${hint}`.match(/-?\d+(?:\.\d+)?/gu)?.join(" ") ?? "");
}
