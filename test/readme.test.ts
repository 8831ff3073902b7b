import { cpSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { concise } from "../src/index.js";
import { checkTexts, root } from "./support/check.js";
import { type Block, blocksOf, guides, pageText, patternOf, withoutBlankLines } from "./support/pages.js";
import { emptyFolder, ptc } from "./support/run.js";

// The blocks of the READMEs and the guides, page by page in a copy of the example repository of its own.
// A console block is run and must print what it shows. A YAML block with a file's name is that file, for the
// blocks after it; one without is part of a document and must be right.

/** Arguments as a shell would give them. */
function words(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/gu)].map(([, quoted, plain]) => quoted ?? plain ?? "");
}

/** Changes a text in a Word file, as somebody does between two blocks. */
function edit(source: string, from: string, to: string, target = source): void {
  const parts = unzipSync(readFileSync(source));
  const xml = strFromU8(parts["word/document.xml"] as Uint8Array);
  parts["word/document.xml"] = strToU8(xml.replaceAll(from, to));
  writeFileSync(target, zipSync(parts));
}

async function runConsole({ text }: Block, cwd: string): Promise<void> {
  const [, command = "", shown = ""] = /^\$ ptc (.*)\n([\s\S]*)$/u.exec(text) ?? [];
  expect(command, "a console block is one command of ptc").not.toBe("");
  // in the order a terminal shows it
  let printed = "";
  const print = (part: string) => {
    printed += part;
  };
  await ptc(words(command), { cwd, out: print, err: print });
  const said = withoutBlankLines(printed);
  expect(said.match(patternOf(shown)), `${said}\n---- is not ----\n${shown}`).not.toBeNull();
  if (command === "render --docx") edit(path.join(cwd, "application.docx"), "0731-55500001", "0731-55500009");
}

async function useYaml({ file, text }: Block, cwd: string): Promise<void> {
  if (file !== "") {
    expect(parse(text)).toBeTruthy();
    writeFileSync(path.join(cwd, file), text);
    return;
  }
  const whole = /^表单:/mu.test(text) ? text : `表单: hunan-2024/推荐书\n${text}`;
  const report = await checkTexts({ "block.yaml": whole }, { draft: true });
  expect(report.documents).toHaveLength(1);
  expect(concise(report)).toBe("");
}

const USES: Record<string, (block: Block, cwd: string) => Promise<void>> = { console: runConsole, yaml: useYaml };

const tested = guides
  .map((page) => ({ page, blocks: blocksOf(pageText(page)).filter(({ language }) => USES[language]) }))
  .filter(({ blocks }) => blocks.length > 0);

describe.each(tested)("$page", ({ blocks }) => {
  const cwd = emptyFolder();
  cpSync(path.join(root, "examples/hunan-2024"), cwd, { recursive: true });
  const shipped = path.join(root, "templates/hunan-2024/推荐书.docx");
  edit(shipped, "{{建设规划}}", "{{建设计划}}", path.join(cwd, "我的模板.docx"));

  it.each(blocks.map((block) => ({ title: block.file || block.text.split("\n")[0], block })))(
    "$title",
    async ({ block }) => USES[block.language]?.(block, cwd),
  );
});

it("runs the blocks of both READMEs and of a guide for each kind of user", () => {
  const wanted = [
    "README.md",
    "README.en.md",
    ...["clerk", "city", "province", "maintainer"].map((name) => `docs/${name}.md`),
  ];
  expect(tested.map(({ page }) => page)).toEqual(expect.arrayContaining(wanted));
});

it("uses no language of blocks that nothing reads", () => {
  const known = [...Object.keys(USES), "sh", "ts"];
  for (const page of guides)
    for (const { language, text } of blocksOf(pageText(page))) expect(known, `${page}: ${text}`).toContain(language);
});
