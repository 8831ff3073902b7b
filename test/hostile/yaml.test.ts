import { writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type BuiltOutcome, built } from "../support/built.js";
import { checkTexts } from "../support/check.js";
import { emptyFolder, ptc } from "../support/run.js";

// YAML meant to take the program's time or memory, or to mean something to JavaScript. All of it ends soon,
// with a sentence and without a stack trace.

const HEAD = "表单: hunan-2024/推荐书\n";
/** Just under what is read at all. */
const MEGA = 1024 * 1024 - 100;
const times = (number: number, line: (index: number) => string, between = "\n") =>
  Array.from({ length: number }, (_, index) => line(index)).join(between);

let cwd: string;
beforeAll(() => {
  cwd = emptyFolder();
});

function unharmed({ code, all }: BuiltOutcome, expected: number): void {
  expect(all).not.toMatch(/^\s+at |程序的缺陷|Error:/mu);
  expect(code, all.slice(0, 500)).toBe(expected);
}

async function inProcess(args: string[]): Promise<BuiltOutcome> {
  const { out, err, code } = await ptc(args, { cwd });
  return { out, err, code, all: out + err };
}

const HEAVY =
  /^(?:a megabyte of opening brackets|9,000 keys|brackets that|lines that are|the same|a hundred slips|a table)/u;

const BLANKS = "这里连着 1000 个以上的空格,没有检查";
const TOO_DEEP = "文件里的层次太深,没有继续检查";
const TOO_MANY = "超过 20000 个,没有检查";
const GROWS = "文件里的引用(& 和 *)展开后太大,没有继续检查";

