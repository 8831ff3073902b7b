import type { Change, Comparison, TextPart } from "../../model/comparison.js";
import { formatNumber } from "../../text/format-values.js";

/** What stands where nothing is filled in. */
export const NOTHING = "(空)";

/** What is said instead of names and telephone numbers. */
export const PERSONAL = "改了(姓名、电话不列出)";

/** Says in one line how many differences there are. */
export function summaryLine({ before, after, title, changes }: Comparison): string {
  return `${before} → ${after}:${title},${changes.length === 0 ? "没有不同" : `${changes.length} 处不同`}`;
}

/** Gives the label of a change with its unit. */
export function labelOf({ label, unit, kind }: Change): string {
  // some labels say the unit themselves
  const isUnsaid = unit !== undefined && !label.endsWith(`(${unit})`);
  return kind === "figure" && isUnsaid ? `${label}(${unit})` : label;
}

/** Says what was not compared, and what needs a look. */
export function noteLines({ notCompared, doubts }: Comparison): string[] {
  return [
    ...(notCompared.length > 0 ? [`Word 表上没有填处,没有比:${notCompared.join("、")}`] : []),
    ...doubts.map((doubt) => `请核对 ${doubt}`),
  ];
}

/** Groups changes by the part of the form that they are in. */
export function bySection(changes: readonly Change[]): Map<string, Change[]> {
  const sections = new Map<string, Change[]>();
  for (const change of changes) sections.set(change.section, [...(sections.get(change.section) ?? []), change]);
  return sections;
}

/** Writes a change of one line, such as `800 → 900 (+12.5%)`; undefined for lists and texts. */
export function inOneLine(change: Change): string | undefined {
  if (change.kind === "personal") return PERSONAL;
  if (change.kind === "value") return `${change.before ?? NOTHING} → ${change.after ?? NOTHING}`;
  if (change.kind !== "figure") return undefined;
  const [before, after] = [change.before, change.after].map((value) =>
    value === undefined ? NOTHING : formatNumber(value),
  );
  const sign = (change.change ?? 0) > 0 ? "+" : "";
  const unit = change.unit === "%" ? " 个百分点" : "%";
  return `${before} → ${after}${change.change === undefined ? "" : ` (${sign}${formatNumber(change.change)}${unit})`}`;
}

/** How much of an unchanged text is shown on either side of a change. */
const AROUND = 20;

/** Shortens what stayed the same to what stands next to the changes. */
export function shortened(parts: readonly TextPart[]): TextPart[] {
  return parts.map((part, at) => {
    const chars = [...part.text];
    const [isFirst, isLast] = [at === 0, at === parts.length - 1];
    if (part.kind !== "same" || chars.length <= AROUND * 2 + 1) return part;
    const start = isFirst ? "" : chars.slice(0, AROUND).join("");
    const end = isLast ? "" : chars.slice(-AROUND).join("");
    return { kind: "same", text: `${start}…${end}` };
  });
}
