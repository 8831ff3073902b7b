import { describe, expect, it } from "vitest";
import { splitCodes, splitNames } from "../../src/text/split-names.js";

const names = (text: string) => splitNames(text).map(({ name }) => name);

describe("names typed in one text", () => {
  it.each([
    ["甲学院、乙学院", ["甲学院", "乙学院"]],
    ["甲，乙,丙；丁;戊\n己", ["甲", "乙", "丙", "丁", "戊", "己"]],
    ["、甲、、乙，", ["甲", "乙"]],
    ["甲学院。", ["甲学院"]],
    ["甲公司.", ["甲公司"]],
    ["、", []],
    ["", []],
    // inside brackets nothing separates
    ["湖南甲、乙（集团）", ["湖南甲", "乙（集团）"]],
    ["甲公司（含乙、丙）、丁", ["甲公司（含乙、丙）", "丁"]],
    ["甲公司(含乙、丙）、丁", ["甲公司(含乙、丙）", "丁"]],
    ["甲（乙（丙、丁）、戊）、己", ["甲（乙（丙、丁）、戊）", "己"]],
    ["《甲、乙》编写组、丙", ["《甲、乙》编写组", "丙"]],
    // a bracket that nobody closes is none
    ["甲（长沙、乙公司", ["甲（长沙", "乙公司"]],
    // commas of Latin names and of numbers
    ["ABC Co., Ltd.、甲公司", ["ABC Co., Ltd.", "甲公司"]],
    ["甲公司, ABC公司", ["甲公司", "ABC公司"]],
    ["前1,000强服务公司、乙", ["前1,000强服务公司", "乙"]],
    // bullets
    ["●甲●乙", ["甲", "乙"]],
    ["●甲\n●乙", ["甲", "乙"]],
    ["•甲\n•乙", ["甲", "乙"]],
    ["■甲\n□乙\n▪丙\n◆丁\n○戊", ["甲", "乙", "丙", "丁", "戊"]],
    ["\uf06c甲\uf0b7乙", ["甲", "乙"]],
    ["-甲\n—乙\n－丙\n* 丁\n· 戊", ["甲", "乙", "丙", "丁", "戊"]],
    ["阿里·木、买买提 · 江", ["阿里·木", "买买提 · 江"]],
    ["○○学院、××公司", ["○○学院", "××公司"]],
    ["*ST云麓公司", ["*ST云麓公司"]],
    ["甲-乙公司", ["甲-乙公司"]],
    // numbers
    ["1.甲\n2.乙", ["甲", "乙"]],
    ["1、甲、2、乙", ["甲", "乙"]],
    ["1、甲；2、乙；", ["甲", "乙"]],
    ["1.甲 2.乙", ["甲", "乙"]],
    ["1.甲2.乙3.丙", ["甲", "乙", "丙"]],
    ["1\t甲\n2\t乙", ["甲", "乙"]],
    ["1)甲 2)乙", ["甲", "乙"]],
    ["（1）甲（2）乙", ["甲", "乙"]],
    ["(一)甲\n(二)乙", ["甲", "乙"]],
    ["一、甲二、乙", ["甲", "乙"]],
    ["九、甲 十、乙 十一、丙 二十、丁", ["甲", "乙", "丙 二十", "丁"]],
    ["①甲②乙⑳丙", ["甲", "乙⑳丙"]],
    ["⒈甲\n⒉乙", ["甲", "乙"]],
    ["㈠甲㈡乙", ["甲", "乙"]],
    ["●1、甲\n●2、乙", ["甲", "乙"]],
    // no numbers
    ["58.com公司、58同城、3M公司", ["58.com公司", "58同城", "3M公司"]],
    ["1.5级公司", ["1.5级公司"]],
    ["一机集团、第一中学、二毛", ["一机集团", "第一中学", "二毛"]],
    ["（十四五）规划办", ["（十四五）规划办"]],
    ["甲2.乙", ["甲2.乙"]],
  ])("%j", (text, expected) => {
    expect(names(text)).toEqual(expected);
    for (const { name, from, to } of splitNames(text)) expect(text.slice(from, to)).toBe(name);
  });
});

it("takes no time that grows faster than the text", () => {
  const started = performance.now();
  for (const text of ["（".repeat(20_000), "1、".repeat(20_000), "甲 ".repeat(20_000), "甲,".repeat(20_000)])
    splitNames(text);
  expect(performance.now() - started).toBeLessThan(5000);
});

describe("codes typed in one text", () => {
  it.each([
    ["B1、D1", ["B1", "D1"]],
    ["B1,D1", ["B1", "D1"]],
    ["3.1，2.3；4.2", ["3.1", "2.3", "4.2"]],
    ["3.1,2.3", ["3.1", "2.3"]],
    ["B1\nD1。", ["B1", "D1"]],
    ["B1 电子", ["B1 电子"]],
  ])("%j", (text, expected) => {
    expect(splitCodes(text).map(({ name }) => name)).toEqual(expected);
  });
});
