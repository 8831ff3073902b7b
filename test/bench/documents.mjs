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
