import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { root } from "../support/check.js";
import { emptyFolder, ptc } from "../support/run.js";

// What changed is what git can tell and what it cannot: green must not be what git did not say.

const FULL = readFileSync(path.join(root, "examples/hunan-2024/application.yaml"), "utf8");
const WRONG = FULL.replace("人员总数: 8", "人员总数: 9");
const PICTURE = readFileSync(path.join(root, "test/pages/full-05.png"));

let top: string;
const at = (...names: string[]) => path.join(top, ...names);
const put = (name: string, content: string | Uint8Array) => {
  mkdirSync(path.dirname(at(name)), { recursive: true });
  writeFileSync(at(name), content);
};
const identity = ["-c", "user.name=x", "-c", "user.email=x@example.cn", "-c", "protocol.file.allow=always"];
const gitIn = (cwd: string, ...args: string[]) => execFileSync("git", [...identity, ...args], { cwd, stdio: "pipe" });
const git = (...args: string[]) => gitIn(top, ...args);
const commit = () => {
  git("add", "-A");
  git("commit", "-qm", "x");
};
const since = (names: string[] = ["."], cwd = top) =>
  ptc(["validate", ...names, "--since", "main", "--format", "concise"], { cwd });
const staged = (names: string[] = ["."], cwd = top) =>
  ptc(["validate", ...names, "--staged", "--format", "concise"], { cwd });

beforeEach(() => {
  top = emptyFolder();
  git("init", "-q", "-b", "main");
});

describe("--since reports on a document that git calls unchanged when", () => {
  const WITH_PICTURE = FULL.replace("特色与创新: |\n", "特色与创新: |\n  ![实训中心](照片/图1.png)\n\n");

  beforeEach(() => {
    put("甲.yaml", WITH_PICTURE);
    put("照片/图1.png", PICTURE);
    commit();
    git("checkout", "-qb", "mine");
  });

  it("its picture is deleted", async () => {
    expect(await since()).toMatchObject({ code: 0 });
    rmSync(at("照片/图1.png"));
    expect(await since()).toMatchObject({ code: 1, out: expect.stringContaining("找不到图片") });
    commit();
    expect(await since()).toMatchObject({ code: 1, out: expect.stringContaining("找不到图片") });
  });

  it("its picture is altered", async () => {
    put("照片/图1.png", "不是图片");
    expect(await since()).toMatchObject({ code: 1, out: expect.stringContaining("不是 png 或 jpg") });
  });
});

describe("--since, where an error that was there before", () => {
  beforeEach(() => {
    put("甲.yaml", WRONG);
    commit();
    git("checkout", "-qb", "mine");
  });

  it("is in a document that did not change, does not report it, and says that nothing was checked", async () => {
    expect(await since()).toMatchObject({ code: 0, out: "" });
    const { code, out, err } = await ptc(["validate", ".", "--since", "main"], { cwd: top });
    expect([code, out]).toEqual([0, "没有改动,没有检查\n"]);
    expect(err).toContain("与 main 相比改动了 0 份");
  });

  const alter = () => appendFileSync(at("甲.yaml"), "# x\n");
  it.each<[string, () => void, string[]?]>([
    ["moves to another name", () => renameSync(at("甲.yaml"), at("乙.yaml"))],
    ["is in a new file", () => put("新.yaml", WRONG)],
    ["is in a changed file, where git lists names relative to a folder", () => git("config", "diff.relative", "true")],
    ["is in a changed file, where git compares with another program", () => git("config", "diff.external", "true")],
    ["is in a changed file that git takes for unchanged", () => git("update-index", "--assume-unchanged", "甲.yaml")],
    ["is in a changed file that git was told to skip", () => git("update-index", "--skip-worktree", "甲.yaml")],
    ["is in a changed file, named by another path", () => {}, ["../甲.yaml"]],
  ])("%s, reports it", async (_, change, names = [".."]) => {
    mkdirSync(at("内"));
    change();
    if (existsSync(at("甲.yaml"))) alter();
    expect(await since(names, at("内"))).toMatchObject({ code: 1, out: expect.stringContaining("headcount-adds-up") });
  });

  it("is in a file that git ignores, reports it", async () => {
    put(".git/info/exclude", "草稿.yaml\n");
    put("草稿.yaml", WRONG);
    expect((await since()).out).toContain("草稿.yaml");
  });

  /** Makes another repository with the wrong document. */
  const repositoryIn = (folder: string) => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, "乙.yaml"), WRONG);
    gitIn(folder, "init", "-q");
    gitIn(folder, "add", "-A");
    gitIn(folder, "commit", "-qm", "x");
    return folder;
  };

  it("is in a repository within this one, reports it", async () => {
    repositoryIn(at("内/库"));
    expect((await since(["内/库"])).code).toBe(1);
  });

  it("is in another repository, reports it", async () => {
    const other = repositoryIn(emptyFolder());
    expect((await since([path.join(other, "乙.yaml")])).code).toBe(1);
  });

  it("is in a submodule, reports it", async () => {
    const other = repositoryIn(emptyFolder());
    git("submodule", "add", "-q", other, "sub");
    git("commit", "-qm", "sub");
    expect((await since(["sub/乙.yaml"])).code).toBe(1);
  });

  it.skipIf(process.platform === "win32")(
    "is reached through a link, reports it only when what it leads to changed",
    async () => {
      const link = path.join(emptyFolder(), "link");
      symlinkSync(top, link);
      expect((await since([path.join(link, "甲.yaml")], link)).code).toBe(0);
      appendFileSync(at("甲.yaml"), "# x\n");
      expect((await since(["甲.yaml"], link)).code).toBe(1);
      expect((await since([path.join(link, "甲.yaml")])).code).toBe(1);
    },
  );
});

