import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "./support/check.js";
import { blocksOf, guides, pageText, patternOf, withoutBlankLines } from "./support/pages.js";

// The TypeScript blocks of the pages: each is a program of its own that is compiled, with the types the package
// ships, run in the folder of examples, and prints what its comments `// →` say. They are put below the repository,
// where `ptc` is the package itself as it was built last.

const programs = guides.flatMap((page) =>
  blocksOf(pageText(page))
    .filter(({ language }) => language === "ts")
    .map(({ text }, index) => ({ name: `${path.basename(page, ".md")}-${index + 1}`, text })),
);

let folder: string;
let compiled: { status: number | null; stdout: string };

beforeAll(() => {
  const out = path.join(root, "out");
  mkdirSync(out, { recursive: true });
  folder = mkdtempSync(path.join(out, "programs-"));
  for (const { name, text } of programs) writeFileSync(path.join(folder, `${name}.ts`), text);
  const compilerOptions = { noEmit: false, outDir: "built", rootDir: "." };
  const settings = { extends: "../../tsconfig.json", compilerOptions, include: ["*.ts"] };
  writeFileSync(path.join(folder, "tsconfig.json"), JSON.stringify(settings));
  const compiler = path.join(root, "node_modules/typescript/bin/tsc");
  compiled = spawnSync(process.execPath, [compiler, "-p", folder], { encoding: "utf8" });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the programs of the pages", () => {
  it("are there", () => {
    expect(programs.length).toBeGreaterThan(5);
    for (const { name, text } of programs) expect(text, name).toContain("// →");
  });

  it("compile", () => {
    expect(compiled.stdout).toBe("");
    expect(compiled.status).toBe(0);
  });

  it.each(programs)("$name prints what it says", ({ name, text }) => {
    const shown = [...text.matchAll(/\/\/ → (.*)$/gmu)].map(([, line]) => line).join("\n");
    const printed = withoutBlankLines(
      execFileSync(process.execPath, [path.join(folder, "built", `${name}.js`)], {
        cwd: path.join(root, "examples/hunan-2024"),
        encoding: "utf8",
      }),
    );
    expect(printed.match(patternOf(shown)), `${printed}\n---- is not ----\n${shown}`).not.toBeNull();
  });
});
