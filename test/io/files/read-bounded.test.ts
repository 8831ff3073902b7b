import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { readBounded } from "../../../src/io/files/read-bounded.js";
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

describe.skipIf(process.platform !== "linux")("a file that does not tell its size", () => {
  // every line of /proc/self/maps is some hundred bytes, and node has hundreds
  const MAPS = "/proc/self/maps";
  const STATUS = "/proc/self/status";

  it("is read to its end", () => {
    const status = Buffer.from(readBounded(STATUS, MB) as Uint8Array).toString();
    expect(status).toMatch(new RegExp(`^Pid:\\s${process.pid}$`, "mu"));
    expect(status).toMatch(/^nonvoluntary_ctxt_switches:\s\d+\n$/mu);
    const maps = Buffer.from(readBounded(MAPS, 64 * MB) as Uint8Array).toString();
    expect(maps.length).toBeGreaterThan(10_000);
    expect(maps).toMatch(/\[stack\]/u);
  });

  it("is refused once it is too large", () => {
    for (const most of [0, 1, 100, 5000]) {
      const refusal = readBounded(MAPS, most);
      expect(refusal).toMatchObject({ refused: "too-large" });
      expect((refusal as { size: number }).size).toBeGreaterThan(most);
    }
  });
});
