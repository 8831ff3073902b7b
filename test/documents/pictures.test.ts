import { describe, expect, it } from "vitest";
import { difference } from "../support/compare-pictures.js";
import { type Picture, readPgm, readPng, WHITE, writePng } from "../support/picture.js";

// The comparison that the pictures of pages rest on, on pictures drawn here.

/** A picture as wide as it is high, drawn pixel by pixel. */
function draw(size: number, level: (x: number, y: number) => number): Picture {
  const levels = Uint8Array.from({ length: size * size }, (_, at) => level(at % size, Math.floor(at / size)));
  return { width: size, height: size, levels };
}

/** Three lines of print: strokes with the gray edges that smoothing gives them. */
function print(line: (y: number) => number = (y) => y): Picture {
  const strokes = [WHITE, 9, 0, 7];
  return draw(41, (x, y) => (line(y) % 12 < 8 ? (strokes[x % 4] ?? WHITE) : WHITE));
}

describe("two pictures", () => {
  it("show the same when they are, or are but for smoothing", () => {
    expect(difference(print(), print())).toBeUndefined();
    const smoothed = print();
    smoothed.levels.forEach((level, at) => {
      smoothed.levels[at] = Math.min(WHITE, Math.max(0, level + (at % 5) - 2));
    });
    expect(smoothed.levels).not.toEqual(print().levels);
    expect(difference(print(), smoothed)).toBeUndefined();
  });

  it("differ when a line has moved by a pixel, and say where", () => {
    const moved = print((y) => (y >= 24 ? y - 1 : y));
    const marked = difference(print(), moved);
    const black = [...(marked?.levels ?? [])].flatMap((level, at) => (level === 0 ? [Math.floor(at / 41)] : []));
    expect([...new Set(black)]).toEqual([24, 32, 36]);
  });

  it("differ when a border is missing", () => {
    const framed = draw(41, (x, y) => (x % 40 === 0 || y % 40 === 0 ? 6 : WHITE));
    const open = draw(41, (x, y) => (x % 40 === 0 || y === 0 ? 6 : WHITE));
    expect(difference(framed, open)).toBeDefined();
    expect(difference(open, framed)).toBeDefined();
  });

  it("differ when a dot has come or gone", () => {
    const dotted = print();
    dotted.levels[10 * 41 + 20] = 10;
    expect(difference(print(), dotted)).toBeDefined();
    expect(difference(dotted, print())).toBeDefined();
  });

  it("differ when their sizes do", () => {
    const blank = (size: number) => draw(size, () => WHITE);
    expect(difference(blank(40), blank(41))).toBeDefined();
  });
});

describe("a picture file", () => {
  it("gives back the picture", () => {
    for (const picture of [print(), draw(16, (x) => x)]) expect(readPng(writePng(picture))).toEqual(picture);
  });

  it("is read only if it is of our kind", () => {
    const other = writePng(print());
    other[24] = 8; // 8 bits a pixel
    expect(() => readPng(other)).toThrow("not a PNG that writePng wrote");
    expect(() => readPgm(Buffer.from("P6 1 1 255\n000"))).toThrow("not a gray PGM file");
  });

  it("is read from 256 grays as 16", () => {
    const picture = readPgm(Buffer.from("P5\n2 2\n255\n\x00\x11\x7f\xff", "latin1"));
    expect(picture).toEqual({ width: 2, height: 2, levels: Uint8Array.of(0, 1, 7, 15) });
  });
});
