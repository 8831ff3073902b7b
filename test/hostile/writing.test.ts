import { execFile, execFileSync, spawn } from "node:child_process";
import { copyFileSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { beforeEach, describe, expect, it } from "vitest";
import { root } from "../support/check.js";
import { emptyFolder, ptc } from "../support/run.js";

// A write that does not come to its end leaves what was there, whole, and nothing beside it.

let cwd: string;
beforeEach(() => {
  cwd = emptyFolder();
  copyFileSync(path.join(root, "examples/hunan-2024/application.yaml"), path.join(cwd, "application.yaml"));
});

const COMMANDS: [string, string[]][] = [
  ["application.docx", ["render", "--docx", "--force"]],
  ["汇总表.xlsx", ["summarize", "--xlsx", "application.yaml"]],
  ["指标核对.xlsx", ["checklist", "--xlsx"]],
  ["out.json", ["schema", "--write"]],
];

describe.skipIf(process.platform === "win32")("when the system lets a file have only half a kilobyte", () => {
  it.each(COMMANDS)("%s is as it was", async (name, args) => {
    writeFileSync(path.join(cwd, name), "旧的内容");
    const before = readdirSync(cwd);
    const program = [process.execPath, path.join(root, "bin/ptc.cjs"), ...args];
    const failed = await promisify(execFile)("sh", ["-c", 'ulimit -f 1; exec "$@"', "sh", ...program], {
      cwd,
      timeout: 30_000,
    }).then(
      () => undefined,
      (error) => error,
    );
    expect(failed).toMatchObject({ code: 2, stderr: expect.stringContaining("文件超过了系统允许的大小") });
    expect(readFileSync(path.join(cwd, name), "utf8")).toBe("旧的内容");
    expect(readdirSync(cwd).filter((each) => each !== ".ptc")).toEqual(before);
  });
});

it.skipIf(process.platform === "win32")("killed at any moment, a document is the old or the new one", async () => {
  await ptc(["render", "--docx"], { cwd });
  const file = path.join(cwd, "application.docx");
  const whole = readFileSync(file);
  writeFileSync(file, "旧的内容");
  for (const after of [100, 250, 400]) {
    const child = spawn(process.execPath, [path.join(root, "bin/ptc.cjs"), "render", "--docx", "--force"], {
      cwd,
      stdio: "ignore",
    });
    setTimeout(() => child.kill("SIGKILL"), after);
    await new Promise((done) => child.once("close", done));
    const now = readFileSync(file);
    expect(now.equals(whole) || now.toString() === "旧的内容").toBe(true);
  }
});

describe.skipIf(process.platform === "win32")("stopped while it writes many", () => {
  // to a shell, what ends by SIGINT ends with 130
  it.each(["SIGINT", "SIGTERM"] as const)(
    "by %s, says how far it came and leaves nothing half-written",
    async (signal) => {
      const text = readFileSync(path.join(cwd, "application.yaml"), "utf8");
      const names = Array.from({ length: 60 }, (_, index) => `甲${index}`);
      for (const name of names)
        writeFileSync(path.join(cwd, `${name}.yaml`), text.replace(/^(联合体名称|依托园区): .*$/gmu, `$1: ${name}`));
      const child = spawn(process.execPath, [path.join(root, "bin/ptc.cjs"), "render", "--docx", "."], { cwd });
      let err = "";
      child.stderr.on("data", (chunk) => {
        err += chunk;
      });
      const written = () => readdirSync(cwd).filter((each) => each.endsWith(".docx")).length;
      const poll = setInterval(() => written() > 2 && child.kill(signal), 5);
      const ended = await new Promise((done) => child.once("close", (_, by) => done(by)));
      clearInterval(poll);
      expect(ended).toBe(signal);
      const [, all, done] = /^中途停下:要写 (\d+) 个文件,已写好 (\d+) 个\n$/u.exec(err) ?? [];
      expect(all).toBe("61");
      // one may have got its name before its writer heard of it
      expect([Number(done), Number(done) + 1]).toContain(written());
      expect(written()).toBeLessThan(61);
      expect(readdirSync(cwd).filter((each) => each.endsWith(".tmp"))).toEqual([]);
    },
  );
});

it.skipIf(process.platform !== "linux")("says that the disk is full", async () => {
  const { code, err } = await ptc(["validate", "-o", "/dev/full"], { cwd });
  expect([code, err]).toEqual([2, expect.stringContaining("磁盘已满")]);
});

describe.skipIf(process.platform === "win32")("links that somebody has put where something is written", () => {
  let outside: string;
  const at = (name: string) => path.join(cwd, name);
  beforeEach(() => {
    outside = emptyFolder();
  });

  /** Nothing was made or changed outside. */
  function untouched(): void {
    expect(readdirSync(outside)).toEqual([]);
  }

  it.each(COMMANDS.slice(0, 3))("%s: a link under its own name is not followed, and said", async (name, args) => {
    symlinkSync(path.join(outside, name), at(name));
    const { code, err } = await ptc(args, { cwd });
    expect([code, err]).toEqual([2, expect.stringContaining(`${name}:它是通往别处的链接,没有写`)]);
    expect(lstatSync(at(name)).isSymbolicLink()).toBe(true);
    untouched();
  });

  it("a file behind a link is neither changed nor copied", async () => {
    const target = path.join(emptyFolder(), "秘密");
    writeFileSync(target, "秘密");
    for (const [name, args] of COMMANDS.slice(0, 3)) {
      symlinkSync(target, at(name));
      expect((await ptc(args, { cwd })).code).toBe(2);
    }
    expect(readFileSync(target, "utf8")).toBe("秘密");
    expect(readdirSync(cwd).filter((name) => name.endsWith(".bak"))).toEqual([]);
  });

  it.each(COMMANDS.slice(0, 3))(
    "%s: a link to nothing under the name of its copy is not followed",
    async (name, args) => {
      writeFileSync(at(name), "旧的内容");
      symlinkSync(path.join(outside, "被写的"), at(`${name}.bak`));
      const { code, err } = await ptc(args, { cwd });
      expect([code, err]).toEqual([0, expect.stringContaining(`留作 ${name}.2.bak`)]);
      expect(readFileSync(at(`${name}.2.bak`), "utf8")).toBe("旧的内容");
      untouched();
    },
  );

  it("init and schema --write follow none either", async () => {
    symlinkSync(path.join(outside, "新.yaml"), at("新.yaml"));
    expect(await ptc(["init", "新.yaml"], { cwd })).toMatchObject({
      code: 2,
      err: expect.stringContaining("已经有了"),
    });
    symlinkSync(outside, at(".ptc"));
    for (const args of [
      ["init", "另.yaml"],
      ["schema", "--write"],
    ])
      expect(await ptc(args, { cwd })).toMatchObject({
        code: 2,
        err: expect.stringContaining(".ptc 是通往文件夹外面的链接"),
      });
    untouched();
  });

  it("a folder of somebody else's above is not written to", async () => {
    mkdirSync(at("上/.ptc"), { recursive: true });
    mkdirSync(at("上/下"));
    expect((await ptc(["schema", "--write"], { cwd: at("上/下") })).code).toBe(0);
    expect(readdirSync(at("上/.ptc"))).toEqual([]);
    expect(readdirSync(at("上/下"))).toEqual([".ptc"]);
  });

  it("fix writes through none", async () => {
    const target = path.join(emptyFolder(), "别人的.yaml");
    const text = readFileSync(at("application.yaml"), "utf8").replace("填表日期: ", "填表日期：");
    writeFileSync(target, text);
    symlinkSync(target, at("乙.yaml"));
    const { err } = await ptc(["fix", "乙.yaml"], { cwd });
    expect(err).toContain("乙.yaml:它是通往别处的链接");
    expect(readFileSync(target, "utf8")).toBe(text);
  });

  it("a folder on the way that leads out is said; a path that the user names outright is not asked about", async () => {
    symlinkSync(outside, at("出"));
    const run = (output: string) => ptc(["render", "--docx", "-o", output], { cwd });
    expect(await run("出/甲.docx")).toMatchObject({
      code: 2,
      err: expect.stringContaining("出 是通往文件夹外面的链接,没有写;确实要写到那里,就写它本来的路径"),
    });
    expect((await run("出/深/甲.docx")).code).toBe(2);
    untouched();
    expect((await run(path.join(outside, "甲.docx"))).code).toBe(0);
    mkdirSync(at("真"));
    symlinkSync("真", at("内"));
    expect((await run("内/甲.docx")).code).toBe(0);
    expect(readdirSync(at("真"))).toEqual(["甲.docx"]);
  });

  it("many into a folder: only what a link stands for is left out", async () => {
    copyFileSync(at("application.yaml"), at("乙.yaml"));
    writeFileSync(
      at("乙.yaml"),
      readFileSync(at("乙.yaml"), "utf8").replace(/^(联合体名称|依托园区): .*$/gmu, "$1: 乙园区"),
    );
    mkdirSync(at("出"));
    symlinkSync(path.join(outside, "x"), at("出/乙.docx"));
    const { code, err } = await ptc(["render", "--docx", "--force", "application.yaml", "乙.yaml", "-o", "出"], {
      cwd,
    });
    expect([code, err]).toEqual([2, expect.stringContaining("没有写成 出/乙.docx:它是通往别处的链接")]);
    expect(lstatSync(at("出/application.docx")).isFile()).toBe(true);
    untouched();
  });

  it("a pipe under the name of the result is not waited for", async () => {
    execFileSync("mkfifo", [at("汇总表.xlsx")]);
    expect(await ptc(["summarize", "--xlsx", "application.yaml"], { cwd })).toMatchObject({
      code: 2,
      err: expect.stringContaining("汇总表.xlsx:它不是普通文件,没有写"),
    });
  });
});
