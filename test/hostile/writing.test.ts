import { execFile, spawn } from "node:child_process";
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
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
