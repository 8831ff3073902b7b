import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalisePhones } from "../../src/text/normalise-phone.js";

// However a telephone number is typed, it is one number.

const digits = (count: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: count, maxLength: count });
const wide = (text: string) => text.replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const dash = fc.constantFrom("-", "－", "–", "—", "‐", "−", "﹣", " ", "　", "", "--");
const prefix = fc.constantFrom("", "+86", "+86 ", "86-", "86", "0086 ", "＋86 ");
const width = fc.constantFrom((text: string) => text, wide);

const mobile = fc.tuple(fc.constantFrom(..."3456789"), digits(9)).map(([second, rest]) => `1${second}${rest}`);
const area = fc.constantFrom("010", "021", "0730", "0731", "0745");
const local = fc
  .tuple(fc.constantFrom(..."2345678"), fc.constantFrom(6, 7).chain(digits))
  .map((parts) => parts.join(""));
const extension = fc.option(fc.integer({ min: 1, max: 999999 }).map(String), { nil: undefined });

describe("every spelling of a number is that number", () => {
  it("mobile", () => {
    const gap = fc.constantFrom("", " ", "-", "－", "　");
    fc.assert(
      fc.property(mobile, prefix, gap, gap, width, (number, before, one, two, asWide) => {
        const typed = `${before}${number.slice(0, 3)}${one}${number.slice(3, 7)}${two}${number.slice(7)}`;
        expect(normalisePhones(asWide(typed))).toBe(number);
      }),
      { numRuns: 500 },
    );
  });

  it("landline", () => {
    const around = fc.constantFrom(["", ""], ["(", ")"], ["（", "）"], ["（", ")"]);
    const before = fc.constantFrom("-", "转", " 转 ", "转分机", " 分机 ", "－");
    fc.assert(
      fc.property(
        fc.tuple(area, local, extension, prefix, around, dash, before, width),
        ([code, number, inner, country, [open, close], between, mark, asWide]) => {
          const typed = `${country}${open}${code}${close}${between}${number}${inner === undefined ? "" : mark + inner}`;
          const meant = [code, number, ...(inner === undefined ? [] : [inner])].join("-");
          expect(normalisePhones(asWide(typed))).toBe(meant);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("two of them, and the spelling that comes of it is kept", () => {
    const either = fc.oneof(
      mobile,
      fc.tuple(area, local).map((parts) => parts.join("-")),
    );
    fc.assert(
      fc.property(either, either, fc.constantFrom("、", "/", " / ", "；", "，"), (one, two, between) => {
        expect(normalisePhones(one + between + two)).toBe(`${one}、${two}`);
        expect(normalisePhones(`${one}、${two}`)).toBe(`${one}、${two}`);
      }),
      { numRuns: 300 },
    );
  });
});

it.each([
  "1380073000",
  "138007300011",
  "12912345678",
  "0731-847200",
  "0731-847200001",
  "13_912345678",
  "1.39E+10",
  "林知远",
  "",
  "13912345678（办）",
])("%s is none", (typed) => {
  expect(normalisePhones(typed)).toBeUndefined();
});
