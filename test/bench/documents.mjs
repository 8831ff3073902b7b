// The example, so written that every tool reads it alike: years and dates in quotation marks.
import { readFileSync } from "node:fs";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "../..");

const example = readFileSync(path.join(root, "examples/hunan-2024/application.yaml"), "utf8")
  .replace(/: (\d{4}-\d\d-\d\d)$/gmu, ': "$1"')
  .replace(/([{,\s])(\d{4}):/gu, '$1"$2":');

/** A complete application that shares no name with the others. */
export const application = (index) => example.replaceAll("云麓", `云麓${index}`).replaceAll("麓汐", `麓${index}汐`);

/** The example with its longest text so many times. */
export const longer = (times) =>
  example.replace(/^特色与创新:.*\n((?: .*\n|\n)+)/mu, (block, lines) => block + lines.repeat(times - 1));

/** Slips of the hand that make one finding each; schemas know of all but two, which rules find. */
const SLIPS = [
  ["固定办公面积: 320", "固定办公面积: 320平方米"],
  ['填表日期: "2024-02-20"', "填表日期: 2024年2月20日"],
  ["联系电话: 0731-55500001", "联系电话: 0731-555"],
  ["人员总数: 8", "人员总数: 8\n    传真: 0731-55500002"],
  [', "2025": 3000}', "}"],
  ["其他途径: 150", "其他途径: 160"],
  ["园区总产值: 1280.5", "园区总产值: -1280.5"],
  ["产业: [B1, D1, D4]", "产业: [B1, D1, D44]"],
  ["依据报告增设", "依据报告增设".repeat(80)],
  ["近三年无违法违规: true", "近三年无违法违规: 是"],
];

/** The same application with so many findings, ten at most. */
export const applicationWithFindings = (index, findings) =>
  SLIPS.slice(0, findings).reduce((text, [right, wrong]) => text.replace(right, wrong), application(index));
