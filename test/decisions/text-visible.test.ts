import { describe, expect, it } from "vitest";
import { escapeMarkdown } from "../../src/text/escape-markdown.js";
import { escapeJson, printable, showControlCharacters } from "../../src/text/printable.js";

// Control characters are made visible: the first and last character of each range, and their neighbours.

const OBEYED: [code: number, shown: string][] = [
  [0x00, "␀"],
  [0x07, "␇"],
  [0x09, "␉"],
  [0x0a, "␊"],
  [0x0d, "␍"],
  [0x1b, "␛"],
  [0x1f, "␟"],
  [0x7f, "␡"],
  [0x80, "<U+0080>"],
  [0x9f, "<U+009F>"],
  [0x61c, "<U+061C>"],
  [0x200e, "<U+200E>"],
  [0x200f, "<U+200F>"],
  [0x2028, "<U+2028>"],
  [0x2029, "<U+2029>"],
  [0x202a, "<U+202A>"],
  [0x202e, "<U+202E>"],
  [0x2066, "<U+2066>"],
  [0x2069, "<U+2069>"],
  [0xad, "<U+00AD>"],
  [0x200b, "<U+200B>"],
  [0x200d, "<U+200D>"],
  [0x2065, "<U+2065>"],
  [0x206f, "<U+206F>"],
  [0x3164, "<U+3164>"],
  [0xfe00, "<U+FE00>"],
  [0xfe0f, "<U+FE0F>"],
  [0xfeff, "<U+FEFF>"],
  [0xe000, "<U+E000>"],
  [0xf06c, "<U+F06C>"],
  [0xf8ff, "<U+F8FF>"],
  [0xfdd0, "<U+FDD0>"],
  [0xfffe, "<U+FFFE>"],
  [0xe0001, "<U+E0001>"],
  [0x1ffff, "<U+1FFFF>"],
  [0xd800, "<U+D800>"],
  [0xdfff, "<U+DFFF>"],
];

it.each(OBEYED)("U+%s is shown as %s, in every place", (code, shown) => {
  const char = String.fromCodePoint(code);
  expect(showControlCharacters(`甲${char}乙${char}`)).toBe(`甲${shown}乙${shown}`);
  expect(printable`甲${char}乙`).toBe(`甲${shown}乙`);
});

it.each([0x20, 0x7e, 0xa0, 0x61b, 0x61d, 0x200a, 0x2010, 0x2027, 0x202f, 0x2070, 0x3000, 0xf900, 0xfffd, 0x1f600])(
  "U+%s stays as it is",
  (code) => {
    const char = String.fromCodePoint(code);
    expect(showControlCharacters(char)).toBe(char);
    expect(escapeJson(char)).toBe(`"${char}"`);
  },
);

it("keeps a sentence's own line breaks, and shows those of what it quotes", () => {
  expect(printable`一\n${"a\nb"}二${3}`).toBe("一\n" + "a␊b二3");
});

it.each([
  [0x7f, "\\u007f"],
  [0x9b, "\\u009b"],
  [0x61c, "\\u061c"],
  [0x202e, "\\u202e"],
  [0x2069, "\\u2069"],
  [0x1b, "\\u001b"],
  [0x200b, "\\u200b"],
  [0x2028, "\\u2028"],
  [0xfeff, "\\ufeff"],
  [0xe0001, "\\udb40\\udc01"],
])("JSON escapes U+%s", (code, escaped) => {
  const char = String.fromCodePoint(code);
  expect(escapeJson([char])).toBe(`[\n  "${escaped}"\n]`);
  expect(JSON.parse(escapeJson([char]))).toEqual([char]);
});

describe("Markdown", () => {
  it.each([..."\\`*_{}[]<>|~$&#!"])("gives %s as a reference", (char) => {
    expect(escapeMarkdown(`甲${char}乙${char}`)).toBe(`甲&#${char.charCodeAt(0)};乙&#${char.charCodeAt(0)};`);
  });

  it.each([
    ["@甲", "@<!-- -->甲"],
    ["a@b@c", "a@<!-- -->b@<!-- -->c"],
    ["http://a", "http:<!-- -->//a"],
    ["HTTP://WWW.a", "HTTP:<!-- -->//WWW<!-- -->.a"],
    ["www.a", "www<!-- -->.a"],
    ["a:b", "a:b"],
    ["a:/b", "a:/b"],
    ["www a", "www a"],
    ["  甲 \n 乙  ", "甲 ␊ 乙"],
    ["\u202e", "&#60;U+202E&#62;"],
  ])("%j reads as it was written: %j", (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });
});

it.each(["❤️", "1️⃣", "👨‍👩‍👧"])("keeps %s as it is: its invisible parts belong to what is seen", (emoji) => {
  expect(showControlCharacters(emoji)).toBe(emoji);
  expect(escapeJson(emoji)).toBe(`"${emoji}"`);
});
