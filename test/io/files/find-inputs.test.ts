import { chmod, mkdir, mkdtemp, realpath, rm, symlink, truncate, writeFile } from "node:fs/promises";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findInputs } from "../../../src/io/files/find-inputs.js";
import type { Diagnostic } from "../../../src/model/diagnostic.js";

let base: string;
let cwd: string;
let number = 0;

beforeAll(async () => {
  base = await realpath(await mkdtemp(path.join(tmpdir(), "ptc-read-")));
});
beforeEach(async () => {
  cwd = path.join(base, String(number++));
  await mkdir(cwd);
});
afterAll(() => rm(base, { recursive: true }));

/** Puts files below the working folder. */
async function put(files: Record<string, string | Uint8Array>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(cwd, name)), { recursive: true });
    await writeFile(path.join(cwd, name), content);
  }
}

const noInput = () => Promise.reject(new Error("standard input was read"));

/** Finds what is named and reads it: the files with their texts, what is said of them, and what could not be read. */
async function read(...names: string[]) {
  const inputs = await findInputs(names, { cwd, stdin: noInput });
  const found = inputs.map((input) => ({ file: input.file, ...input.read() }));
  const texts = found.flatMap(({ text }) => text ?? []);
  // a file is reported by one name, however it is looked at
  for (const { file, text, problem } of found) expect(text?.file ?? problem?.file).toBe(file);
  return {
    files: texts.map(({ file }) => file),
    texts: texts.map(({ text }) => text),
    said: found.flatMap(({ problems }) => problems ?? []).map(sentence),
    refused: found.flatMap(({ problem }) => problem ?? []).map(sentence),
  };
}

function sentence({ severity, ruleId, file, message, hint }: Diagnostic): string {
  return `${file} ${severity} ${ruleId} ${message} | ${hint}`;
}

describe("what is named is read", () => {
  it("a file", async () => {
    await put({ "县/甲.yaml": "名称: 甲\n" });
    expect(await read("县/甲.yaml")).toEqual({ files: ["县/甲.yaml"], texts: ["名称: 甲\n"], said: [], refused: [] });
  });

  it("a file of any name when it is named itself", async () => {
    await put({ "甲.txt": "甲", ".隐藏.yaml": "乙", "[丙]*.yaml": "丙" });
    expect((await read("甲.txt", ".隐藏.yaml", "[丙]*.yaml")).texts).toEqual(["甲", "乙", "丙"]);
  });

  it("a folder, with all YAML below it in order of name", async () => {
    await put({
      "市/b.yaml": "",
      "市/a.yml": "",
      "市/A.YAML": "",
      "市/县/c.yaml": "",
      "市/说明.txt": "",
      "市/d.yaml.bak": "",
    });
    expect((await read("市")).files).toEqual(["市/A.YAML", "市/a.yml", "市/b.yaml", "市/县/c.yaml"]);
    expect((await read("市/")).files).toHaveLength(4);
  });

  it("a folder without hidden folders, hidden files and installed packages", async () => {
    await put({
      "甲.yaml": "",
      ".git/x.yaml": "",
      ".x.yaml": "",
      "node_modules/p/x.yaml": "",
      "县/node_modules/x.yaml": "",
    });
    expect(await read(".")).toMatchObject({ files: ["甲.yaml"], refused: [] });
  });

  it.skipIf(process.platform === "win32")("a folder, with files that are linked into it", async () => {
    await put({ "甲.yaml": "甲", "市/说明.txt": "" });
    await symlink("../甲.yaml", path.join(cwd, "市/乙.yaml"));
    // found in the folder, a link must stay in it; named by the user, it may lead anywhere
    expect((await read("市")).refused).toEqual([expect.stringContaining("这个链接通往文件夹外面,没有读取")]);
    expect(await read("市/乙.yaml")).toMatchObject({ files: ["市/乙.yaml"], texts: ["甲"] });
    expect(await read(".")).toMatchObject({ files: ["市/乙.yaml", "甲.yaml"], texts: ["甲", "甲"] });
  });

  it("a pattern", async () => {
    await put({ "市/b.yaml": "", "市/a.yaml": "", "市/c.yml": "", "市/县/d.yaml": "", "x.yaml": "" });
    expect((await read("市/*.yaml")).files).toEqual(["市/a.yaml", "市/b.yaml"]);
    expect((await read("市/**/*.yaml")).files.sort()).toEqual(["市/a.yaml", "市/b.yaml", "市/县/d.yaml"].sort());
    expect((await read("市/{a,c}.{yaml,yml}")).files).toEqual(["市/a.yaml", "市/c.yml"]);
    expect((await read("市\\*.yaml")).files).toEqual(["市/a.yaml", "市/b.yaml"]);
  });

  it("standard input", async () => {
    const [input, ...rest] = await findInputs(["-"], { cwd, stdin: async () => Buffer.from("名称: 甲\n") });
    expect([input?.file, rest]).toEqual(["<标准输入>", []]);
    expect(input?.read()).toEqual({ text: { file: "<标准输入>", text: "名称: 甲\n" }, problems: [] });
  });

  it("in the order given", async () => {
    await put({ "a.yaml": "", "b.yaml": "" });
    expect((await read("b.yaml", "a.yaml")).files).toEqual(["b.yaml", "a.yaml"]);
  });
});

