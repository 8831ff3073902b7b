import { fold } from "../text/fold.js";

/**
 * Folds a printed label so that the ways in which people print it become equal: without spaces, numbers in front, colons
 * behind, and remarks in brackets about the unit or the length. Text in brackets in front stays: （拟）成立时间.
 */
export function foldLabel(label: string): string {
  const plain = fold(label)
    .replace(
      /^(?:\d{1,2}(?:\.\d{1,2})*[.、,)]|\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十]{1,3}[、.])/u,
      "",
    )
    .replace(/[:。.]+$/u, "");
  const short = plain.replace(/(?<=.)\([^()]*\)$/u, "");
  return short === "" ? plain : short;
}
