import { execFileSync } from "node:child_process";
import { chownSync, mkdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findWaivers } from "../../../src/io/files/find-waivers.js";
import { root } from "../../support/check.js";
import { gbk } from "../../support/gbk.js";
import { emptyFolder, ptc } from "../../support/run.js";

// The file of waivers is found in the folder or above it, and read like any other file.

const NAME = "ptc-waivers.yaml";
let cwd: string;
const at = (name: string) => path.join(cwd, name);
const folder = (name: string) => {
  mkdirSync(at(name), { recursive: true });
  return at(name);
};
const tooLarge = () => {
  writeFileSync(at(NAME), "");
  truncateSync(at(NAME), 2 * 1024 * 1024);
};
beforeEach(() => {
  cwd = emptyFolder();
  // nothing above is looked at
  folder(".git");
});

describe("waivers", () => {
  it("are those in the folder", () => {
    writeFileSync(at(NAME), "[]\n");
    const { waivers, problems } = findWaivers(cwd);
    expect(waivers).toMatchObject({ file: NAME, text: "[]\n" });
    expect(problems).toEqual([]);
  });

  it("are the next above it, named from the folder, and name files from where they lie", () => {
    writeFileSync(at(NAME), "[]\n");
    const { waivers } = findWaivers(folder("市/县"));
    expect(waivers?.file).toBe(`../../${NAME}`);
    expect(waivers?.nameOf("甲.yaml")).toBe("市/县/甲.yaml");
    expect(waivers?.nameOf("../乙.yaml")).toBe("市/乙.yaml");
    writeFileSync(at(`市/${NAME}`), "[]\n\n");
    expect(findWaivers(folder("市/县")).waivers).toMatchObject({ file: `../${NAME}`, text: "[]\n\n" });
  });

  it("end with the repository", () => {
    writeFileSync(at(NAME), "[]\n");
    folder("另一个/.git");
    expect(findWaivers(folder("另一个"))).toEqual({ problems: [] });
    writeFileSync(at(`另一个/${NAME}`), "[]\n");
    expect(findWaivers(folder("另一个/县")).waivers?.file).toBe(`../${NAME}`);
  });

  it("need not be there", () => {
    expect(findWaivers(cwd)).toEqual({ problems: [] });
  });

  it.each([
    ["GBK", gbk("规则: 甲\n")],
    ["UTF-16", Buffer.from("\ufeff规则: 甲\n", "utf16le")],
  ])("in %s are read right, and said to be so", (encoding, bytes) => {
    writeFileSync(at(NAME), bytes);
    const { waivers, problems } = findWaivers(cwd);
    expect(waivers?.text).toBe("规则: 甲\n");
    expect(problems).toMatchObject([
      { ruleId: "file/encoding", severity: "warning", file: NAME, message: `文件是 ${encoding} 编码,已按此读取` },
    ]);
  });

  it.each<[string, () => void, string]>([
    ["a folder", () => folder(NAME), "这不是普通文件"],
    ["too large", tooLarge, "文件有 2 MB,超过 1 MB,没有读取"],
    ["a Word file", () => writeFileSync(at(NAME), "PK\u0003\u0004"), "这是 Word、Excel 或压缩文件,不是 YAML"],
  ])("that are %s are a problem, and none", (_, put, message) => {
    put();
    expect(findWaivers(cwd)).toMatchObject({
      problems: [{ ruleId: "file/unreadable", severity: "error", file: NAME, message }],
    });
    expect(findWaivers(cwd).waivers).toBeUndefined();
  });
});

describe("outside of a repository", () => {
  const HOME = process.env.HOME;
  beforeEach(() => rmSync(at(".git"), { recursive: true }));
  afterEach(() => {
    process.env.HOME = HOME;
  });

  it("are only those in the folder itself, because anybody may put files above it", () => {
    writeFileSync(at(NAME), "[]\n");
    process.env.HOME = at("别处");
    expect(findWaivers(folder("市"))).toEqual({ problems: [] });
    expect(findWaivers(cwd).waivers?.file).toBe(NAME);
  });

  it("are looked for up to the user's home, and not above it", () => {
    process.env.HOME = folder("家");
    writeFileSync(at(NAME), "[]\n");
    expect(findWaivers(folder("家/市"))).toEqual({ problems: [] });
    writeFileSync(at(`家/${NAME}`), "[]\n");
    expect(findWaivers(folder("家/市")).waivers?.file).toBe(`../${NAME}`);
  });
});

describe.skipIf(process.platform === "win32")("that are not a file of ours", () => {
  it.each<[string, () => void, string]>([
    ["a pipe", () => execFileSync("mkfifo", [at(NAME)]), "这不是普通文件"],
    ["a link to a device without end", () => symlinkSync("/dev/zero", at(NAME)), "这个链接通往文件夹外面,没有读取"],
    ["a link to nothing", () => symlinkSync("没有.yaml", at(NAME)), "找不到这个文件:它是指向别处的链接,或刚被移走"],
    ["a link in a circle", () => symlinkSync(NAME, at(NAME)), "这是绕回自己的链接"],
  ])("%s", (_, put, message) => {
    put();
    const { waivers, problems } = findWaivers(cwd);
    expect(waivers).toBeUndefined();
    expect(problems).toMatchObject([{ ruleId: "file/unreadable", severity: "error", file: NAME, message }]);
  });

  it("another user's are refused, and said to be; those of the folder's owner hold", () => {
    writeFileSync(at(NAME), "[]\n");
    const own = process.getuid?.() ?? 0;
    expect(findWaivers(cwd, undefined, own).waivers).toBeDefined();
    // whoever owns the folder that is checked has put the file there, as in a container that runs as another user
    expect(findWaivers(cwd, undefined, 4711).waivers).toBeDefined();
    if (own !== 0) return;
    chownSync(at(NAME), 4712, 4712);
    expect(findWaivers(cwd, undefined, own)).toMatchObject({
      problems: [
        { ruleId: "waiver/invalid", severity: "warning", file: NAME, message: "这个豁免文件是别的用户放的,没有采用" },
      ],
    });
    expect(findWaivers(cwd, undefined, own).waivers).toBeUndefined();
    expect(findWaivers(cwd, undefined, 4712).waivers).toBeDefined();
  });
});

