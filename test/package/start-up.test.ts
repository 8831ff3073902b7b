import { existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import module from "node:module";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { built } from "../support/built.js";
import { root } from "../support/check.js";
import { emptyFolder } from "../support/run.js";

// What is loaded before a file is checked, and the compiled code that later versions of node keep for the next run.

const EXAMPLE = readFileSync(path.join(root, "examples/hunan-2024/application.yaml"), "utf8");

let cwd: string;
beforeEach(() => {
  cwd = emptyFolder();
  writeFileSync(path.join(cwd, "application.yaml"), EXAMPLE);
});

const clean = { code: 0, all: "检查了 1 份文件:没有发现问题\n" };

describe("a run loads no more than it needs", () => {
  /** Notes what is loaded after it: parts of node by name, files by their path. */
  const PROBE = `const before = new Set(process.moduleLoadList);
process.on("exit", () => {
  const parts = process.moduleLoadList.filter((each) => !before.has(each));
  const loaded = { parts, files: Object.keys(require.cache).filter((file) => file !== __filename) };
  require("node:fs").writeFileSync(process.env.LOADED, JSON.stringify(loaded));
});`;

  async function loadedBy(args: string[]): Promise<{ code: number | undefined; parts: string[]; files: string[] }> {
    const folder = emptyFolder();
    const probe = path.join(folder, "probe.cjs");
    const result = path.join(folder, "loaded.json");
    writeFileSync(probe, PROBE);
    const { code } = await built(args, { cwd, env: { NODE_OPTIONS: `--require=${probe}`, LOADED: result } });
    const { parts, files } = JSON.parse(readFileSync(result, "utf8"));
    return {
      code,
      // what node needs for itself differs from version to version
      parts: parts
        .map((each: string) => each.replace(/^NativeModule /u, ""))
        .filter((each: string) => /^[\w/]+$/u.test(each) && !each.startsWith("internal/")),
      files: files.map((file: string) => path.relative(root, file).split(path.sep).join("/")),
    };
  }

  /** The one compiled schema that a 推荐书 needs. */
  const CHECK = "dist/forms/hunan-2024/0.check.cjs";

  it.each<[string, string, number]>([
    ["a clean file", EXAMPLE, 0],
    ["a file with a finding", EXAMPLE.replace("人员总数: 8", "人员总数: 9"), 1],
  ])("to validate %s", async (_, text, expected) => {
    writeFileSync(path.join(cwd, "application.yaml"), text);
    const { code, parts, files } = await loadedBy(["validate"]);
    expect(code).toBe(expected);
    // beyond what node has loaded by itself
    expect(parts.filter((each) => !["module", "process"].includes(each))).toEqual([]);
    // nothing that is not part of the bundle, and of the form no more than its schema
    const others = files.filter((file) => !/^(?:bin|dist)\/[\w-]+\.cjs$/u.test(file));
    expect(others).toEqual([CHECK]);
    const bytes = files
      .filter((file) => file !== CHECK)
      .reduce((sum, file) => sum + statSync(path.join(root, file)).size, 0);
    expect(bytes).toBeGreaterThan(50_000);
    // the YAML library, which what is plainly written does not need, is 100 KB
    expect(bytes).toBeLessThan(330_000);
  });

  it("to say its version", async () => {
    const { code, parts, files } = await loadedBy(["--version"]);
    expect(code).toBe(0);
    expect(parts.filter((each) => !["module", "process"].includes(each))).toEqual([]);
    expect(files.filter((file) => !/^(?:bin|dist)\/[\w-]+\.cjs$/u.test(file))).toEqual([]);
  });

  it("and more where it is asked for", async () => {
    const { code, files } = await loadedBy(["summarize", "--xlsx", "application.yaml"]);
    expect(code).toBe(0);
    const sizes = files.map((file) => statSync(path.join(root, file)).size);
    // the library that writes workbooks
    expect(Math.max(...sizes)).toBeGreaterThan(400_000);
  });
});

describe.skipIf(!("enableCompileCache" in module))("compiled code", () => {
  let home: string;
  beforeEach(() => {
    home = emptyFolder();
  });

  /** A run in which these folders alone may be found for a cache; the system's temporary one is `tmp`. */
  const ptc = (
    folders: { LOCALAPPDATA?: string; XDG_CACHE_HOME?: string; HOME?: string } = {},
    args = ["validate"],
  ) => {
    const none = { LOCALAPPDATA: "", XDG_CACHE_HOME: "", HOME: "" };
    const env = { ...none, TMPDIR: path.join(home, "tmp"), TEMP: path.join(home, "tmp"), NODE_COMPILE_CACHE: "" };
    return built(args, { cwd, env: { ...env, ...folders } });
  };
  /** Files below a folder. */
  const below = (folder: string) =>
    existsSync(folder)
      ? readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => path.join(entry.parentPath, entry.name))
      : [];

  it.each<[string, Record<string, string>, string]>([
    ["on Windows", { LOCALAPPDATA: "local", XDG_CACHE_HOME: "cache", HOME: "." }, "local/ptc"],
    ["in the folder for caches", { XDG_CACHE_HOME: "cache", HOME: "." }, "cache/ptc"],
    ["in the usual one", { HOME: "." }, ".cache/ptc"],
  ])("is kept %s, and nowhere else", async (_, folders, expected) => {
    const full = Object.fromEntries(Object.entries(folders).map(([name, folder]) => [name, path.join(home, folder)]));
    expect(await ptc(full)).toMatchObject(clean);
    const kept = below(path.join(home, expected));
    expect(kept.length).toBeGreaterThan(3);
    expect(below(home)).toEqual(kept);
    expect(readdirSync(cwd)).toEqual(["application.yaml"]);
    // the next run says the same by it, and keeps no more
    expect(await ptc(full)).toMatchObject(clean);
    expect(below(home)).toEqual(kept);
  });

  it.each<[string, Record<string, string>]>([
    ["lies where one works", { XDG_CACHE_HOME: "cache" }],
    ["lies above it", { XDG_CACHE_HOME: "../cache", HOME: "." }],
    ["lies where one works, by the home", { HOME: "home" }],
    ["is missing", {}],
  ])("is not kept where the folder %s", async (_, folders) => {
    const above = path.dirname(cwd);
    expect(await ptc(folders)).toMatchObject(clean);
    expect(readdirSync(cwd)).toEqual(["application.yaml"]);
    expect(existsSync(path.join(above, "cache"))).toBe(false);
    expect(below(home)).toEqual([]);
  });

  it("is done without where it cannot be kept", async () => {
    writeFileSync(path.join(home, "ptc"), "不是文件夹");
    expect(await ptc({ XDG_CACHE_HOME: home })).toMatchObject(clean);
    expect(readFileSync(path.join(home, "ptc"), "utf8")).toBe("不是文件夹");
  });

  it.each<[string, (file: string) => void]>([
    ["is cut off", (file) => truncateSync(file, statSync(file).size / 2)],
    ["is empty", (file) => truncateSync(file, 0)],
    [
      "never reached the disk in part",
      (file) => {
        const content = readFileSync(file);
        writeFileSync(file, content.fill(0, content.length / 2));
      },
    ],
  ])("is done without when it %s", async (_, damage) => {
    const folders = { XDG_CACHE_HOME: home };
    await ptc(folders);
    expect(below(home).length).toBeGreaterThan(3);
    for (const file of below(home)) damage(file);
    expect(await ptc(folders)).toMatchObject(clean);
  });
});
