import { writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { type Context, withoutColour } from "../../src/cli/context.js";
import { excludeKinds } from "../../src/cli/exclude-kinds.js";
import { fileErrorText } from "../../src/cli/file-error-text.js";
import { chooseForm } from "../../src/cli/form-choice.js";
import { day, wholeNumber, year } from "../../src/cli/option-values.js";
import { paintFor } from "../../src/cli/paint.js";
import { printUnchecked } from "../../src/cli/print-findings.js";
import { progress } from "../../src/cli/progress.js";
import { usageErrorText } from "../../src/cli/usage-error-text.js";
import type { FormDocument, Report } from "../../src/index.js";
import { forms } from "../support/check.js";
import { finding, reportOf } from "../support/report.js";
import { emptyFolder, ptc } from "../support/run.js";

// Values of options, the choice of colour, and the messages on stderr.

let said: string;
const context = (over: Partial<Context> = {}): Context => ({
  ...{
    cwd: "/w",
    env: {},
    stdin: async () => new Uint8Array(),
    out: () => {},
    outIsTerminal: false,
    errIsTerminal: false,
  },
  ...{ width: 100, today: "2024-02-26" },
  err: (text) => {
    said += text;
  },
  ...over,
});
beforeEach(() => {
  said = "";
});

describe("an option's value", () => {
  const taken = (read: (text: string) => unknown, text: string) => {
    try {
      return read(text);
    } catch {
      return "refused";
    }
  };

  it.each([
    ["0", 0],
    ["10", 10],
    ["-1", "refused"],
    ["1.5", "refused"],
    ["1e3", "refused"],
    ["", "refused"],
    ["一", "refused"],
    [" 1", "refused"],
  ])("the number %j is %j", (text, value) => {
    expect(taken(wholeNumber, text)).toBe(value);
  });

  it.each([
    ["1000", 1000],
    ["9999", 9999],
    ["0999", "refused"],
    ["999", "refused"],
    ["10000", "refused"],
    ["2024年", "refused"],
    ["a2024", "refused"],
  ])("the year %j is %j", (text, value) => {
    expect(taken(year, text)).toBe(value);
  });

  it.each([
    ["2024-02-29", "2024-02-29"],
    ["2024-12-31", "2024-12-31"],
    ["2023-02-29", "refused"],
    ["2024-02-30", "refused"],
    ["2024-13-01", "refused"],
    ["2024-00-01", "refused"],
    ["2024-1-1", "refused"],
    ["12024-01-01", "refused"],
    ["+012024-01-01", "refused"],
    ["2024-01-011", "refused"],
    ["today", "refused"],
  ])("the day %j is %j", (text, value) => {
    expect(taken(day, text)).toBe(value);
  });
});

describe("colour", () => {
  it.each<[Record<string, string>, boolean, boolean]>([
    [{}, false, false],
    [{}, true, true],
    [{ NO_COLOR: "1" }, true, false],
    [{ NO_COLOR: "" }, true, true],
    [{ FORCE_COLOR: "1" }, false, true],
    [{ FORCE_COLOR: "" }, false, true],
    [{ FORCE_COLOR: "0" }, true, false],
    [{ FORCE_COLOR: "false" }, true, false],
    [{ FORCE_COLOR: "1", NO_COLOR: "1" }, false, true],
    [{ FORCE_COLOR: "0", NO_COLOR: "1" }, true, false],
  ])("with %j to a terminal %s: %s", async (env, outIsTerminal, coloured) => {
    const world = context({ env, outIsTerminal });
    expect((await paintFor(world)).red("x").includes("\u001b[31m")).toBe(coloured);
    expect((await paintFor(withoutColour(world))).red("x")).toBe("x");
  });
});

describe("a progress bar", () => {
  it.each<[number, boolean, boolean]>([
    [1, true, false],
    [2, true, true],
    [2, false, false],
  ])("of %d before a terminal %s is drawn: %s", (total, errIsTerminal, drawn) => {
    const bar = progress(total, context({ errIsTerminal }));
    bar.step();
    bar.end();
    expect(said !== "").toBe(drawn);
  });

  it("fills as things are done, and makes room at its end", () => {
    const bar = progress(4, context({ errIsTerminal: true }));
    bar.step();
    bar.step();
    bar.end();
    const drawn = (full: number, done: number) => `\r${"█".repeat(full)}${"░".repeat(20 - full)} ${done}/4`;
    expect(said).toBe(`${drawn(0, 0)}${drawn(5, 1)}${drawn(10, 2)}\r\u001b[K`);
  });
});

describe("what the system says against a file", () => {
  it.each<[object, string | undefined]>([
    [{ code: "ENOENT", path: "/w/a.yaml" }, "a.yaml:找不到这个文件"],
    [{ code: "ENOENT", path: "/w" }, ".:找不到这个文件"],
    [{ code: "EACCES", path: "/x/a\u001b" }, expect.stringMatching(/^\.\.\/x\/a␛:没有权限/u) as unknown as string],
    [{ code: "EISDIR" }, "这是文件夹,请给出文件名"],
    [{ code: "EXXX", syscall: "read", path: "/w/a" }, "a:系统不让读写(EXXX)"],
    [{ code: "EXXX" }, undefined],
    [{}, undefined],
  ])("%j", (error, sentence) => {
    expect(fileErrorText(error, "/w")).toEqual(sentence);
  });
});

describe("documents that a command is not for", () => {
  const document = (file: string, kindName: string) =>
    ({ source: { file }, kindName, kind: { name: kindName } }) as unknown as FormDocument;
  const left = (...files: string[]) => {
    const documents = [document("好.yaml", "推荐书"), ...files.map((file) => document(file, "计划"))];
    const all = documents.map(({ source }) => source.file);
    const report: Report = reportOf(
      all.map((file) => finding({ file })),
      { files: all, documents },
    );
    return excludeKinds(
      report,
      ({ name }) => name === "推荐书",
      () => "没有汇总表",
      context(),
    );
  };
  const named = (number: number) => Array.from({ length: number }, (_, at) => `${at}.yaml`);

  it.each([
    [0, ""],
    [1, "计划没有汇总表,没有用到 0.yaml\n"],
    [5, "计划没有汇总表,没有用到 0.yaml、1.yaml、2.yaml、3.yaml、4.yaml\n"],
    [6, "计划没有汇总表,没有用到 0.yaml、1.yaml、2.yaml、3.yaml、4.yaml 等 6 份\n"],
  ])("%d are named", (number, sentence) => {
    const report = left(...named(number));
    expect(said).toBe(sentence);
    for (const files of [
      report.files,
      report.documents.map(({ source }) => source.file),
      report.diagnostics.map(({ file }) => file),
    ])
      expect(files).toEqual(["好.yaml"]);
  });
});

describe("what could not be checked", () => {
  const unchecked = finding({ file: "没有.yaml" });

  it.each<[string, Report, number, boolean]>([
    ["nothing", reportOf([]), 0, false],
    ["findings in what was checked", reportOf([finding()]), 0, false],
    ["a file that was not checked", reportOf([unchecked], { documents: [] }), 1, true],
    ["one that could not be read", reportOf([unchecked], { documents: [], unreadable: true }), 2, true],
    ["none given", reportOf([], { unreadable: true }), 2, false],
  ])("%s", async (_, report, code, shown) => {
    expect(await printUnchecked(report, context())).toBe(code);
    expect(said.includes("说明")).toBe(shown);
  });
});

describe("a form that is asked for", () => {
  const chosen = async (form?: string, kind?: string) => {
    const found = await chooseForm({ ...(form !== undefined && { form }), ...(kind !== undefined && { kind }) }, forms);
    return `${found.form.id}/${found.kindName}`;
  };

  it.each<[string | undefined, string | undefined, string]>([
    [undefined, undefined, "hunan-2024/推荐书"],
    ["hunan-2024", undefined, "hunan-2024/推荐书"],
    [undefined, "半年工作总结", "hunan-2024/半年工作总结"],
    ["hunan-2024", "半年工作总结", "hunan-2024/半年工作总结"],
    ["hunan-2024/半年工作总结", undefined, "hunan-2024/半年工作总结"],
    [undefined, "hunan-2024/半年工作总结", "hunan-2024/半年工作总结"],
  ])("%s %s", async (form, kind, expected) => {
    expect(await chosen(form, kind)).toBe(expected);
  });

  it.each<[string | undefined, string | undefined, RegExp]>([
    ["hunan-1999", undefined, /没有“hunan-1999”这张表,可以是:hunan-2024\/推荐书、/u],
    [undefined, "半年总结", /没有“半年总结”这张表,是不是要写“半年工作总结”\?可以是/u],
    ["hunan-2024", "推荐书2", /没有“hunan-2024\/推荐书2”这张表,是不是要写“推荐书”\?/u],
    ["hunan-1999/推荐书", undefined, /没有“hunan-1999\/推荐书”这张表/u],
  ])("%s %s is refused", async (form, kind, sentence) => {
    await expect(chosen(form, kind)).rejects.toThrow(sentence);
  });
});

describe("a mistake in usage", () => {
  it.each<[string, string, string]>([
    [
      "commander.unknownOption",
      "error: unknown option '--drft'\n(Did you mean --draft?)",
      "没有 --drft 这个选项,是不是要写 --draft?",
    ],
    [
      "commander.unknownCommand",
      "error: unknown command 'x'\n(Did you mean one of fix, init?)",
      "没有 x 这个命令,是不是要写 fix, init?",
    ],
    ["commander.missingArgument", "error: missing required argument '名称'", "缺少参数:名称"],
    ["commander.optionMissingArgument", "error: option '-o' argument missing", "选项 -o 后面要写一个值"],
    [
      "commander.invalidArgument",
      "error: option '--format' argument 'x' is invalid. Allowed choices are a, b.",
      "--format 的值不对,可以是:a, b",
    ],
    [
      "commander.invalidArgument",
      "error: option '--year' argument 'x' is invalid. 写四位数字",
      "--year 的值不对:写四位数字",
    ],
    ["commander.excessArguments", "error: too many arguments", "多写了参数"],
    ["commander.somethingNew", "error: new", "error: new"],
  ])("%s", (code, message, sentence) => {
    expect(usageErrorText({ code, message } as never)).toBe(`${sentence}\n用 ptc --help 或 ptc <命令> --help 查看用法`);
  });

  it("is shown with control characters made visible", async () => {
    const { code, err } = await ptc(["validate", "--\u001b[31m"]);
    expect(code).toBe(2);
    expect(err).toContain("没有 --␛[31m 这个选项");
  });
});

it.each<[string, string, boolean]>([
  ["nothing to mend", "表单: hunan-2024/推荐书\n联合体名称: 甲\n", true],
  ["something to mend", "表单：hunan-2024/推荐书\n联合体名称: 甲\n", false],
])("fix says whether there is %s", async (_, text, nothing) => {
  const cwd = emptyFolder();
  writeFileSync(path.join(cwd, "a.yaml"), text);
  const { err } = await ptc(["fix", "a.yaml"], { cwd });
  expect(err.includes("没有可以自动改的")).toBe(nothing);
  expect(err.includes("已改 a.yaml")).toBe(!nothing);
  expect((await ptc(["fix", "没有.yaml"], { cwd })).err).not.toContain("没有可以自动改的");
});

describe("the usual files", () => {
  const form = (name: string) => `表单: hunan-2024/${name}\n`;

  it("are checked when no file is named, and no other file is", async () => {
    const cwd = emptyFolder();
    const put = (file: string, kind: string) => writeFileSync(path.join(cwd, file), form(kind));
    expect((await ptc(["validate", "--draft"], { cwd })).code).toBe(2);
    put("application.yaml", "推荐书");
    expect((await ptc(["validate", "--draft"], { cwd })).out).toContain("检查了 1 份文件");
    put("别的.yaml", "推荐书");
    expect((await ptc(["validate", "--draft"], { cwd })).out).toContain("检查了 1 份文件");
  });
});