describe("each file is read once", () => {
  it("however often and however it is named", async () => {
    await put({ "市/a.yaml": "", "市/b.yaml": "" });
    const names = ["市/a.yaml", "./市/a.yaml", "市/../市/a.yaml", path.join(cwd, "市/a.yaml"), "市", "市/*.yaml"];
    expect((await read(...names)).files).toEqual(["市/a.yaml", "市/b.yaml"]);
  });

  it("standard input too", async () => {
    let times = 0;
    const stdin = async () => Buffer.from(times++ === 0 ? "名称: 甲\n" : "");
    const inputs = await findInputs(["-", "-"], { cwd, stdin });
    // and so it says the same when a line of it is to be shown
    for (const input of [...inputs, ...inputs])
      expect(input.read().text).toEqual({ file: "<标准输入>", text: "名称: 甲\n" });
    expect([inputs.length, times]).toEqual([1, 1]);
  });
});

describe("encodings", () => {
  const warning = (encoding: string) =>
    `甲.yaml warning file/encoding 文件是 ${encoding} 编码,已按此读取 | 用记事本打开,“文件→另存为”,编码选 UTF-8,保存`;
  const text = "表单: 中文𠮷\r\n";
  const little = Buffer.from(`\ufeff${text}`, "utf16le");

  it.each([
    ["UTF-8", Buffer.from(text), text, []],
    ["UTF-8 with a mark", Buffer.from(`\ufeff${text}`), text, []],
    ["UTF-16 as Notepad saves it", little, text, [warning("UTF-16")]],
    ["UTF-16, the other way round", Buffer.from(little).swap16(), text, [warning("UTF-16")]],
    // 表单: 中文 in GBK
    ["GBK", Buffer.from("b1edb5a53a20d6d0cec40a", "hex"), "表单: 中文\n", [warning("GBK")]],
    ["nothing", Buffer.alloc(0), "", []],
  ])("%s", async (_, bytes, expected, said) => {
    await put({ "甲.yaml": bytes });
    expect(await read("甲.yaml")).toEqual({ files: ["甲.yaml"], texts: [expected], said, refused: [] });
  });
});

