import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { root } from "../support/check.js";
import { emptyFolder } from "../support/run.js";

// The hook as people use it: pre-commit clones the repository, and a commit with an error is stopped. What the clone
// holds is what this folder holds: the files of git, and the bundle.

const FULL = readFileSync(path.join(root, "examples/hunan-2024/application.yaml"), "utf8");
const identity = ["-c", "user.name=x", "-c", "user.email=x@example.cn"];
const git = (cwd: string, ...args: string[]) => spawnSync("git", [...identity, ...args], { cwd, encoding: "utf8" });

/** The pre-commit of the system, and a newer one unpacked into a folder named by PRE_COMMIT_NEWEST. */
const versions: [string, string[], Record<string, string>][] = [["pre-commit", ["pre-commit"], {}]];
const newest = process.env["PRE_COMMIT_NEWEST"];
if (newest) versions.push(["the newest pre-commit", ["/usr/bin/python3", "-m", "pre_commit"], { PYTHONPATH: newest }]);

const isInstalled = ([command = "", ...args]: string[], env: Record<string, string>) =>
  spawnSync(command, [...args, "--version"], { env: { ...process.env, ...env } }).status === 0;

let repository: string;
beforeAll(() => {
  const work = emptyFolder();
  const files = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: root });
  for (const file of new Set([...files.toString().split("\0"), "dist"]))
    if (file && existsSync(path.join(root, file)))
      cpSync(path.join(root, file), path.join(work, file), { recursive: true });
  git(work, "init", "-q", "-b", "main");
  git(work, "add", "-A", "-f");
  git(work, "commit", "-qm", "x");
  repository = path.join(emptyFolder(), "ptc.git");
  git(work, "clone", "-q", "--bare", work, repository);
});

describe.each(versions)("%s", (_, command, env) => {
  it.skipIf(!isInstalled(command, env))("installs the hook, which stops a commit with an error", () => {
    const cwd = emptyFolder();
    const [program = "", ...args] = command;
    const all = { ...process.env, ...env, PRE_COMMIT_HOME: emptyFolder(), SKIP: "" };
    git(cwd, "init", "-q", "-b", "main");
    const rev = git(repository, "rev-parse", "HEAD").stdout.trim();
    const hooks = { repos: [{ repo: repository, rev, hooks: [{ id: "ptc-validate" }] }] };
    writeFileSync(path.join(cwd, ".pre-commit-config.yaml"), JSON.stringify(hooks));
    writeFileSync(path.join(cwd, "甲.yaml"), FULL);
    expect(spawnSync(program, [...args, "install"], { cwd, env: all }).status).toBe(0);
    const commit = () => {
      git(cwd, "add", "-A");
      const { status, stdout, stderr } = spawnSync("git", [...identity, "commit", "-m", "x"], {
        cwd,
        env: all,
        encoding: "utf8",
      });
      return { status, said: stdout + stderr };
    };
    expect(commit()).toMatchObject({ status: 0, said: expect.stringContaining("Passed") });

    writeFileSync(path.join(cwd, "乙.yaml"), FULL);
    expect(commit()).toMatchObject({ status: 1, said: expect.stringContaining("one-per-park") });
    writeFileSync(path.join(cwd, "乙.yaml"), "services: {}\n");
    expect(commit()).toMatchObject({ status: 0 });

    // what is staged is wrong, and the file has been mended since
    writeFileSync(path.join(cwd, "甲.yaml"), FULL.replace("人员总数: 8", "人员总数: 9"));
    git(cwd, "add", "-A");
    writeFileSync(path.join(cwd, "甲.yaml"), FULL);
    const staged = spawnSync("git", [...identity, "commit", "-m", "x"], { cwd, env: all, encoding: "utf8" });
    expect([staged.status, staged.stdout + staged.stderr]).toEqual([1, expect.stringContaining("headcount-adds-up")]);

    // in CI nothing is staged
    git(cwd, "add", "-A");
    expect(spawnSync(program, [...args, "run", "--all-files"], { cwd, env: all }).status).toBe(0);
  });
});

it("is installed by npm from git, without anything being built or fetched", () => {
  const prefix = emptyFolder();
  const args = [
    "install",
    "-g",
    "--prefix",
    prefix,
    "--no-audit",
    "--no-fund",
    "--offline",
    `git+file://${repository}`,
  ];
  expect(spawnSync("npm", args, { cwd: prefix, encoding: "utf8" }).stderr).not.toContain("npm error");
  const cwd = emptyFolder();
  writeFileSync(path.join(cwd, "application.yaml"), FULL);
  const ptc = path.join(prefix, "bin/ptc");
  expect(spawnSync(ptc, ["validate"], { cwd, encoding: "utf8" }).stdout).toContain("没有发现问题");
});
