import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { root } from "../support/check.js";
import { emptyFolder, ptc } from "../support/run.js";

const FORMATS = ["pretty", "concise", "json", "github", "sarif", "junit", "markdown"];
const BROKEN = readFileSync(path.join(root, "examples/hunan-2024/broken/算账不平.yaml"), "utf8");

it.each(FORMATS)("--format %s writes to a file what it would print", async (format) => {
  const cwd = emptyFolder();
  writeFileSync(path.join(cwd, "甲.yaml"), BROKEN);
  const { out, code } = await ptc(["validate", "甲.yaml", "--format", format], { cwd });
  expect([out.length > 100, code]).toEqual([true, 1]);
  const args = ["validate", "甲.yaml", "--format", format, "-o", `结果.${format}`];
  expect(await ptc(args, { cwd })).toMatchObject({ out: "", code: 1 });
  expect(readFileSync(path.join(cwd, `结果.${format}`), "utf8")).toBe(out);
  writeFileSync(path.join(cwd, "甲.yaml"), "");
  expect(await ptc(args, { cwd })).toMatchObject({ code: 1 });
});

it("offers the formats when another is asked for", async () => {
  const { err, code } = await ptc(["validate", "--format", "html"], { cwd: emptyFolder() });
  expect([code, err]).toEqual([2, expect.stringContaining(FORMATS.join(", "))]);
});

/** What a terminal would obey; line breaks are ours. */
const OBEYED = /(?!\n)[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;

// Windows has no such names
it.skipIf(process.platform === "win32").each(FORMATS)(
  "--format %s prints no escape sequence of a file",
  async (format) => {
    const cwd = emptyFolder();
    mkdirSync(path.join(cwd, "\u001b[2J夹\n::error::x"));
    const put = (name: string, text: string) => writeFileSync(path.join(cwd, "\u001b[2J夹\n::error::x", name), text);
    put("甲\u202e.yaml", BROKEN.replace("兰渚示例区教育局", '"兰渚\u202e示例\u2028区教育局"'));
    put("乙\u009b31m.yaml", 'a\u202e: "\u001b]0;标题\u0007"\n\u001b[31m: [\u0085\n');
    put("丙.yaml", '表单: hunan-2024/推荐书\n推荐市州: "\u202e长沙"\n"\\e[31m\\n键": 1\n联合体名称: "\\e[2J"\n');
    put(
      "丁.yaml",
      '表单: hunan-2024/推荐书\n"\\e[31m\\n键\\x9b": 1\n推荐市州: "\u202e长沙\\L"\n"\\e[31m\\n键\\x9b": 2\n',
    );
    const { out, err, code } = await ptc(["validate", ".", "nosuch\u001b[31m.yaml", "--format", format], { cwd });
    expect(code).toBe(2);
    expect(out + err).not.toMatch(OBEYED);
    for (const name of ["甲", "乙", "丙", "丁"])
      expect(out).toContain(format === "sarif" ? encodeURIComponent(name) : name);
    if (format === "github")
      for (const line of out.trimEnd().split("\n")) expect(line).toMatch(/^::(?:error|warning) file=/u);
  },
);

it
  .skipIf(process.platform === "win32")
  .each([["status"], ["checklist"], ["render", "--docx"], ["summarize", "--xlsx"]])(
  "ptc %s prints no escape sequence of a file's name",
  async (...args) => {
    const cwd = emptyFolder();
    const [command = "", ...flags] = args;
    for (const [name, text] of [
      ["甲\u001b[31m.yaml", BROKEN],
      ["乙\u202e.yaml", "a: 1\n"],
    ] as const)
      writeFileSync(path.join(cwd, name), text);
    for (const names of [["甲\u001b[31m.yaml"], ["甲\u001b[31m.yaml", "乙\u202e.yaml"], ["nosuch\u001b[31m"]]) {
      const { out, err } = await ptc([command, ...names, ...flags], { cwd });
      expect(out + err).not.toBe("");
      expect(out + err).not.toMatch(OBEYED);
    }
  },
);
