import { InvalidArgumentError } from "commander";

// What commander calls with the value of an option: it says which option is wrong, these how to write it.

/** A whole number from 0. */
export function wholeNumber(text: string): number {
  if (!/^\d+$/u.test(text)) throw new InvalidArgumentError("写 0 或正整数");
  return Number(text);
}

/** A date there is, as YYYY-MM-DD. */
export function day(text: string): string {
  const real = /^\d{4}-\d{2}-\d{2}$/u.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text);
  if (!real) throw new InvalidArgumentError("写成 2026-01-10 这样,要真有这一天");
  return text;
}

/** A year of four digits. */
export function year(text: string): number {
  if (!/^[1-9]\d{3}$/u.test(text)) throw new InvalidArgumentError("写四位数字,如 2026");
  return Number(text);
}
