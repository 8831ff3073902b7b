import { expect, it } from "vitest";
import { fold } from "../../src/text/fold.js";
import { INVISIBLE_CHARACTERS } from "../support/invisible-characters.js";

it.each([
  ["width", "湖南（长沙）ＡＢＣ１２", "湖南(长沙)ABC12"],
  ["spaces of any kind", "长沙 高新　区\t", "长沙高新区"],
  ["quotation marks", "“文化素质+职业技能”考试", "「文化素质+职业技能」考试"],
  ["straight quotes", '"双师"', "双师"],
  ["dots between names", "约翰·史密斯", "约翰•史密斯"],
  ["case", "IoT学院", "iot学院"],
  ...INVISIBLE_CHARACTERS.map((char) => ["an invisible character", `长${char}沙`, "长沙"]),
])("takes spellings that differ in %s for the same", (_, one, other) => {
  expect(fold(one)).toBe(fold(other));
});

it("keeps apart what a reader keeps apart", () => {
  const names = ["长沙高新区", "长沙高新技术产业开发区", "长沙(高新区)", "株洲高新区", "1.2", "12"];
  expect(new Set(names.map(fold)).size).toBe(names.length);
});
