import { truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { findInputs, type Input, type ReadInput } from "../../src/index.js";
import { readBounded } from "../../src/io/files/read-bounded.js";
import { emptyFolder } from "../support/run.js";

// Which encoding is detected, and how large a file may be: at the limit, and one byte above it.

let cwd: string;
beforeEach(() => {
  cwd = emptyFolder();
});

const MB = 1024 * 1024;
const put = (bytes: Uint8Array | string) => writeFileSync(path.join(cwd, "甲.yaml"), bytes);

async function read(bytes: Uint8Array | string) {
  put(bytes);
  const { text, problems, problem } = await readNamed("甲.yaml");
  const found = problem ? [problem] : (problems ?? []);
  return {
    text: text?.text,
    mark: text?.bom ?? false,
    said: found.map(({ ruleId, severity, fix }) => `${severity} ${ruleId}${fix ? " fix" : ""}`),
    messages: found.map(({ message }) => message),
  };
}

/** Reads the one input of a name. */
async function readNamed(name: string, stdin = Buffer.alloc(0)): Promise<ReadInput> {
  const inputs = await findInputs([name], { cwd, stdin: async () => stdin });
  expect(inputs).toHaveLength(1);
  return (inputs[0] as Input).read();
}

const text = "表单: 甲\n";
const little = (of: string) => Buffer.from(of, "utf16le");
const big = (of: string) => Buffer.from(of, "utf16le").swap16();
/** 表单: 甲 in GBK. */
const GBK = Buffer.from("b1edb5a53a20bcd70a", "hex");
const RECODED = ["warning file/encoding fix"];

describe("an encoding", () => {
  it.each<[string, Uint8Array | string, string, boolean, string[]]>([
    ["UTF-8", text, text, false, []],
    ["UTF-8 with a mark", `\ufeff${text}`, text, true, []],
    ["UTF-8 with a mark in its middle", `a\ufeff${text}`, `a\ufeff${text}`, false, []],
    ["a mark and nothing", "\ufeff", "", true, []],
    ["nothing", "", "", false, []],
    ["UTF-16, little end first", little(`\ufeff${text}`), text, false, RECODED],
    ["UTF-16, big end first", big(`\ufeff${text}`), text, false, RECODED],
    ["UTF-16 without a mark", little("a: 1\nb: 2\n"), "a: 1\nb: 2\n", false, RECODED],
    ["UTF-16 without a mark, big end first", big("a: 1\nb: 2\n"), "a: 1\nb: 2\n", false, RECODED],
    ["eight letters of UTF-16", little("abcdefgh"), "abcdefgh", false, RECODED],
    ["seven letters of UTF-16, which tell too little", little("abcdefg"), "a\0b\0c\0d\0e\0f\0g\0", false, []],
    [
      "zeros at both places, which are no UTF-16",
      Buffer.from("a\0b\0c\0d\0e\0f\0g\0h\0\0x"),
      "a\0b\0c\0d\0e\0f\0g\0h\0\0x",
      false,
      [],
    ],
    ["GBK", GBK, text, false, RECODED],
    ["UTF-8 with the line ends of old Macs", "a: 1\rb: 2\r", "a: 1\nb: 2\n", false, RECODED],
    ["UTF-8 with the line ends of Windows", "a: 1\r\nb: 2\r\n", "a: 1\r\nb: 2\r\n", false, []],
    ["UTF-8 with one carriage return in a text", "a: |\n  1\r2\n", "a: |\n  1\r2\n", false, []],
  ])("%s", async (_, bytes, expected, mark, said) => {
    const found = await read(bytes);
    expect([found.text, found.mark, found.said]).toEqual([expected, mark, said]);
  });

  it("that loses characters has no automatic fix", async () => {
    const { said } = await read(Buffer.concat([GBK, Buffer.from([0xff, 0xff])]));
    expect(said).toEqual(["warning file/encoding"]);
  });

  it.each([
    [49, "warning"],
    [50, "warning"],
    [51, "error"],
  ])("of one bad byte in %d characters is another or damaged: %s", async (length, severity) => {
    const { said } = await read(Buffer.concat([Buffer.from([0xb1]), Buffer.from("a".repeat(length - 1))]));
    expect(said.map((each) => each.split(" ")[0])).toEqual([severity]);
  });

  it("names the damaged line", async () => {
    const good = "a".repeat(60);
    const { messages } = await read(
      Buffer.concat([Buffer.from(`${good}\n\n${good}`), Buffer.from([0xb1]), Buffer.from(`\n${good}`)]),
    );
    expect(messages[0]).toContain("第 3 行");
  });
});

describe("what other programs write is refused", () => {
  it.each<[string, Uint8Array, string[]]>([
    ["a Word or Excel file", Buffer.from("PK\x03\x04"), ["error file/unreadable"]],
    ["an old one", Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), ["error file/unreadable"]],
    ["a PDF", Buffer.from("%PDF-"), ["error file/unreadable"]],
    ["a png", Buffer.from([0x89, 0x50, 0x4e, 0x47]), ["error file/unreadable"]],
    ["a jpeg", Buffer.from([0xff, 0xd8, 0xff]), ["error file/unreadable"]],
    ["the letters PK", Buffer.from("PK: 1"), []],
    ["the word PDF", Buffer.from(" %PDF-"), []],
  ])("%s", async (_, bytes, said) => {
    expect((await read(bytes)).said).toEqual(said);
  });
});

describe("a size", () => {
  it.each([
    [MB, true, undefined],
    [MB + 1, false, "文件有 1.1 MB,超过 1 MB"],
    [1_153_433, false, "文件有 1.1 MB,"],
    [1_153_434, false, "文件有 1.2 MB,"],
    [2 * MB, false, "文件有 2 MB,"],
  ])("of a file of %d bytes", async (size, isRead, said) => {
    put("a");
    truncateSync(path.join(cwd, "甲.yaml"), size);
    const { text, problem } = await readNamed("甲.yaml");
    expect(text !== undefined).toBe(isRead);
    if (said !== undefined) expect(problem?.message).toContain(said);
  });

  it.each([
    [MB, true],
    [MB + 1, false],
  ])("of a standard input of %d bytes", async (size, isRead) => {
    const { text, problem } = await readNamed("-", Buffer.alloc(size, "a"));
    expect([text !== undefined, problem === undefined]).toEqual([isRead, isRead]);
  });

  it("of a file that is read as it is, and of what is none", () => {
    put("abc");
    const file = path.join(cwd, "甲.yaml");
    expect(readBounded(file, 3)).toEqual(new Uint8Array(Buffer.from("abc")));
    expect(readBounded(file, 4)).toEqual(new Uint8Array(Buffer.from("abc")));
    expect(readBounded(file, 2)).toEqual({ refused: "too-large", size: 3 });
    expect(readBounded(cwd, MB)).toEqual({ refused: "not-a-file", size: 0 });
  });
});