describe("with 256 MB of memory where it matters, ptc validate gets through", () => {
  it.each<[string, string, string]>([
    ["a megabyte of opening brackets", "[".repeat(MEGA), TOO_MANY],
    ["a megabyte of opening braces", "{".repeat(MEGA), TOO_MANY],
    ["a megabyte of dashes", "- ".repeat(MEGA / 2), TOO_MANY],
    ["a megabyte of line ends", "\n".repeat(MEGA), TOO_MANY],
    ["a megabyte of zeros", "\0".repeat(MEGA), "看不见的控制字符"],
    ["200,000 keys", HEAD + times(100_000, (index) => `${index.toString(36)}:`), TOO_MANY],
    ["9,000 keys the form does not know", HEAD + times(9000, (index) => `键${index}: 1`), "没有“键8999”这一项"],
    ["brackets 15,000 deep", `${HEAD}a: ${"[".repeat(9000)}${"]".repeat(9000)}\n`, TOO_DEEP],
    ["brackets that are never closed", `${HEAD}a: ${"[".repeat(15_000)}\n`, TOO_DEEP],
    ["mappings as deep in lines", HEAD + times(1400, (index) => `${" ".repeat(index)}k:`), BLANKS],
    ["mappings 900 deep", HEAD + times(900, (index) => `${" ".repeat(index)}k:`), TOO_DEEP],
    ["5,000 question marks in a row", `${"? ".repeat(5000)}\n`, TOO_DEEP],
    ["5,000 dashes in a row", `${"- ".repeat(5000)}x\n`, TOO_DEEP],
    ["5,000 names in a row", `${HEAD}a: ${"&a ".repeat(5000)}x\n`, TOO_DEEP],
    ["5,000 kinds in a row", `${HEAD}a: ${"!!x ".repeat(5000)}x\n`, TOO_DEEP],
    ["both kinds of brackets", "[{".repeat(9000), TOO_DEEP],
    ["question marks in brackets", "[? ".repeat(6000), TOO_DEEP],
    ["a few levels on each of many lines", times(90, (index) => `${" ".repeat(index * 9)}- - - - k:`), TOO_DEEP],
    ["5,000 names of values", HEAD + times(4900, (index) => `a${index}: &x${index} 1`), "没有“a4899”这一项"],
    ["blanks in a quoted text", `${HEAD}a: "${" ".repeat(800_000)}\n"\n`, BLANKS],
    ["150,000 times the same name", `${HEAD}联合体概况: {成员: {企业: "${"甲、".repeat(150_000)}"}}\n`, TOO_MANY],
    [
      "15,000 times the same name",
      `${HEAD}联合体概况:\n  成员:\n    企业: ${"甲、".repeat(15_000)}\n`,
      "只列出 10000 个",
    ],
    ["a figure of 900,000 digits", `${HEAD}联合体概况:\n  运行经费:\n    2023: ${"9".repeat(900_000)}\n`, "运行经费"],
    ["9,000 lines with tabs", `${HEAD}a:\n${"\t\t x\n".repeat(9000)}`, "Tab|缩进|20000"],
    ["4,000 curly quotes", HEAD + times(4000, (index) => `a${index}: “x”`), "没有“a3999”这一项"],
    ["numbers in numbers", `${HEAD}建设规划: |\n  ${"1. ".repeat(90_000)}\n`, "没有填写"],
    ["numbers and dashes in turn", `${HEAD}建设规划: |\n  ${"- 1. ".repeat(3000)}\n`, "没有填写"],
    [
      "lines that are deeper by turns",
      `${HEAD}联合体概况:\n${times(9000, (index) => `${" ".repeat(2 + (index % 2))}园区总产值: 5`)}\n乙\n`,
      TOO_DEEP,
    ],
    ["lists as deep in a line", `${HEAD}a:\n  ${"- ".repeat(15_000)}x\n`, TOO_DEEP],
    [
      "a billion laughs",
      `${HEAD}a: &a [x,x,x,x,x,x,x,x,x]\n${times(9, (index) => {
        const [before = "", own = ""] = "abcdefghij".slice(index);
        return `${own}: &${own} [${times(9, () => `*${before}`, ",")}]`;
      })}\n`,
      GROWS,
    ],
    ["the same with merge keys", HEAD + doubled((name) => `{<<: [*${name}, *${name}]}`), GROWS],
    [
      "a long text referred to many times",
      `${HEAD}a: &a ${"字".repeat(300_000)}\n依托园区: [${times(40, () => "*a", ", ")}]\n`,
      "没有",
    ],
    ["4,000 references", `${HEAD}${times(2000, (index) => `k${index}: &a${index} 1\nj${index}: *a${index}`)}\n`, GROWS],
    ["300,000 wrong escapes", `${HEAD}a: "${"\\q".repeat(300_000)}"\n`, TOO_MANY],
    ["9,000 lines with two colons", HEAD + "x: y: z\n".repeat(6000), "YAML 写法|冒号"],
    [
      "a hundred slips in a long file",
      `${HEAD}${times(100, (index) => `键${index}：1`)}\n${"x: 1\n".repeat(9000)}`,
      "全角冒号",
    ],
    ["one line of a megabyte", `${HEAD}建设规划: ${"字".repeat(300_000)}\n`, "上限 1000 字"],
    ["one word of a megabyte", `${HEAD}建设规划: ${"a".repeat(900_000)}\n`, "没有填写"],
    ["a key of a megabyte", `${HEAD}? ${"字".repeat(300_000)}\n: 1\n`, "没有“字"],
    [
      "beginnings of pictures",
      `${HEAD}建设规划: |\n  ${"![".repeat(3000)}\n  ${"![a](".repeat(1500)}\n`,
      "建设规划|没有填写",
    ],
    ["5,000 pictures in a line", `${HEAD}建设规划: |\n  ${"![甲](乙.png)".repeat(1500)}\n`, "找不到图片"],
    [
      "a table of 2,000 columns",
      `${HEAD}建设规划: |\n  |${"a|".repeat(2000)}\n  |${"-|".repeat(2000)}\n${"  |a|\n".repeat(2000)}`,
      "没有填写",
    ],
    ["beginnings of bold text", `${HEAD}建设规划: |\n  ${"**a ".repeat(4000)}\n`, "上限 1000 字"],
    ["lines of spaces", `${HEAD}建设规划: |\n  a${" \n  ".repeat(9000)}b\n`, "没有填写"],
  ])("%s", async (name, text, sentence) => {
    const file = `${name.replaceAll(/[^a-z0-9]+/gu, "-")}.yaml`;
    writeFileSync(path.join(cwd, file), text);
    // those that take the most, in a process of their own
    const outcome = HEAVY.test(name) ? await built(["validate", file], { cwd }) : await inProcess(["validate", file]);
    unharmed(outcome, 1);
    expect(outcome.all).toMatch(new RegExp(sentence.replaceAll(/[()*]/gu, "\\$&"), "u"));
    // what a finding says and shows is bounded too
    expect(outcome.all.length).toBeLessThan(2_000_000);
  });

  it("and so does everything that checks first", async () => {
    writeFileSync(path.join(cwd, "deep.yaml"), `${HEAD}a: ${"[".repeat(1000)}\n`);
    for (const args of [
      ["status"],
      ["checklist"],
      ["render", "--docx", "--force"],
      ["summarize", "--xlsx", "--force"],
    ]) {
      const { code, all } = await inProcess([...args, "deep.yaml"]);
      expect(all).not.toMatch(/^\s+at |程序的缺陷/mu);
      expect([1, 2]).toContain(code);
    }
  });
});

