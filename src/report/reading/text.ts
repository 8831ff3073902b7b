import type { ReadCount } from "../../model/reading.js";
import { showControlCharacters } from "../../text/printable.js";

/** What was read of a document in one line: 企业 5 家 · 人员 8 人 · 特色与创新 1786 字. */
export function readingText(counts: ReadCount[]): string {
  return counts.map(({ label, count, unit }) => showControlCharacters(`${label} ${count} ${unit}`)).join(" · ");
}
