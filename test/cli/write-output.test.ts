import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../support/check.js";
import { emptyFolder, ptc } from "../support/run.js";
import { until } from "../support/until.js";

// What a command is told to write: what somebody else has put there is kept, whatever the format.

const FULL = readFileSync(path.join(root, "examples/hunan-2024/application.yaml"), "utf8");
const OWN = "别人在这里写的";

/** A folder with an application. */
function folder(): string {
  const cwd = emptyFolder();
  writeFileSync(path.join(cwd, "application.yaml"), FULL);
  return cwd;
}

const COMMANDS: [command: string, file: string][] = [
  ["validate -o", "结果.txt"],
  ...["concise", "json", "github", "sarif", "junit", "markdown"].map((format): [string, string] => [
    `validate --format ${format} -o`,
    `结果.${format}`,
  ]),
  ...["checklist", "coverage", "track"].flatMap((command): [string, string][] => [
    [`${command} -o`, "结果.txt"],
    [`${command} --format json -o`, "结果.json"],
    [`${command} --format markdown -o`, "结果.md"],
    [`${command} -o`, "结果.xlsx"],
  ]),
  ["checklist --xlsx", "指标核对.xlsx"],
  ["coverage --xlsx", "覆盖情况.xlsx"],
  ["track --xlsx", "年度台账.xlsx"],
  ["summarize --xlsx application.yaml", "汇总表.xlsx"],
  ["summarize --xlsx application.yaml -o", "市州.xlsx"],
  ["deadlines -o", "到期.txt"],
  ["deadlines -o", "到期.ics"],
  ["report --html", "报告.html"],
  ["report --html -o", "省.html"],
];

describe.each(COMMANDS)("%s %s", (command, file) => {
  const run = (cwd: string) => {
    const args = [...command.split(" "), ...(command.endsWith("-o") ? [file] : [])];
    return ptc(args, { cwd });
  };

  it("keeps what stood there and says so, once", async () => {
    const cwd = folder();
    writeFileSync(path.join(cwd, file), OWN);
    const first = await run(cwd);
    expect(first).toMatchObject({ code: 0, out: "" });
    expect(first.err.split("\n").filter((line) => line.includes(".bak"))).toEqual([`原来的 ${file} 留作 ${file}.bak`]);
    expect(first.err).toContain(`已写入 ${file}`);
    expect(readFileSync(path.join(cwd, `${file}.bak`), "utf8")).toBe(OWN);
    const content = readFileSync(path.join(cwd, file));
    expect(content.toString()).not.toBe(OWN);
    // what was kept first stays, and what somebody makes of the result is kept beside it
    writeFileSync(path.join(cwd, file), `${OWN}又一次`);
    expect((await run(cwd)).err).toContain(`原来的 ${file} 留作 ${file}.2.bak\n`);
    expect(readFileSync(path.join(cwd, `${file}.bak`), "utf8")).toBe(OWN);
    expect(readFileSync(path.join(cwd, `${file}.2.bak`), "utf8")).toBe(`${OWN}又一次`);
    expect(readFileSync(path.join(cwd, file)).equals(content)).toBe(true);
  });

  it("says nothing of a file that holds the same already", async () => {
    const before = folder();
    await run(before);
    // as another run has left it
    const cwd = folder();
    copyFileSync(path.join(before, file), path.join(cwd, file));
    const { code, err } = await run(cwd);
    expect([code, err]).toEqual([0, expect.not.stringContaining(".bak")]);
    expect(readdirSync(cwd).sort()).toEqual(["application.yaml", file].sort());
  });
});

it("of a longer and of a shorter text is kept whole", async () => {
  const cwd = folder();
  for (const [index, text] of ["", "x", "长".repeat(100_000)].entries()) {
    writeFileSync(path.join(cwd, "结果.txt"), text);
    await ptc(["validate", "-o", "结果.txt"], { cwd });
    const kept = index === 0 ? "结果.txt.bak" : `结果.txt.${index + 1}.bak`;
    expect(readFileSync(path.join(cwd, kept), "utf8")).toBe(text);
  }
});

it("keeps nothing of what could not be written", async () => {
  const cwd = folder();
  mkdirSync(path.join(cwd, "结果.txt"));
  const { code, err } = await ptc(["validate", "-o", "结果.txt"], { cwd });
  expect([code, err]).toEqual([2, expect.stringContaining("结果.txt:")]);
  expect(readdirSync(cwd).sort()).toEqual(["application.yaml", "结果.txt"]);
});

describe("--watch -o", () => {
  it("writes over its own result without a copy, and keeps what somebody has made of it", async () => {
    const cwd = folder();
    const [file, output] = [path.join(cwd, "application.yaml"), path.join(cwd, "结果.txt")];
    const stop = new AbortController();
    let err = "";
    const ended = ptc(["validate", "--watch", "--format", "concise", "-o", "结果.txt"], {
      cwd,
      signal: stop.signal,
      err: (text) => {
        err += text;
      },
    });
    const rounds = (count: number) => until(() => err.split("等待改动").length > count);
    await rounds(1);
    for (const [index, wrong] of ["人员总数: 9", "人员总数: 10", "人员总数: 11"].entries()) {
      writeFileSync(file, FULL.replace("人员总数: 8", wrong));
      await rounds(index + 2);
      expect(readFileSync(output, "utf8")).toContain("headcount-adds-up");
    }
    expect(readdirSync(cwd).sort()).toEqual(["application.yaml", "结果.txt"]);
    expect(err).not.toContain(".bak");
    const noted = `${readFileSync(output, "utf8")}我记下的话\n`;
    writeFileSync(output, noted);
    writeFileSync(file, FULL);
    await rounds(5);
    expect(err).toContain("原来的 结果.txt 留作 结果.txt.bak\n");
    expect(readFileSync(path.join(cwd, "结果.txt.bak"), "utf8")).toBe(noted);
    stop.abort();
    expect((await ended).code).toBe(0);
    expect(readdirSync(cwd).sort()).toEqual(["application.yaml", "结果.txt", "结果.txt.bak"]);
  });
});
