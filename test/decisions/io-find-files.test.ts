import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { findInputs } from "../../src/index.js";
import { hasAttachment } from "../../src/io/files/find-attachment.js";
import { findWaivers } from "../../src/io/files/find-waivers.js";
import { isInside } from "../../src/io/files/is-inside.js";
import { emptyFolder } from "../support/run.js";

// Which files the arguments name: each file once, in order, with a message for each that cannot be read.

let cwd: string;
beforeEach(() => {
  cwd = emptyFolder();
});

function put(...files: string[]): void {
  for (const file of files) {
    mkdirSync(path.dirname(path.join(cwd, file)), { recursive: true });
    writeFileSync(path.join(cwd, file), file);
  }
}

const STDIN = "x";

/** The files found, in order; `!` marks one that cannot be read. */
async function find(names: string[], stdinName?: string): Promise<string[]> {
  const stdin = async () => Buffer.from(STDIN);
  const inputs = await findInputs(names, { cwd, stdin, ...(stdinName !== undefined && { stdinName }) });
  return inputs.map((input) => {
    const { text, problem } = input.read();
    return `${problem ? "!" : ""}${input.file}${text?.text === STDIN ? ` ${STDIN.length}` : ""}`;
  });
}

describe("a folder", () => {
  it.each<[string, string[], string[]]>([
    [
      "holds .yaml and .yml, in any case",
      ["a.yaml", "b.yml", "c.YAML", "d.Yml"],
      ["a.yaml", "b.yml", "c.YAML", "d.Yml"],
    ],
    ["holds nothing else", ["a.yaml", "a.yaml.bak", "ayaml", "b.yam", "c.json"], ["a.yaml"]],
    [
      "is gone through in order of name, folders in their place",
      ["b.yaml", "a/z.yaml", "c/a.yaml", "a.yaml"],
      ["a/z.yaml", "a.yaml", "b.yaml", "c/a.yaml"],
    ],
    [
      "leaves out what is hidden, packages and waivers",
      [".a.yaml", ".git/b.yaml", "node_modules/c.yaml", "ptc-waivers.yaml", "x/ptc-waivers.yaml", "d.yaml"],
      ["d.yaml"],
    ],
    [
      "takes what only looks like packages or waivers",
      ["node_modules.yaml", "my-ptc-waivers.yaml"],
      ["my-ptc-waivers.yaml", "node_modules.yaml"],
    ],
    ["without any is said", ["a.txt"], ["!."]],
  ])("%s", async (_, files, expected) => {
    put(...files);
    expect(await find(["."])).toEqual(expected);
  });

  it("may be named with a slash, or by its full path", async () => {
    put("市/a.yaml");
    expect(await find(["市/"])).toEqual(["市/a.yaml"]);
    const [only = ""] = await find([path.join(cwd, "市")]);
    expect(only).toBe(path.join(cwd, "市/a.yaml"));
  });
});

describe("the same file", () => {
  it.each<[string, string[], string[]]>([
    ["twice", ["a.yaml", "a.yaml"], ["a.yaml"]],
    ["by two ways", ["a.yaml", "./a.yaml", "市/../a.yaml"], ["a.yaml"]],
    ["by name and in its folder", ["市/b.yaml", "市"], ["市/b.yaml"]],
    ["in its folder and by name", ["市", "市/b.yaml"], ["市/b.yaml"]],
    ["by name and by pattern", ["a.yaml", "*.yaml"], ["a.yaml"]],
    ["and another, in the order given", ["市/b.yaml", "a.yaml"], ["市/b.yaml", "a.yaml"]],
  ])("%s", async (_, names, expected) => {
    put("a.yaml", "市/b.yaml");
    expect(await find(names)).toEqual(expected);
  });

  it("missing twice is said twice", async () => {
    expect(await find(["没有.yaml", "没有.yaml"])).toEqual(["!没有.yaml", "!没有.yaml"]);
  });
});

describe("standard input", () => {
  it.each<[string, string[], string | undefined, string[]]>([
    ["by itself", ["-"], undefined, ["<标准输入> 1"]],
    ["before all else", ["a.yaml", "-"], undefined, ["<标准输入> 1", "a.yaml"]],
    ["twice", ["-", "-"], undefined, ["<标准输入> 1"]],
    ["for a file", ["-", "a.yaml", "b.yaml"], "a.yaml", ["a.yaml 1", "b.yaml"]],
    ["for a file of a folder", ["-", "."], "./a.yaml", ["./a.yaml 1", "b.yaml"]],
    ["not asked for", ["a.yaml"], "b.yaml", ["a.yaml"]],
  ])("%s", async (_, names, stdinName, expected) => {
    put("a.yaml", "b.yaml");
    expect(await find(names, stdinName)).toEqual(expected);
  });
});

