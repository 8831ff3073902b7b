import { expect, it } from "vitest";
import { alignOffsets } from "../../src/text/align-offsets.js";
import { halfWidthPictures, pictureAt, picturesIn, replacePictures } from "../../src/text/pictures.js";

// Which texts ask for a picture, up to the longest name, and where they stand.

const named = (text: string) => picturesIn(text).map(({ file }) => file);

it.each([
  ["![a](b)", ["b"]],
  ["![](b)", ["b"]],
  ["![a](b c.png)", ["b c.png"]],
  ["![a](<b c>)", ["b c"]],
  ["![a]( b )", ["b"]],
  ['![a](b "t")', ["b"]],
  ["![a](b(1).png)", ["b(1).png"]],
  ["![a](b(1)(2).png)", ["b(1)(2).png"]],
  ["![a](((b)).png)", []],
  ["![a]()", []],
  ["![a](  )", []],
  ["![a\nb](c)", []],
  ["![a](b\nc)", []],
  ["![a](b", []],
  ["!a](b)", []],
  // as a Chinese keyboard types it: the name must be a picture's
  ["！[a](b.png)", ["b.png"]],
  ["!［a］(b.png)", ["b.png"]],
  ["!【a】（b.jpg）", ["b.jpg"]],
  ["！【a】（ b.jpeg ）", ["b.jpeg"]],
  ["!【a】(b.PNG)", ["b.PNG"]],
  ["！【a】（b（1）.png）", ["b（1）.png"]],
  ["！【】（b.png）", ["b.png"]],
  ...["gif", "bmp", "webp", "tif", "tiff", "heic"].map((ending) => [`！【a】（b.${ending}）`, [`b.${ending}`]]),
  ["！【a】（b.doc）", []],
  ["！【a】（b）", []],
  ["！[a](b)", []],
  ["！【a】（.png）", []],
] as [string, string[]][])("%j asks for %j", (text, files) => {
  expect(named(text)).toEqual(files);
});

it.each<[string, (length: number) => string, number]>([
  ["a caption", (length) => `![${"a".repeat(length)}](b)`, 500],
  ["a name", (length) => `![a](${"b".repeat(length)})`, 500],
  ["a name between angles", (length) => `![a](<${"b".repeat(length)}>)`, 500],
  ["a title", (length) => `![a](b "${"t".repeat(length)}")`, 500],
  ["space before a name", (length) => `![a](${" ".repeat(length)}b)`, 99],
  ["brackets in a name", (length) => `![a](b(${"c".repeat(length)}))`, 99],
  ["a caption as typed in Chinese", (length) => `！【${"a".repeat(length)}】（b.png）`, 500],
  ["a name as typed in Chinese", (length) => `！【a】（${"b".repeat(length)}.png）`, 500],
  ["space before it", (length) => `！【a】（${" ".repeat(length)}b.png）`, 99],
  ["brackets in it", (length) => `！【a】（b（${"c".repeat(length)}）.png）`, 99],
])("%s may be so long and no longer", (_, made, most) => {
  expect(picturesIn(made(most))).toHaveLength(1);
  expect(picturesIn(made(most + 1))).toEqual([]);
});

it("finds each with its place, and replaces each", () => {
  const text = "甲![x](a.png)乙！【y】（b.png）";
  expect(picturesIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(["![x](a.png)", "！【y】（b.png）"]);
  expect(replacePictures(text, () => "P")).toBe("甲P乙P");
  expect(halfWidthPictures(text)).toBe("甲![x](a.png)乙![y](b.png)");
});

it.each([
  ["![**a** b](c.png)后", { raw: "![**a** b](c.png)", caption: "a b", file: "c.png" }],
  ["![ a ](c.png)", { raw: "![ a ](c.png)", caption: "a", file: "c.png" }],
  ["前![a](c.png)", undefined],
  ["！[a](c.png)", undefined],
])("%j begins with %j", (text, picture) => {
  expect(pictureAt(text)).toEqual(picture);
});

it.each([
  ["right behind", 0, 1],
  ["just within reach", 120, 121],
  ["just beyond it", 121, 1],
])("a character is looked for %s", (_, between, place) => {
  expect(alignOffsets("ab", `a${"x".repeat(between)}b`)).toEqual([0, place]);
});

it.each([
  ["a b", "a  b", [0, 1, 3]],
  ["a\nb", "ab", [0, 1, 1]],
  ["a b", "a\n   b", [0, 1, 5]],
  ["aXb", "ab", [0, 1, 1]],
  ["aa", "aba", [0, 2]],
  ["", "a", []],
])("the places of %j in %j", (text, source, places) => {
  expect(alignOffsets(text, source)).toEqual(places);
});
