import { SaxesParser } from "saxes";

/** Counts a paragraph of a numbered list, and gives what is printed before it; `•` for a bullet. */
export type Numbering = (id: string, level: number) => string | undefined;

/** A level of a list. */
interface Level {
  format: string;
  /** What is printed, with `%1` for the number of the first level. */
  text: string;
  start: number;
}

/**
 * Reads the lists that a Word file numbers by itself.
 * @param xml of `word/numbering.xml`; undefined when there is none
 * @returns a function that is to be called for each numbered paragraph in reading order
 */
export function readNumbering(xml: string | undefined): Numbering {
  const { abstract, lists } = xml === undefined ? { abstract: new Map(), lists: new Map() } : parse(xml);
  const counters = new Map<string, number[]>();
  return (id, level) => {
    const levels: Level[] | undefined = abstract.get(lists.get(id) ?? "");
    const own = levels?.[level];
    if (!levels || !own) return undefined;
    if (own.format === "bullet") return "•";
    const counts = counters.get(id) ?? [];
    counters.set(id, counts);
    counts.length = Math.min(counts.length, level + 1);
    for (let upper = 0; upper <= level; upper += 1)
      counts[upper] ??= (levels[upper]?.start ?? 1) - (upper === level ? 1 : 0);
    counts[level] = (counts[level] as number) + 1;
    return own.text.replace(/%(\d)/gu, (_, digit: string) => {
      const at = Number(digit) - 1;
      return format(counts[at] ?? 1, levels[at]?.format ?? "decimal");
    });
  };
}

function parse(xml: string) {
  const abstract = new Map<string, Level[]>();
  const lists = new Map<string, string>();
  let levels: Level[] = [];
  let list = "";
  let level: Level | undefined;
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => {
    const value = attributes["w:val"] ?? "";
    if (name === "w:abstractNum") {
      levels = [];
      abstract.set(attributes["w:abstractNumId"] ?? "", levels);
    } else if (name === "w:lvl") {
      level = { format: "decimal", text: "", start: 1 };
      levels[Number(attributes["w:ilvl"] ?? 0)] = level;
    } else if (name === "w:num") list = attributes["w:numId"] ?? "";
    else if (name === "w:abstractNumId") lists.set(list, value);
    else if (level && name === "w:numFmt") level.format = value;
    else if (level && name === "w:lvlText") level.text = value;
    else if (level && name === "w:start") level.start = Number(value);
  });
  parser.write(xml).close();
  return { abstract, lists };
}

const CHINESE = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** Formats a number as a list does (ISO/IEC 29500-1, 17.18.59). */
function format(number: number, kind: string): string {
  if (/^(?:chineseCounting|ideographDigital|japaneseCounting|taiwaneseCounting|chineseLegal)/u.test(kind))
    return chinese(number);
  if (kind === "decimalEnclosedCircle" || kind === "decimalEnclosedCircleChinese")
    return number <= 20 ? String.fromCodePoint(0x245f + number) : String(number);
  if (kind === "lowerLetter") return String.fromCodePoint(0x60 + ((number - 1) % 26) + 1);
  if (kind === "upperLetter") return String.fromCodePoint(0x40 + ((number - 1) % 26) + 1);
  if (kind === "lowerRoman" || kind === "upperRoman") return roman(number, kind === "upperRoman");
  if (kind === "none") return "";
  return String(number);
}

/** Gives a number up to 99 in Chinese characters. */
function chinese(number: number): string {
  if (number < 10) return CHINESE[number] as string;
  if (number > 99) return String(number);
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return `${tens > 1 ? CHINESE[tens] : ""}十${ones > 0 ? CHINESE[ones] : ""}`;
}

const ROMAN: [number, string][] = [
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

function roman(number: number, upper: boolean): string {
  let [left, result] = [number, ""];
  for (const [value, letters] of ROMAN) for (; left >= value; left -= value) result += letters;
  return upper ? result : result.toLowerCase();
}