describe("a pattern", () => {
  it.each<[string, string, string[]]>([
    ["of any name", "*.yaml", ["a.yaml", "b.yaml"]],
    ["of one character", "?.yaml", ["a.yaml", "b.yaml"]],
    ["of some characters", "[ab].yaml", ["a.yaml", "b.yaml"]],
    ["of alternatives", "{a,c}.y*ml", ["a.yaml", "c.yml"]],
    ["of any folder", "**/d.yaml", ["市(1)/区/d.yaml"]],
    ["below a folder with brackets", "市(1)/*/d.yaml", ["市(1)/区/d.yaml"]],
    ["typed with backslashes", "市(1)\\区\\*.yaml", ["市(1)/区/d.yaml"]],
    ["that leaves out waivers", "ptc-*.yaml", ["!ptc-*.yaml"]],
    ["of no file", "z*.yaml", ["!z*.yaml"]],
    ["of a folder", "市*", ["!市*"]],
    ["of any kind of file", "x.*", ["x.txt"]],
  ])("%s", async (_, pattern, expected) => {
    put("a.yaml", "b.yaml", "c.yml", "市(1)/区/d.yaml", "ptc-waivers.yaml", "x.txt");
    expect(await find([pattern])).toEqual(expected);
  });

  it("that is a file's name is that file", async () => {
    put("[a].yaml", "a.yaml");
    expect(await find(["[a].yaml"])).toEqual(["[a].yaml"]);
  });

  it("may begin at the root", async () => {
    put("a.yaml");
    expect(await find([path.join(cwd, "*.yaml")])).toEqual([path.join(cwd, "a.yaml")]);
  });
});

it.each([
  ["nothing", "", "!(空)"],
  ["what is not there", "没有.yaml", "!没有.yaml"],
  ["below a file", "a.yaml/b.yaml", "!a.yaml/b.yaml"],
])("says of %s that it cannot be read", async (_, name, said) => {
  put("a.yaml");
  const [found] = await findInputs([name], { cwd, stdin: async () => Buffer.alloc(0) });
  expect(`!${found?.file}`).toBe(said);
  expect(found?.read().problem).toMatchObject({
    ruleId: "file/unreadable",
    severity: "error",
    place: { start: { line: 1, column: 1 } },
  });
});

describe.skipIf(process.platform === "win32")("a link", () => {
  it("to a file is a file, to a folder is not searched, and to nothing is still listed", async () => {
    put("a.yaml", "市/b.yaml");
    symlinkSync("a.yaml", path.join(cwd, "c.yaml"));
    symlinkSync("市", path.join(cwd, "乡"));
    symlinkSync("没有", path.join(cwd, "d.yaml"));
    expect(await find(["."])).toEqual(["a.yaml", "c.yaml", "!d.yaml", "市/b.yaml"]);
    expect(await find(["乡"])).toEqual(["乡/b.yaml"]);
    expect(await find(["**/b.yaml"])).toEqual(["市/b.yaml"]);
  });

  it("in a circle is said", async () => {
    symlinkSync("b.yaml", path.join(cwd, "a.yaml"));
    symlinkSync("a.yaml", path.join(cwd, "b.yaml"));
    expect(await find(["a.yaml"])).toEqual(["!a.yaml"]);
  });
});

describe("below a folder", () => {
  it.each([
    ["/a/b", "/a", true],
    ["/a/b/c", "/a", true],
    ["/a/..b", "/a", true],
    ["/a", "/a", false],
    ["/", "/a", false],
    ["/ab", "/a", false],
    ["/b", "/a", false],
    ["/b/c", "/a", false],
  ])("is %s of %s: %s", (file, folder, below) => {
    expect(isInside(file, folder)).toBe(below);
  });
});

it.each([
  ["beside", "b.docx", true],
  ["in a folder below", "附/c.pdf", true],
  ["with a backslash", "附\\c.pdf", true],
  ["by a way round", "附/../b.docx", true],
  ["that is a folder", "附", false],
  ["that is not there", "d.docx", false],
  ["above", "../外.docx", false],
  ["by its full path elsewhere", "/etc/hostname", false],
  ["that no system takes", "\0", false],
  ["the folder itself", ".", false],
])("an attachment %s", (_, name, there) => {
  put("市/a.yaml", "市/b.docx", "市/附/c.pdf", "外.docx");
  expect(hasAttachment(path.join(cwd, "市/a.yaml"), name)).toBe(there);
});

describe("waivers", () => {
  it.each<[string, string[], string | undefined]>([
    ["in the folder", ["市/ptc-waivers.yaml", "ptc-waivers.yaml"], "ptc-waivers.yaml"],
    ["above it", ["ptc-waivers.yaml", "市/a.yaml"], "../ptc-waivers.yaml"],
    ["above a repository are not looked at", ["ptc-waivers.yaml", "市/.git/x"], undefined],
    ["in the repository's own folder are", ["市/ptc-waivers.yaml", "市/.git/x"], "ptc-waivers.yaml"],
  ])("%s", (_, files, expected) => {
    put(".git/x", ...files);
    expect(findWaivers(path.join(cwd, "市")).waivers?.file).toBe(expected);
  });

  it("name files as seen from where they are", () => {
    put(".git/x", "ptc-waivers.yaml", "市/a.yaml");
    const { waivers: found } = findWaivers(path.join(cwd, "市"));
    expect([found?.text, found?.nameOf("a.yaml"), found?.nameOf("../b.yaml")]).toEqual([
      "ptc-waivers.yaml",
      "市/a.yaml",
      "b.yaml",
    ]);
  });
});
