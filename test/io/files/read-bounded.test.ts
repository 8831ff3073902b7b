import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, statSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { type ReadRefusal, readBounded } from "../../../src/io/files/read-bounded.js";
import { emptyFolder } from "../../support/run.js";

// The one way in which files come in: never more than a limit, and nothing that might never end.

const MB = 1024 * 1024;
let file: string;
beforeEach(() => {
  file = path.join(emptyFolder(), "甲");
});

/** The text of what was read. */
const text = (most: number) => Buffer.from(readBounded(file, most) as Uint8Array).toString();

describe("a file", () => {
  it.each([
    ["empty", "", 0],
    ["below the limit", "甲乙", 7],
    ["of as many bytes as the limit", "甲乙", 6],
  ])("%s is read whole", (_, content, most) => {
    writeFileSync(file, content);
    expect(readBounded(file, most)).toBeInstanceOf(Uint8Array);
    expect(text(most)).toBe(content);
  });

  it.each([
    ["a byte above the limit", 6, 5],
    ["of a hundred megabytes", 100 * MB, MB],
  ])("%s is refused by its size", (_, size, most) => {
    writeFileSync(file, "");
    truncateSync(file, size);
    expect(readBounded(file, most)).toEqual({ refused: "too-large", size });
  });

  it("is read through a link", () => {
    writeFileSync(`${file}1`, "甲");
    symlinkSync(`${file}1`, file);
    expect(text(10)).toBe("甲");
  });

  it("that is not there throws what the system says", () => {
    expect(() => readBounded(file, 10)).toThrow(expect.objectContaining({ code: "ENOENT" }));
  });
});

describe("what is no file is refused, and not waited for", () => {
  it("a folder", () => {
    mkdirSync(file);
    expect(readBounded(file, MB)).toEqual({ refused: "not-a-file", size: 0 });
  });

  it.skipIf(process.platform === "win32")("a pipe nobody writes to", () => {
    execFileSync("mkfifo", [file]);
    expect(readBounded(file, MB)).toEqual({ refused: "not-a-file", size: 0 });
  });

  it.skipIf(process.platform === "win32")("a device without end", () => {
    expect(readBounded("/dev/zero", MB)).toEqual({ refused: "not-a-file", size: 0 });
  });
});

describe.skipIf(process.platform !== "linux")("a file of the system that says it is empty, and is not", () => {
  it.each(["environ", "maps", "status", "cmdline"])("is refused: /proc/self/%s", (name) => {
    for (const most of [0, 1, 100, MB])
      expect(readBounded(`/proc/self/${name}`, most)).toEqual({ refused: "not-a-file", size: 0 });
  });

  it("is refused or gives an error, when it cannot be read by bytes: /proc/self/pagemap", () => {
    let result: unknown;
    try {
      result = readBounded("/proc/self/pagemap", MB);
    } catch (error) {
      result = error;
    }
    expect(result instanceof Uint8Array).toBe(false);
  });
});

describe.skipIf(process.platform === "win32")("a file that must be in a folder", () => {
  it("is read there, also through a link that stays in it", () => {
    const folder = path.dirname(file);
    mkdirSync(path.join(folder, "县"));
    writeFileSync(file, "甲");
    symlinkSync("../甲", path.join(folder, "县/乙"));
    expect(readBounded(path.join(folder, "县/乙"), MB, folder)).toEqual(new Uint8Array(Buffer.from("甲")));
    expect(readBounded(path.join(folder, "县/乙"), MB, path.join(folder, "县"))).toEqual({
      refused: "outside",
      size: 0,
    });
  });

  it("is refused when a folder on its way leads out", () => {
    const [folder, other] = [path.dirname(file), emptyFolder()];
    writeFileSync(path.join(other, "甲"), "甲");
    symlinkSync(other, path.join(folder, "县"));
    expect(readBounded(path.join(folder, "县/甲"), MB, folder)).toEqual({ refused: "outside", size: 0 });
  });
});

it("a file that grows without end is read up to the limit", async () => {
  writeFileSync(file, "");
  const grow =
    "const fs=require('fs');for(const end=Date.now()+2000;Date.now()<end;)fs.appendFileSync(process.argv[1],'x'.repeat(99999))";
  const child = spawn(process.execPath, ["-e", grow, file], { stdio: "ignore" });
  const results: unknown[] = [];
  const ended = new Promise((done) => child.once("close", done));
  for (let most = 1; statSync(file).size < 5 * MB && child.exitCode === null; most = (most * 2) % MB || 1) {
    results.push(readBounded(file, most));
    await new Promise((done) => setTimeout(done, 1));
  }
  child.kill();
  await ended;
  expect(results.length).toBeGreaterThan(0);
  for (const each of results)
    expect(each instanceof Uint8Array ? each.length <= MB : (each as ReadRefusal).refused === "too-large").toBe(true);
  expect(readBounded(file, MB)).toMatchObject({ refused: "too-large" });
});