it("--since reports a finding again when the waiver of it is gone", async () => {
  put("甲.yaml", FULL.replace("共建课程: {2022: 46, 2023: 68}", "共建课程: {2022: 4, 2023: 680}"));
  const waiver = {
    规则: "year-jump",
    文件: "甲.yaml",
    位置: "/办学成效和服务能力/资源共建共享/共建课程/2023",
    理由: "口径",
    批准人: "处",
    有效期至: "2024-12-31",
  };
  put("ptc-waivers.yaml", JSON.stringify([waiver]));
  commit();
  git("checkout", "-qb", "mine");
  rmSync(at("ptc-waivers.yaml"));
  expect((await since()).out).toContain("year-jump");
});

it("--since reports on every document when a form of the repository changes", async () => {
  cpSync(path.join(root, "test/tiny/schemas"), at("schemas"), { recursive: true });
  put("甲.yaml", WRONG);
  commit();
  git("checkout", "-qb", "mine");
  const run = () =>
    ptc(["validate", "甲.yaml", "--forms", ".", "--since", "main", "--format", "concise"], { cwd: top });
  expect((await run()).code).toBe(0);
  put("schemas/说明.txt", "x");
  expect((await run()).code).toBe(1);
});

it.skipIf(process.getuid?.() !== 0)("says what git says to do with the repository of another user", async () => {
  put("甲.yaml", FULL);
  commit();
  for (const name of [".", ".git"]) chownSync(at(name), 65534, 65534);
  const { code, err } = await since();
  expect(code).toBe(2);
  expect(err).toContain("git config --global --add safe.directory");
});

describe("--staged", () => {
  it("reads what is staged, not what the file is now", async () => {
    put("甲.yaml", WRONG);
    git("add", "-A");
    put("甲.yaml", FULL);
    expect(await staged()).toMatchObject({
      code: 1,
      out: expect.stringContaining("甲.yaml:22:11: 错误 headcount-adds-up"),
    });
    git("add", "-A");
    put("甲.yaml", WRONG);
    expect(await staged()).toMatchObject({ code: 0, out: "" });
  });

  it("compares what is staged with all that git tracks", async () => {
    put("甲.yaml", FULL);
    commit();
    put("县/乙.yaml", FULL);
    expect(await staged()).toMatchObject({ code: 0 });
    git("add", "-A");
    expect(await staged([".."], at("县"))).toMatchObject({ code: 1, out: expect.stringContaining("one-per-park") });
  });

  it("reports on nothing that is not staged", async () => {
    put("旧错.yaml", WRONG);
    commit();
    put("说明.md", "x");
    git("add", "-A");
    expect(await staged()).toMatchObject({ code: 0, out: "" });
    expect((await ptc(["validate", ".", "--staged"], { cwd: top })).out).toBe("没有改动,没有检查\n");
  });

  it("reports on everything when nothing is staged, as in CI", async () => {
    put("旧错.yaml", WRONG);
    commit();
    expect(await staged()).toMatchObject({ code: 1 });
  });

  it("passes over the YAML of other programs, but not over a document whose first line is wrong", async () => {
    put("docker-compose.yml", "services: {web: {image: x}}\n");
    put("chart/templates/x.yaml", "{{- if .Values.a }}\na: b\n{{- end }}\n");
    put("甲.yaml", FULL);
    git("add", "-A");
    const { code, err } = await staged();
    expect(code).toBe(0);
    expect(err).toContain("2 份别的 YAML 没有看");
    put("乙.yaml", FULL.replace(/^表单: .*$/mu, ""));
    git("add", "-A");
    expect(await staged()).toMatchObject({ code: 1, out: expect.stringContaining("乙.yaml") });
  });

  it("leaves no copy behind, and shows the lines of what is staged", async () => {
    put("甲.yaml", WRONG);
    git("add", "-A");
    rmSync(at("甲.yaml"));
    const { out } = await ptc(["validate", ".", "--staged"], { cwd: top });
    expect(out).toContain("人员总数: 9");
  });

  it("goes without --since", async () => {
    expect(await ptc(["validate", ".", "--staged", "--since", "main"], { cwd: top })).toMatchObject({ code: 2 });
  });
});
