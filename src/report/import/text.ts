import { formatCell } from "../../model/place.js";
import type { WordImport } from "../../model/word-import.js";
import { showControlCharacters } from "../../text/printable.js";

/** Formats what was read from a Word form for people: how many fields, what needs a look, and what the form does not tell. */
export function importText(file: string, { title, values, missing, notPrinted, unrecognised }: WordImport): string {
  const doubts = values.filter(({ doubt }) => doubt !== undefined);
  const filled = values.filter(({ value }) => value !== undefined).length;
  const lines = [
    `${file}:${title},认出 ${values.length}/${values.length + missing.length} 项,填了 ${filled} 项`,
    ...doubts.map(({ cell, doubt }) => `  请核对 ${formatCell(cell)}:${doubt}`),
    ...missing.map(({ name }) => `  没有找到「${name}」`),
    ...unrecognised.map((cell) => `  没有认出 ${formatCell(cell)}:有内容,不知道是哪一栏`),
    ...(notPrinted.length > 0 ? [`  表上没有填处,要另外填:${notPrinted.map(({ name }) => name).join("、")}`] : []),
  ];
  return lines.map((line) => `${showControlCharacters(line)}\n`).join("");
}