describe("on the command line", () => {
  const FULL = readFileSync(path.join(root, "examples/hunan-2024/application.yaml"), "utf8");
  const JUMPED = FULL.replace("共建课程: {2022: 46, 2023: 68}", "共建课程: {2022: 4, 2023: 680}");
  const run = (...args: string[]) => ptc(args, { cwd });

  const WAIVER = `- 规则: year-jump
  文件: 甲.yaml
  位置: /办学成效和服务能力/资源共建共享/共建课程/2023
  理由: 口径调整
  批准人: 示例处
  有效期至: "2024-12-31"
`;

  beforeEach(() => {
    expect(JUMPED).not.toBe(FULL);
    writeFileSync(at("甲.yaml"), JUMPED);
  });

  it("those in GBK hold", async () => {
    expect((await run("validate", "甲.yaml")).out).toContain("year-jump");
    writeFileSync(at(NAME), gbk(WAIVER));
    const { code, out } = await run("validate", ".");
    expect(code).toBe(0);
    expect(out).toContain(`另有 1 个问题已豁免(${NAME})`);
    expect(out).toMatch(/ptc-waivers\.yaml:1:1 {2}警告 {2}file\/encoding/u);
    expect(out).not.toContain("waiver/");
    // `ptc fix` would not touch them
    expect(out).not.toContain("可以自动改");
  });

  it.each<[string, () => void, string]>([
    ["a folder", () => folder(NAME), "这不是普通文件"],
    ["too large", tooLarge, "超过 1 MB"],
  ])("those that are %s are an error of every command that checks", async (_, put, message) => {
    writeFileSync(at("甲.yaml"), FULL);
    expect((await run("validate", ".")).code).toBe(0);
    put();
    for (const args of [
      ["validate", "甲.yaml"],
      ["validate", "."],
      ["render", "--docx", "甲.yaml"],
      ["summarize", "--xlsx", "甲.yaml"],
    ]) {
      const { code, out, err } = await run(...args);
      expect([args, code]).toEqual([args, 1]);
      expect(out + err).toContain(NAME);
      expect(out + err).toContain(message);
    }
    const { diagnostics, summary } = JSON.parse((await run("validate", ".", "--format", "json")).out);
    expect(diagnostics).toMatchObject([{ ruleId: "file/unreadable", severity: "error", file: NAME }]);
    expect(summary).toMatchObject({ errors: 1 });
  });

  describe("which file was used is said", () => {
    beforeEach(() => writeFileSync(at(NAME), WAIVER));
    const NOTE = `另有 1 个问题已豁免(${NAME})`;

    it.each(["pretty", "github", "junit", "markdown"])("by validate as %s", async (format) => {
      const { out } = await run("validate", "甲.yaml", "--format", format);
      expect(out.replaceAll("\\", "")).toContain(NOTE);
    });

    it("by validate as concise, on stderr: on stdout there is a line for each finding and nothing else", async () => {
      expect(await run("validate", "甲.yaml", "--format", "concise")).toMatchObject({ out: "", err: `${NOTE}\n` });
    });

    it("by validate as data", async () => {
      const report = async (format: string) => JSON.parse((await run("validate", "甲.yaml", "--format", format)).out);
      expect((await report("json")).summary).toMatchObject({ waived: 1, waivers: NAME });
      expect((await report("sarif")).runs[0].properties).toEqual({ waived: 1, waivers: NAME });
    });

    it.each([["render", "--docx"], ["summarize", "--xlsx"], ["status"], ["checklist"]])("by %s %s", async (...args) => {
      expect((await run(...args, "甲.yaml")).err.split("\n")).toContain(NOTE);
    });

    it("also when it waives nothing", async () => {
      writeFileSync(at("甲.yaml"), FULL);
      writeFileSync(at(NAME), "[]\n");
      expect((await run("validate", "甲.yaml")).out).toContain(`有豁免文件 ${NAME},没有豁免什么问题`);
      expect((await run("render", "--docx", "甲.yaml")).err).toContain(`有豁免文件 ${NAME},没有豁免什么问题`);
    });
  });

  it("--since keeps what is wrong with a file that cannot be used", async () => {
    rmSync(at(".git"), { recursive: true });
    const git = (...args: string[]) =>
      execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b", ...args], { cwd, stdio: "pipe" });
    writeFileSync(at(NAME), WAIVER.replace("/2023", "/2022"));
    git("init", "-q");
    git("add", ".");
    git("commit", "-qm", "a");
    const since = () => run("validate", ".", "--since", "HEAD", "--format", "concise");
    expect((await since()).out).not.toContain("file/unreadable");
    rmSync(at(NAME));
    folder(NAME);
    expect((await since()).out).toContain("file/unreadable");
  });
});
