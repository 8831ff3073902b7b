import type { Deadline } from "../../model/deadline.js";
import type { Paint } from "../../model/paint.js";
import { showControlCharacters } from "../../text/printable.js";
import { textTable } from "../text-table.js";

/** A deadline that is no more than this many days away is shown in yellow. */
const NEAR_DAYS = 14;

/** What is to be filed next, and how many days are left, for a terminal; in the order given. */
export function deadlinesText(deadlines: Deadline[], paint: Paint): string {
  const [first] = deadlines;
  if (!first) return "没有要报的\n";
  const rows = deadlines.map(({ due, daysLeft, year, kind, consortium, term }) => [
    { text: due },
    {
      text: daysLeftText(daysLeft),
      paint: daysLeft < 0 ? paint.red : daysLeft <= NEAR_DAYS ? paint.yellow : undefined,
    },
    { text: String(year) },
    { text: kind },
    { text: consortium === undefined ? `各${term}` : showControlCharacters(consortium) },
  ]);
  const heading = ["到期", "还有", "年度", "文件", first.term].map((text) => ({ text, paint: paint.dim }));
  const clauses = [...new Set(deadlines.map(({ clause }) => clause))];
  return [...textTable([heading, ...rows]), "", ...clauses.map((clause) => paint.dim(`依据:${clause}`)), ""].join("\n");
}

function daysLeftText(days: number): string {
  if (days < 0) return `已过 ${-days} 天`;
  return days === 0 ? "就是今天" : `${days} 天`;
}
