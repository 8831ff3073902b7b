import type { Deadline } from "../../model/deadline.js";
import { digest } from "../../text/digest.js";
import { showControlCharacters } from "../../text/printable.js";

/** How long before a day the calendar reminds of it. */
const REMIND = "-P14D";
/** Octets in a line at most, without its end: RFC 5545, 3.1. */
const LINE = 75;

/**
 * A calendar (RFC 5545) with a whole day for each deadline, and an alarm before it. The same deadlines give the same
 * bytes, and an entry keeps its UID, so that a calendar read in again does not hold everything twice.
 * @param deadlines one at least: a calendar without an entry is none
 */
export function ics(deadlines: Deadline[]): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//ptc//deadlines//ZH",
    "CALSCALE:GREGORIAN",
    `X-WR-CALNAME:${escaped("年度报送")}`,
    ...deadlines.flatMap(event),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function event({ form, year, role, kind, due, consortium, issued, clause }: Deadline): string[] {
  const summary = `报送${kind}(${year})${consortium === undefined ? "" : `:${consortium}`}`;
  return [
    "BEGIN:VEVENT",
    `UID:${digest([form, year, role, consortium ?? ""].join("\n"))}@ptc`,
    // the day the notice was issued: an entry does not change after that
    `DTSTAMP:${compact(issued)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(due)}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(clause)}`,
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escaped(summary)}`,
    `TRIGGER:${REMIND}`,
    "END:VALARM",
    "END:VEVENT",
  ];
}

function compact(date: string): string {
  return date.replaceAll("-", "");
}

function escaped(text: string): string {
  return showControlCharacters(text).replace(/[\\;,]/gu, "\\$&");
}

const encoder = new TextEncoder();

/** A line cut where it grows too long in UTF-8, never through a character; what follows begins with a space. */
function folded(line: string): string {
  let text = "";
  let room = LINE;
  for (const char of line) {
    const size = encoder.encode(char).length;
    if (size > room) {
      text += "\r\n ";
      room = LINE - 1;
    }
    text += char;
    room -= size;
  }
  return text;
}
