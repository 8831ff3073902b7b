import { formatCell } from "../../model/place.js";
import type { WordMerge } from "../../model/word-merge.js";
import { showControlCharacters } from "../../text/printable.js";

/** Says what went from a Word file into a YAML text, and what is left for a person. */
export function mergeText(file: string, into: string, { taken, left }: WordMerge, isDryRun: boolean): string {
  const verb = isDryRun ? "可写进" : "写进";
  const lines = [
    taken.length === 0
      ? `${file}:与 ${into} 比,没有${left.length > 0 ? "可以直接写进去的改动" : "改动"}`
      : `${file}:${taken.length} 项${verb} ${into}`,
    ...taken.map(({ cell, before }) => `  ${before === undefined ? "补上" : "改了"} ${formatCell(cell)}`),
    ...(left.length > 0 ? [`没有写的 ${left.length} 项,请看一看:`] : []),
    ...left.map(({ name, reason, cell }) => `  ${cell ? formatCell(cell) : `「${name}」`}:${reason}`),
  ];
  return lines.map((line) => `${showControlCharacters(line)}\n`).join("");
}
