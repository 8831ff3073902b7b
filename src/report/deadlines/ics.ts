import type { Deadline } from "../../model/deadline.js";
import { digest } from "../../text/digest.js";
import { showControlCharacters } from "../../text/printable.js";

/** How long before the day the calendar reminds of it: 14 days. */
const REMINDER = "-P14D";
/** Most octets in a line, without its end: RFC 5545, 3.1. */
const MAX_LINE = 75;

/**
 * A calendar (RFC 5545) with an entry of a whole day for each deadline, and an alarm before it. The same deadlines give
 * the same bytes. An entry keeps its UID, so that a calendar that is imported again has no entry twice.
 * @param deadlines one at least: the standard allows no calendar without entries
 */
export function ics(deadlines: Deadline[]): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//ptc//deadlines//ZH",
    "CALSCALE:GREGORIAN",
    `X-WR-CALNAME:${escapeText("年度报送")}`,
    ...deadlines.flatMap(eventLines),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join("");
}

function eventLines({ form, year, role, kind, due, consortium, issued, clause }: Deadline): string[] {
  const title = `报送${kind}(${year})${consortium === undefined ? "" : `:${consortium}`}`;
  return [
    "BEGIN:VEVENT",
    `UID:${digest([form, year, role, consortium ?? ""].join("\n"))}@ptc`,
    // the day on which the notice was issued: an entry does not change after that
    `DTSTAMP:${compactDate(issued)}T000000Z`,
    `DTSTART;VALUE=DATE:${compactDate(due)}`,
    `SUMMARY:${escapeText(title)}`,
    `DESCRIPTION:${escapeText(clause)}`,
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escapeText(title)}`,
    `TRIGGER:${REMINDER}`,
    "END:VALARM",
    "END:VEVENT",
  ];
}

function compactDate(date: string): string {
  return date.replaceAll("-", "");
}

function escapeText(text: string): string {
  return showControlCharacters(text).replace(/[\\;,]/gu, "\\$&");
}

const utf8 = new TextEncoder();

/** Folds a line that is too long in UTF-8, never within a character; what follows begins with a space. */
function foldLine(line: string): string {
  let text = "";
  let left = MAX_LINE;
  for (const char of line) {
    const size = utf8.encode(char).length;
    if (size > left) {
      text += "\r\n ";
      left = MAX_LINE - 1;
    }
    text += char;
    left -= size;
  }
  return text;
}