describe("ptc fix gets through in time, and leaves alone what it does not understand", () => {
  it.each<[string, string]>([
    ["5,000 question marks in a row", `${"? ".repeat(5000)}\n`],
    ["4,900 names of values", HEAD + times(4900, (index) => `a${index}: &x${index} 1`)],
    ["9,000 lines with tabs", `${HEAD}a:\n${"\t\t x\n".repeat(9000)}`],
    ["9,000 times the same name", `${HEAD}联合体概况:\n  成员:\n    企业: ${"甲、".repeat(9000)}\n`],
    ["a figure of 900,000 digits", `${HEAD}联合体概况:\n  运行经费:\n    2023: ${"9".repeat(900_000)}\n`],
  ])("%s", async (_, text) => {
    writeFileSync(path.join(cwd, "改.yaml"), text);
    const { code, all } = await built(["fix", "--dry-run", "改.yaml"], { cwd });
    expect(all).not.toMatch(/^\s+at |程序的缺陷/mu);
    expect(code).toBe(0);
  });

  it("thousands of changes are counted, not listed", async () => {
    writeFileSync(path.join(cwd, "改.yaml"), HEAD + times(4000, (index) => `a${index}: “x”`));
    const { code, out, all } = await built(["fix", "--dry-run", "改.yaml"], { cwd });
    expect(code, all.slice(-300)).toBe(1);
    expect(out).toContain("改动超过 2000 行,没有逐行列出");
  });
});

/** Each mapping holds the one before it twice. */
function doubled(value: (name: string) => string): string {
  return `a0: &a0 {k: 1}\n${times(40, (index) => `a${index + 1}: &a${index + 1} ${value(`a${index}`)}`)}\n`;
}

describe("what means something to JavaScript or YAML is data, or said to be wrong", () => {
  const messages = async (text: string) =>
    (await checkTexts({ "甲.yaml": text })).diagnostics.map(({ message }) => message);

  it.each(["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "prototype"])(
    "a key %s",
    async (key) => {
      expect(await messages(`${HEAD}${key}: 1\n`)).toContain(`这张表没有“${key}”这一项`);
      expect(await messages(`${HEAD}联合体概况: {${key}: {运行经费: 1}}\n`)).toContain(
        `「联合体概况」没有“${key}”这一项`,
      );
      expect(await messages(`表单: ${key}/推荐书\n`)).toEqual([`没有“${key}/推荐书”这张表,没有检查`]);
      expect(await messages(`表单: hunan-2024/${key}\n`)).toEqual([`没有“hunan-2024/${key}”这张表,没有检查`]);
      expect(({} as Record<string, unknown>)["运行经费"]).toBeUndefined();
    },
  );

  it("a form that is inherited is none", async () => {
    expect((await messages("__proto__: {表单: hunan-2024/推荐书}\n"))[0]).toContain("没有写“表单:”");
  });

  it.each(["1e400", "-1", ".nan", ".inf", "-.inf", "1_000", "[1]", "{a: 1}", "true", '"12"', "2024-01-01"])(
    "%s for a figure",
    async (figure) => {
      const found = await checkTexts({ "甲.yaml": `${HEAD}联合体概况: {运行经费: {2023: ${figure}}}\n` });
      const own = found.diagnostics.filter(({ pointer }) => pointer.startsWith("/联合体概况/运行经费/2023"));
      expect(own.map(({ ruleId }) => ruleId)).toEqual([expect.stringMatching(/^schema\//u)]);
    },
  );

  it.each([
    ['a: !!js/function "function () {}"', "以 ! 开头的内容会被当作标记"],
    ["a: !!python/object/apply:os.system [ls]", "以 ! 开头的内容会被当作标记"],
    ["? [a, b]\n: 1", "键的位置上写的是列表或分项内容"],
    ["? {a: 1}\n: 1", "键的位置上写的是列表或分项内容"],
    ["&a 联合体名称: x\n*a : y", "写了两次|引用|没有"],
    ['联合体名称: "a\\0b"', "这里有一个看不见的控制字符,Word 放不下"],
    ["联合体名称: !!binary aGVsbG8=", "「联合体名称」应当是文字"],
    ["a: &a {b: *a}", "这里的引用指向它自己"],
  ])("%s", async (line, sentence) => {
    expect((await messages(`${HEAD}${line}\n`)).join("\n")).toMatch(new RegExp(sentence, "u"));
  });

  it.each(["\ud800甲", "\u202e甲\u2066", "甲\u2028乙", "\u0000", "\ufeff甲", "\uffff"])(
    "odd characters, as they stand: %j",
    async (text) => {
      const { code, out } = await ptc(["validate", "-"], { input: `${HEAD}联合体名称: 甲${text}乙\n${text}: 1\n` });
      expect(code, out).toBe(1);
    },
  );

  it("a finding on an empty line", async () => {
    const { code } = await ptc(["validate", "-"], { input: `\n${"\n".repeat(30_000)}` });
    expect(code).toBe(1);
  });
});
