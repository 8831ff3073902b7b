import { cpSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { root } from "./support/check.js";
import { emptyFolder, ptc } from "./support/run.js";

// Every console block of the READMEs is run in a copy of the example repository and must print what it
// shows; a line … stands for any lines.

function blocks(file: string): { command: string; shown: string }[] {
  const text = readFileSync(path.join(root, file), "utf8");
  return [...text.matchAll(/^```console\n\$ ptc (.*)\n([\s\S]*?)```$/gmu)].map(([, command = "", shown = ""]) => ({
    command,
    shown,
  }));
}

function words(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/gu)].map(([, quoted, plain]) => quoted ?? plain ?? "");
}

/** What a block shows as a pattern: blank lines count for nothing. */
function pattern(shown: string): RegExp {
  const lines = shown.split("\n").filter((line) => line.trim() !== "");
  const source = lines.map((line) =>
    line === "…" ? "(?:.*\\n)*?" : `${line.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&")} *\\n`,
  );
  return new RegExp(`^${source.join("")}$`, "u");
}

/** Changes a text in a Word file, as somebody does between two blocks. */
function edit(source: string, from: string, to: string, target = source): void {
  const parts = unzipSync(readFileSync(source));
  const xml = strFromU8(parts["word/document.xml"] as Uint8Array);
  parts["word/document.xml"] = strToU8(xml.replaceAll(from, to));
  writeFileSync(target, zipSync(parts));
}

describe.each(["README.md", "README.en.md"])("%s", (file) => {
  const cwd = emptyFolder();
  cpSync(path.join(root, "examples/hunan-2024"), cwd, { recursive: true });
  const shipped = path.join(root, "templates/hunan-2024/推荐书.docx");
  edit(shipped, "{{建设规划}}", "{{建设计划}}", path.join(cwd, "我的模板.docx"));

  it.each(blocks(file).map(({ command, shown }) => [command, shown]))("ptc %s", async (command, shown) => {
    const { out, err } = await ptc(words(command), { cwd });
    const printed = `${err}${out}`.replace(/^ *\n/gmu, "");
    expect(printed.match(pattern(shown)), `${printed}\n---- is not ----\n${shown}`).not.toBeNull();
    if (command === "render --docx") edit(path.join(cwd, "application.docx"), "0731-55500001", "0731-55500009");
  });

  it("shows every command", () => {
    const text = readFileSync(path.join(root, file), "utf8");
    for (const command of [
      "init",
      "validate",
      "fix",
      "status",
      "checklist",
      "render",
      "template check",
      "summarize",
      "coverage",
      "report",
      "track",
      "deadlines",
      "explain",
      "schema",
    ])
      expect(text).toContain(`ptc ${command}`);
  });

  it("links to files that are there", () => {
    const text = readFileSync(path.join(root, file), "utf8").replace(/^```[\s\S]*?^```$/gmu, "");
    for (const [, target = ""] of text.matchAll(/\]\((?!https?:)([^)#]+)\)/gu))
      expect(() => readFileSync(path.join(root, target)), target).not.toThrow();
  });
});
