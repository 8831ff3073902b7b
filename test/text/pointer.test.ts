import { describe, expect, it } from "vitest";
import { join, steps, valueAt } from "../../src/text/pointer.js";

describe("steps and join", () => {
  it("undo each other, whatever the key", () => {
    for (const keys of [["联合体概况", "秘书处"], ["a/b", "c~d"], ["~1", "~0"], ["支撑材料", "1.2", "0"], [""]])
      expect(steps(keys.reduce((pointer, key) => join(pointer, key), ""))).toEqual(keys);
  });

  it("escapes as RFC 6901 says", () => {
    expect(join("/甲", "a/b~c")).toBe("/甲/a~1b~0c");
    expect(join("", 0)).toBe("/0");
    expect(steps("")).toEqual([]);
    expect(steps("/~01")).toEqual(["~1"]);
  });
});

describe("valueAt", () => {
  const data = { 成员: { 企业: ["甲", "乙"] }, "a/b": 1, 空: null, "": 2 };

  it.each([
    ["", data],
    ["/成员/企业", ["甲", "乙"]],
    ["/成员/企业/1", "乙"],
    ["/a~1b", 1],
    ["/空", null],
    ["/", 2],
    ["/成员/企业/2", undefined],
    ["/成员/学校", undefined],
    ["/空/下", undefined],
    ["/成员/企业/0/0", undefined],
    ["/toString", undefined],
    ["/__proto__", undefined],
    ["/成员/constructor", undefined],
  ])("%j", (pointer, value) => {
    expect(valueAt(data, pointer)).toEqual(value);
  });

  it("is undefined below what is not an object", () => {
    expect(valueAt(undefined, "/甲")).toBeUndefined();
    expect(valueAt("文字", "/0")).toBeUndefined();
    expect(valueAt(undefined, "")).toBeUndefined();
  });
});
