import {
  chownSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { built } from "../support/built.js";
import { root } from "../support/check.js";
import { emptyFolder } from "../support/run.js";

// `bin/ptc.cjs` keeps what V8 compiled in the user's cache folder. Later versions of node do so themselves.

const EXAMPLE = readFileSync(path.join(root, "examples/hunan-2024/application.yaml"), "utf8");

let cwd: string;
let cache: string;
beforeEach(() => {
  cwd = emptyFolder();
  cache = emptyFolder();
  writeFileSync(path.join(cwd, "application.yaml"), EXAMPLE);
});

const ptc = (args: string[], env: Record<string, string> = {}) =>
  built(args, { cwd, env: { LOCALAPPDATA: "", XDG_CACHE_HOME: cache, ...env } });
const kept = () => (existsSync(path.join(cache, "ptc")) ? readdirSync(path.join(cache, "ptc")).sort() : []);
const clean = { code: 0, all: "检查了 1 份文件:没有发现问题\n" };

describe("compiled code", () => {
  it("is kept by each command for its next run, which says the same", async () => {
    expect(await ptc(["validate"])).toMatchObject(clean);
    const own = kept();
    // the command line, and the schema of the one kind of document that was checked
    expect(own.map((name) => name.replace(/-v\d.*/u, ""))).toEqual(["cli.cjs", "hunan-2024.0.check.cjs"]);
    expect(await ptc(["validate"])).toMatchObject(clean);
    expect(kept()).toEqual(own);
    await ptc(["status"]);
    expect(kept().filter((name) => name.includes("-status-"))).not.toEqual([]);
    expect(kept()).toEqual(expect.arrayContaining(own));
  });

  it("is not kept by runs that came to nothing", async () => {
    expect(await ptc(["validate", "没有.yaml"])).toMatchObject({ code: 2 });
    expect(kept()).toEqual([]);
  });

  it.skipIf(availableParallelism() < 2)("is not kept by runs with threads, which compile otherwise", async () => {
    const files = Array.from({ length: 210 }, (_, number) => `${number}.yaml`);
    for (const file of files) writeFileSync(path.join(cwd, file), EXAMPLE.replaceAll("云麓", `云麓${file}`));
    const said = await ptc(["validate", "."]);
    expect(said).toMatchObject({ code: 0, err: "" });
    expect(said.out).toContain("检查了 211 份文件");
    expect(kept()).toEqual([]);
  });

  it("is done without when it is cut off, and kept anew", async () => {
    await ptc(["validate"]);
    for (const name of kept()) truncateSync(path.join(cache, "ptc", name), 100);
    expect(await ptc(["validate"])).toMatchObject(clean);
    for (const name of kept()) expect(readFileSync(path.join(cache, "ptc", name)).length).toBeGreaterThan(10_000);
  });

  it("is done without when a part of it never reached the disk", async () => {
    await ptc(["validate"]);
    for (const name of kept()) {
      const file = path.join(cache, "ptc", name);
      const content = readFileSync(file);
      writeFileSync(file, content.fill(0, content.length / 2));
    }
    expect(await ptc(["validate"])).toMatchObject(clean);
    for (const name of kept())
      expect(readFileSync(path.join(cache, "ptc", name)).subarray(-400)).not.toEqual(Buffer.alloc(400));
  });

  it.skipIf(process.getuid?.() !== 0)("of somebody else is not run, and kept anew", async () => {
    await ptc(["validate"]);
    const files = kept().map((name) => path.join(cache, "ptc", name));
    for (const file of files) chownSync(file, 65534, 65534);
    expect(await ptc(["validate"])).toMatchObject(clean);
    expect(files.map((file) => statSync(file).uid)).toEqual(files.map(() => 0));
  });

  it("is for the user's eyes alone", async () => {
    await ptc(["validate"]);
    const modes = ["", ...kept()].map((name) => statSync(path.join(cache, "ptc", name)).mode & 0o077);
    if (process.platform !== "win32") expect(modes).toEqual(modes.map(() => 0));
  });

  it("goes by the command, not by what an option is given", async () => {
    for (const folder of ["aa", "bb"]) {
      cpSync(path.join(root, "test/tiny"), path.join(cwd, folder), { recursive: true });
      await ptc(["--forms", folder, "validate"]);
    }
    expect(kept().filter((name) => /-(?:aa|bb)-/u.test(name))).toEqual([]);
    expect(new Set(kept().map((name) => name.replace(/.*-(\w+)-[^-]*\.code$/u, "$1")))).toEqual(new Set(["ptc"]));
  });

  it("of an earlier build goes when there is that of the next", async () => {
    await ptc(["validate"]);
    const earlier = kept().map((name) => name.replace(/-[\da-f]{16}-/u, "-0123456789abcdef-"));
    for (const name of earlier) writeFileSync(path.join(cache, "ptc", name), "");
    writeFileSync(path.join(cache, "ptc/别的文件"), "");
    await ptc(["status"]);
    expect(kept()).toContain("别的文件");
    // the check of the schema is not asked for by this command
    expect(kept().filter((name) => earlier.includes(name) && name.startsWith("cli"))).toEqual([]);
  });

  it("is neither read nor kept where the folder for it depends on where one works", async () => {
    expect(await ptc(["validate"], { XDG_CACHE_HOME: "cache" })).toMatchObject(clean);
    expect(await ptc(["validate"], { XDG_CACHE_HOME: "", HOME: "" })).toMatchObject(clean);
    expect(readdirSync(cwd)).toEqual(["application.yaml"]);
  });

  it("is done without where it cannot be kept", async () => {
    writeFileSync(path.join(cache, "ptc"), "不是文件夹");
    expect(await ptc(["validate"])).toMatchObject(clean);
    expect(readFileSync(path.join(cache, "ptc"), "utf8")).toBe("不是文件夹");
  });
});
