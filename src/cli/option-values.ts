import { InvalidArgumentError } from "commander";
import { isDay } from "../model/dates.js";

// Commander calls these functions with the value of an option. When they throw an `InvalidArgumentError`, it shows
// which option is wrong, and the message, which says how to write the value.

/** Reads a whole number, 0 or more. @throws {InvalidArgumentError} */
export function wholeNumber(text: string): number {
  if (!/^\d+$/u.test(text)) throw new InvalidArgumentError("写 0 或正整数");
  return Number(text);
}

/** Checks the file name after `-o`, which must not be blank. @throws {InvalidArgumentError} */
export function outputName(text: string): string {
  if (text.trim() === "") throw new InvalidArgumentError("后面是空的,写上文件名");
  return text;
}

/** Checks a date, which must be YYYY-MM-DD and exist. @throws {InvalidArgumentError} */
export function day(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError("写成 2026-01-10 这样,要真有这一天");
  return text;
}

/** Reads a year of four digits. @throws {InvalidArgumentError} */
export function year(text: string): number {
  if (!/^[1-9]\d{3}$/u.test(text)) throw new InvalidArgumentError("写四位数字,如 2026");
  return Number(text);
}
