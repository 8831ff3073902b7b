import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import nodeModule from "node:module";
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

describe.skipIf("enableCompileCache" in nodeModule)("compiled code", () => {
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

  it("is not kept by runs with threads, which compile otherwise", async () => {
    const files = Array.from({ length: 210 }, (_, number) => `${number}.yaml`);
    for (const file of files) writeFileSync(path.join(cwd, file), EXAMPLE.replaceAll("云麓", `云麓${file}`));
    await ptc(["validate", "."]);
    expect(kept()).toEqual([]);
  });

  it("is done without when it is cut off, and kept anew", async () => {
    await ptc(["validate"]);
    for (const name of kept()) truncateSync(path.join(cache, "ptc", name), 100);
    expect(await ptc(["validate"])).toMatchObject(clean);
    for (const name of kept()) expect(readFileSync(path.join(cache, "ptc", name)).length).toBeGreaterThan(10_000);
  });

  it("of an earlier build goes when there is that of the next", async () => {
    await ptc(["validate"]);
    const earlier = kept().map((name) => name.replace(/-\d{10,}-\d+-/u, "-1600000000000-1-"));
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