describe("what cannot be read is said, and the rest is read", () => {
  it("a file that is not there", async () => {
    await put({ "乙.yaml": "乙" });
    expect(await read("甲.yaml", "乙.yaml")).toMatchObject({
      texts: ["乙"],
      refused: ["甲.yaml error file/unreadable 找不到这个文件 | 检查路径和文件名(可用 ptc init 新建一份)"],
    });
  });

  it("a folder without YAML", async () => {
    await put({ "空/说明.txt": "", "空/.x.yaml": "" });
    expect((await read("空")).refused).toEqual([
      "空 error file/unreadable 这个文件夹里没有 .yaml 或 .yml 文件 | 检查文件夹是否选对",
    ]);
  });

  it("a pattern that fits nothing", async () => {
    await put({ "市/甲.txt": "" });
    expect((await read("市/*.yaml")).refused).toEqual([
      "市/*.yaml error file/unreadable 没有文件与这个名称相符 | 检查路径;* 代表任意文件名,** 代表任意层文件夹",
    ]);
  });

  it.skipIf(process.platform === "win32")("what is no file", async () => {
    const server = net.createServer().listen(path.join(cwd, "甲.yaml"));
    await new Promise((done) => server.once("listening", done));
    try {
      expect((await read("甲.yaml")).refused).toEqual([
        "甲.yaml error file/unreadable 这不是普通文件 | 请给出 YAML 文件或文件夹",
      ]);
    } finally {
      await new Promise((done) => server.close(done));
    }
  });

  it("a file too large, without opening it", async () => {
    await put({ "甲.yaml": "", "乙.yaml": "", "丙.yaml": "" });
    const mega = 1024 * 1024;
    await truncate(path.join(cwd, "甲.yaml"), 20 * mega);
    await truncate(path.join(cwd, "乙.yaml"), mega);
    expect(await read("甲.yaml", "乙.yaml")).toMatchObject({
      files: ["乙.yaml"],
      refused: [
        "甲.yaml error file/unreadable 文件有 20 MB,超过 1 MB,没有读取 | 一份表格只有几十 KB,检查是不是选错了文件",
      ],
    });
    await truncate(path.join(cwd, "丙.yaml"), mega + 1);
    const [said = ""] = (await read("丙.yaml")).refused;
    expect(said).toContain("超过 1 MB");
    expect(said).not.toContain("文件有 1 MB,");
  });

  it.skipIf(process.platform === "win32" || process.getuid?.() === 0)("a file without permission", async () => {
    await put({ "甲.yaml": "甲" });
    await chmod(path.join(cwd, "甲.yaml"), 0);
    expect((await read("甲.yaml")).refused).toEqual([
      "甲.yaml error file/unreadable 没有权限读这个文件 | 检查文件是否被别的程序占用,或换个位置再试",
    ]);
  });

  it.skipIf(process.platform === "win32" || process.getuid?.() === 0)("a folder without permission", async () => {
    await put({ "甲.yaml": "甲", "县/乙.yaml": "乙" });
    await chmod(path.join(cwd, "县"), 0);
    try {
      const { files, refused } = await read(".");
      expect(files).toEqual(["甲.yaml"]);
      expect(refused.join()).toMatch(/^县 error file\/unreadable 没有权限/u);
    } finally {
      await chmod(path.join(cwd, "县"), 0o755);
    }
  });

  it.skipIf(process.platform === "win32")("a link that leads nowhere", async () => {
    await symlink("没有.yaml", path.join(cwd, "甲.yaml"));
    expect((await read("甲.yaml")).refused).toHaveLength(1);
  });
});

it.each([
  ["a.zip", "PK\u0003\u0004…", "这是 Word、Excel 或压缩文件,不是 YAML"],
  ["a.pdf", "%PDF-1.4", "这是 PDF 文件,不是 YAML"],
  ["a.yaml", Buffer.from("\u00ff\u00d8\u00ff\u00e0", "latin1"), "这是图片,不是 YAML"],
])("says that %s is something else", async (name, content, message) => {
  await put({ [name]: content });
  const { files, refused } = await read(name);
  expect(files).toEqual([]);
  expect(refused).toEqual([`${name} error file/unreadable ${message} | 请给出填写的 .yaml 文件`]);
});

describe("standard input", () => {
  it("takes the place of the file it is said to be", async () => {
    await put({ "甲.yaml": "旧", "乙.yaml": "乙" });
    const inputs = await findInputs([".", "-"], { cwd, stdin: async () => Buffer.from("新"), stdinName: "./甲.yaml" });
    expect(inputs.map((input) => [input.file, input.read().text?.text])).toEqual([
      ["./甲.yaml", "新"],
      ["乙.yaml", "乙"],
    ]);
  });

  it("is refused when it is too much", async () => {
    const [input] = await findInputs(["-"], { cwd, stdin: async () => Buffer.alloc(1024 * 1024 + 1) });
    expect(sentence(input?.read().problem as Diagnostic)).toBe(
      "<标准输入> error file/unreadable 标准输入超过 1 MB,没有检查 | 一份表格只有几十 KB,检查是不是选错了文件",
    );
  });
});

it("reads a file when it is asked for, and again as it is by then", async () => {
  await put({ "甲.yaml": "一" });
  const [input] = await findInputs(["甲.yaml"], { cwd, stdin: noInput });
  expect(input?.read().text?.text).toBe("一");
  await put({ "甲.yaml": "二" });
  expect(input?.read().text?.text).toBe("二");
  await rm(path.join(cwd, "甲.yaml"));
  expect(sentence(input?.read().problem as Diagnostic)).toMatch(/^甲\.yaml error file\/unreadable 找不到这个文件/u);
});
