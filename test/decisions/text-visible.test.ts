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
  [0xd800, "<U+D800>"],
  [0xdfff, "<U+DFFF>"],
];

it.each(OBEYED)("U+%s is shown as %s, in every place", (code, shown) => {
  const char = String.fromCharCode(code);
  expect(showControlCharacters(`甲${char}乙${char}`)).toBe(`甲${shown}乙${shown}`);
  expect(printable`甲${char}乙`).toBe(`甲${shown}乙`);
});

it.each([0x20, 0x7e, 0xa0, 0x61b, 0x61d, 0x200d, 0x2010, 0x2027, 0x202f, 0x2065, 0x206a, 0xfeff, 0x1f600])(
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
])("JSON escapes U+%s", (code, escaped) => {
  const char = String.fromCharCode(code);
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
