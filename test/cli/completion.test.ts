import { execFileSync, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { emptyFolder, ptc } from "../support/run.js";

const has = (shell: string) => spawnSync(shell, ["-c", "exit 0"]).status === 0;

async function script(shell: string): Promise<string> {
  const { code, out } = await ptc(["completion", shell]);
  expect(code).toBe(0);
  const file = path.join(emptyFolder(), "ptc-completion");
  writeFileSync(file, out);
  return file;
}

describe.skipIf(!has("bash"))("bash", () => {
  const complete = async (...words: string[]) => {
    const quoted = words.map((word) => `'${word}'`).join(" ");
    const program = `cd ${emptyFolder()}; source ${await script("bash")}; COMP_WORDS=(${quoted}); COMP_CWORD=${words.length - 1}; _ptc; echo "\${COMPREPLY[*]}"`;
    return execFileSync("bash", ["-c", program], { encoding: "utf8" }).trim().split(" ");
  };

  it.each([
    [["ptc", "va"], ["validate"]],
    [["ptc", "deadlines", "--ic"], ["--ics"]],
    [["ptc", "template", ""], ["check"]],
    [["ptc", "validate", "--draft", "--stdin"], ["--stdin-filename"]],
    [
      ["ptc", "checklist", "--format", ""],
      ["pretty", "json", "markdown"],
    ],
    [
      ["ptc", "template", "check", "--fo"],
      ["--format", "--form"],
    ],
    [["ptc", "completion", "f"], ["fish"]],
  ])("%j", async (words, expected) => {
    expect((await complete(...words)).sort()).toEqual([...expected].sort());
  });
});

it.skipIf(!has("zsh"))("zsh reads its script", async () => {
  expect(spawnSync("zsh", ["-n", await script("zsh")]).status).toBe(0);
});

it.skipIf(!has("fish"))("fish completes commands, options and values, with what they do", async () => {
  const file = await script("fish");
  const ask = (line: string) =>
    execFileSync("fish", ["-c", `source ${file}; complete -C'${line}'`], { encoding: "utf8", cwd: emptyFolder() });
  expect(ask("ptc va")).toMatch(/^validate\t校验填好的文件/u);
  expect(ask("ptc validate --dra")).toMatch(/^--draft\t草稿/u);
  expect(ask("ptc checklist --format m")).toMatch(/^markdown\t/u);
});

it("offers the shells there are", async () => {
  expect(await ptc(["completion", "cmd"])).toMatchObject({ code: 2, err: expect.stringContaining("bash, zsh, fish") });
});
