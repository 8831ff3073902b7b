/** What may stand between the digits of a number: people group them in threes and fours. */
const GAP = "[ \\u00a0\\u3000._·・‐‑‒–—−﹣－-]?";
const DIGIT = "[0-9０-９]";

/** Matches a mobile number, whatever groups its digits stand in: 139 1234 5678, 139-1234-5678, 13,912,345,678. */
const MOBILE = `[1１][3-9３-９](?:[,，]?${GAP}${DIGIT}){9}`;

/** Matches a landline number with its area code: 0731-84720000, (0731)84720000, 0731 8472 0000. */
const LANDLINE = `[(（]?[0０]${DIGIT}{2,3}[)）]?${GAP}[2-9２-９](?:${GAP}${DIGIT}){6,7}`;

/** Matches the number of an identity card. */
const IDENTITY = `${DIGIT}{17}[0-9Xx０-９]`;

/** Matches one of these, unless it is part of a longer number or of a date. */
const PERSONAL = new RegExp(
  `(?<!${DIGIT}[./-]?)(?:[+＋]?86${GAP})?(?:${IDENTITY}|${MOBILE}|${LANDLINE})(?!${DIGIT})`,
  "gu",
);

/** Matches a date. One between other figures may look like the groups of a number. */
const DATE = /\d{4}[-./]\d{1,2}[-./]\d/u;

/**
 * Masks telephone and identity card numbers in a text that is printed for others. Such a number is personal data, also
 * where it was typed into a wrong field.
 */
export function maskPhones(text: string): string {
  // most texts have too few digits for such a number
  if (!/\d(?:\D{0,2}\d){9}|[０-９]/u.test(text)) return text;
  return text.replace(PERSONAL, (number) => (DATE.test(number) ? number : `${/^.{0,3}/u.exec(number)}…`));
}
