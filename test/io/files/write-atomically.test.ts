import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeAtomically } from "../../../src/io/files/write-atomically.js";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "ptc-write-"));
});
afterEach(() => rm(folder, { recursive: true }));

describe("writeWhole", () => {
  it("writes text exactly, as UTF-8 without a mark", async () => {
    const text = "名称: 甲\r\n𠮷\n";
    await writeAtomically(path.join(folder, "甲.yaml"), text, folder);
    expect(await readFile(path.join(folder, "甲.yaml"))).toEqual(Buffer.from(text));
  });

  it("writes bytes exactly", async () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index % 256);
    await writeAtomically(path.join(folder, "甲.docx"), bytes, folder);
    expect(new Uint8Array(await readFile(path.join(folder, "甲.docx")))).toEqual(bytes);
  });

  it("makes the folders that are missing", async () => {
    await writeAtomically(path.join(folder, "长沙/推荐书/甲.yaml"), "甲", folder);
    expect(await readFile(path.join(folder, "长沙/推荐书/甲.yaml"), "utf8")).toBe("甲");
  });

  it("takes the place of what was there and leaves nothing beside it", async () => {
    const file = path.join(folder, "甲.yaml");
    await writeFile(file, "旧的、更长的内容");
    await writeAtomically(file, "新", folder);
    expect(await readFile(file, "utf8")).toBe("新");
    expect(await readdir(folder)).toEqual(["甲.yaml"]);
  });

  it("writes nothing as nothing", async () => {
    await writeAtomically(path.join(folder, "空.yaml"), "", folder);
    expect((await stat(path.join(folder, "空.yaml"))).size).toBe(0);
  });

  it("keeps to one of several writers", async () => {
    const file = path.join(folder, "甲.yaml");
    const texts = Array.from({ length: 20 }, (_, index) => String(index % 10).repeat(50_000));
    await Promise.all(texts.map((text) => writeAtomically(file, text, folder)));
    expect(texts).toContain(await readFile(file, "utf8"));
    expect(await readdir(folder)).toEqual(["甲.yaml"]);
  });
});

it("removes what a killed run left of the same file, once it is old", async () => {
  const names = [
    ".甲.docx.4711-1.tmp",
    ".甲.docx.4712-3.tmp",
    ".乙.docx.4711-2.tmp",
    ".甲.docx.tmp",
    "甲.docx.4711-1.tmp",
  ];
  for (const name of names) await writeFile(path.join(folder, name), "");
  const yesterday = new Date(Date.now() - 24 * 3600 * 1000);
  for (const name of names.filter((each) => each !== names[1]))
    await utimes(path.join(folder, name), yesterday, yesterday);
  await writeAtomically(path.join(folder, "甲.docx"), "新", folder);
  expect(new Set(await readdir(folder))).toEqual(new Set([...names.slice(1), "甲.docx"]));
});

describe("a write that fails", () => {
  it("leaves the old file and nothing beside it", async () => {
    const file = path.join(folder, "甲.yaml");
    await writeFile(file, "旧");
    const broken = { toString: () => "新" } as unknown as string;
    await expect(writeAtomically(file, broken, folder)).rejects.toThrow();
    expect(await readFile(file, "utf8")).toBe("旧");
    expect(await readdir(folder)).toEqual(["甲.yaml"]);
  });

  it("leaves a folder of that name and what is in it", async () => {
    await mkdir(path.join(folder, "甲.yaml"));
    await writeFile(path.join(folder, "甲.yaml", "乙"), "旧");
    await expect(writeAtomically(path.join(folder, "甲.yaml"), "新", folder)).rejects.toThrow();
    expect(await readdir(folder)).toEqual(["甲.yaml"]);
    expect(await readFile(path.join(folder, "甲.yaml", "乙"), "utf8")).toBe("旧");
  });

  it("does not take a file for a folder", async () => {
    await writeFile(path.join(folder, "甲"), "旧");
    await expect(writeAtomically(path.join(folder, "甲", "乙.yaml"), "新", folder)).rejects.toThrow();
    expect(await readFile(path.join(folder, "甲"), "utf8")).toBe("旧");
  });

  it.skipIf(process.platform === "win32" || process.getuid?.() === 0)("in a folder that is locked", async () => {
    await writeFile(path.join(folder, "甲.yaml"), "旧");
    await chmod(folder, 0o555);
    try {
      await expect(writeAtomically(path.join(folder, "甲.yaml"), "新", folder)).rejects.toThrow();
      expect(await readFile(path.join(folder, "甲.yaml"), "utf8")).toBe("旧");
    } finally {
      await chmod(folder, 0o755);
    }
  });
});

it.skipIf(process.platform !== "linux")("ends where nobody can make a folder", async () => {
  await expect(writeAtomically("/proc/x/y.docx", "", folder)).rejects.toThrow(/ENOENT|EACCES/u);
});
