import { cpSync, readFileSync } from "node:fs";
import path from "node:path";
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

describe.each(["README.md", "README.en.md"])("%s", (file) => {
  const cwd = emptyFolder();
  cpSync(path.join(root, "examples/hunan-2024"), cwd, { recursive: true });

  it.each(blocks(file).map(({ command, shown }) => [command, shown]))("ptc %s", async (command, shown) => {
    const { out, err } = await ptc(words(command), { cwd });
    const printed = `${err}${out}`.replace(/^ *\n/gmu, "");
    expect(printed.match(pattern(shown)), `${printed}\n---- is not ----\n${shown}`).not.toBeNull();
  });

  it("shows every command", () => {
    const text = readFileSync(path.join(root, file), "utf8");
    for (const command of ["init", "validate", "status", "checklist", "render", "summarize", "explain", "schema"])
      expect(text).toContain(`ptc ${command}`);
  });

  it("links to files that are there", () => {
    const text = readFileSync(path.join(root, file), "utf8");
    for (const [, target = ""] of text.matchAll(/\]\((?!https?:)([^)#]+)\)/gu))
      expect(() => readFileSync(path.join(root, target)), target).not.toThrow();
  });
});
