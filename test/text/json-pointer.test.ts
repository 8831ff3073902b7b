import { describe, expect, it } from "vitest";
import { joinPointer, splitPointer, valueAt } from "../../src/text/json-pointer.js";

describe("steps and join", () => {
  it("undo each other, whatever the key", () => {
    for (const keys of [["联合体概况", "秘书处"], ["a/b", "c~d"], ["~1", "~0"], ["支撑材料", "1.2", "0"], [""]])
      expect(splitPointer(keys.reduce((pointer, key) => joinPointer(pointer, key), ""))).toEqual(keys);
  });

  it("escapes as RFC 6901 says", () => {
    expect(joinPointer("/甲", "a/b~c")).toBe("/甲/a~1b~0c");
    expect(joinPointer("", 0)).toBe("/0");
    expect(splitPointer("")).toEqual([]);
    expect(splitPointer("/~01")).toEqual(["~1"]);
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
