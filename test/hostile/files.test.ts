import { execFileSync } from "node:child_process";
import { createReadStream, mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { built } from "../support/built.js";
import { root } from "../support/check.js";
import { emptyFolder, ptc } from "../support/run.js";

// Things that are no files, lead in circles, never end or are too many. Links, pipes and devices are Unix's.

const GOOD = readFileSync(path.join(root, "examples/hunan-2024/application.yaml"));
const unix = describe.skipIf(process.platform === "win32");

let cwd: string;
beforeEach(() => {
  cwd = emptyFolder();
});

const at = (name: string) => path.join(cwd, name);

async function refuses(name: string, sentence: RegExp, code = 2): Promise<void> {
  for (const args of [["validate"], ["status"], ["checklist"], ["render", "--docx"], ["summarize", "--xlsx"]]) {
    const outcome = await ptc([...args, name], { cwd });
    expect(outcome.out + outcome.err).toMatch(sentence);
    expect(outcome.code, args.join(" ")).toBe(code);
  }
}

describe("files", () => {
  it("of 100 MB", async () => {
    writeFileSync(at("甲.yaml"), "");
    truncateSync(at("甲.yaml"), 100 * 1024 * 1024);
    await refuses("甲.yaml", /文件有 100 MB,超过 1 MB,没有读取/u);
    const { code, err } = await ptc(["template", "check", "甲.yaml"], { cwd });
    expect([code, err]).toEqual([2, expect.stringContaining("超过 50 MB")]);
  });

  it("that are folders", async () => {
    mkdirSync(at("甲.yaml"));
    await refuses("甲.yaml", /这个文件夹里没有 \.yaml 或 \.yml 文件/u);
    expect((await ptc(["template", "check", "甲.yaml"], { cwd })).code).toBe(2);
    expect((await ptc(["init", "甲.yaml"], { cwd })).code).toBe(2);
  });

  it("by the thousand, each with findings", async () => {
    mkdirSync(at("县"));
    for (let number = 0; number < 3000; number += 1)
      writeFileSync(at(`县/${number}.yaml`), `表单: hunan-2024/推荐书\n联合体名称: 联合体${number % 7}\n`);
    const { code, out, err } = await built(["validate", "县", "--format", "concise"], { cwd, memory: 1024 });
    expect(err).toBe("");
    expect(code).toBe(1);
    expect(new Set(out.split("\n").map((line) => line.split(":")[0])).size).toBe(3001);
  });

  it("with names meant for a pattern or an option", async () => {
    writeFileSync(at("甲[1]{2}*.yaml"), GOOD);
    expect((await ptc(["validate", "甲[1]{2}*.yaml"], { cwd })).code).toBe(0);
    expect((await ptc(["validate", "a".repeat(5000)], { cwd })).code).toBe(2);
    expect((await ptc(["validate", `${"../".repeat(500)}没有.yaml`], { cwd })).code).toBe(2);
    expect((await ptc(["validate", "甲\0.yaml"], { cwd })).code).toBe(2);
  });

  it("in a folder of forms that is none, or reaches out of itself", async () => {
    const manifest = readFileSync(path.join(root, "schemas/hunan-2024/form.yaml"), "utf8");
    const run = () => ptc(["--forms", ".", "schema"], { cwd });
    mkdirSync(at("schemas/表"), { recursive: true });
    writeFileSync(at("schemas/表/form.yaml"), manifest);
    expect(await run()).toMatchObject({ code: 2, err: expect.stringContaining("只能用字母、数字、- 和 _") });
    mkdirSync(at("二/schemas/x/form.yaml"), { recursive: true });
    expect(await ptc(["--forms", "二", "schema"], { cwd })).toMatchObject({ code: 2 });
    mkdirSync(at("三/schemas/x"), { recursive: true });
    const outside = manifest.replace("id: hunan-2024", "id: x").replace("推荐书.schema.json", "../../../秘密.json");
    writeFileSync(at("三/schemas/x/form.yaml"), outside);
    expect(await ptc(["--forms", "三", "schema"], { cwd })).toMatchObject({
      code: 2,
      err: expect.stringContaining("must match pattern"),
    });
  });
});

unix("what is no file", () => {
  it("a pipe, by name, in a folder and behind a link", async () => {
    execFileSync("mkfifo", [at("甲.yaml")]);
    await refuses("甲.yaml", /甲\.yaml.*这不是普通文件/u);
    await refuses(".", /甲\.yaml.*这不是普通文件/u);
    mkdirSync(at("县"));
    symlinkSync(at("甲.yaml"), at("县/乙.yaml"));
    await refuses("县", /乙\.yaml.*这个链接通往文件夹外面,没有读取/u);
    await refuses("县/乙.yaml", /乙\.yaml.*这不是普通文件/u);
    expect((await ptc(["template", "check", "甲.yaml"], { cwd })).code).toBe(2);
  });

  it("a device without end, behind a link and as standard input", async () => {
    symlinkSync("/dev/zero", at("甲.yaml"));
    await refuses("甲.yaml", /这不是普通文件/u);
    await refuses(".", /这个链接通往文件夹外面,没有读取/u);
    const { code, all } = await built(["validate", "-"], { cwd, memory: 128, input: createReadStream("/dev/zero") });
    expect(all).toContain("标准输入超过 1 MB,没有检查");
    expect(code).toBe(2);
  });

  it("a socket", async () => {
    const server = createServer().listen(at("甲.yaml"));
    await new Promise((done) => server.once("listening", done));
    try {
      await refuses(".", /甲\.yaml.*这不是普通文件/u);
    } finally {
      server.close();
    }
  });
});

unix("links", () => {
  it("in a circle, by name and in a folder", async () => {
    symlinkSync("乙.yaml", at("甲.yaml"));
    symlinkSync("甲.yaml", at("乙.yaml"));
    await refuses("甲.yaml", /绕回自己的链接/u);
    await refuses(".", /绕回自己的链接/u);
  });

  it("to nothing", async () => {
    symlinkSync("没有.yaml", at("甲.yaml"));
    await refuses("甲.yaml", /找不到这个文件/u);
    await refuses(".", /甲\.yaml.*找不到这个文件/u);
  });

  it("from a folder to its parent, which is not searched again", async () => {
    mkdirSync(at("县/乡"), { recursive: true });
    writeFileSync(at("县/甲.yaml"), GOOD);
    for (const name of ["a", "b", "c"]) symlinkSync("../..", at(`县/乡/${name}`));
    for (const name of [".", "**/*.yaml", "县"]) {
      const { code, out } = await ptc(["validate", name, "--today", "2024-02-26"], { cwd });
      expect([code, out]).toEqual([0, expect.stringContaining("检查了 1 份文件:没有发现问题")]);
    }
  });
});

describe.skipIf(process.platform === "win32")("a file whose name a terminal would obey", () => {
  const NAME = "a\u001b[31m\u202eb\nc";
  const SHOWN = "a␛[31m<U+202E>b␊c";

  beforeEach(() => {
    writeFileSync(at(`${NAME}.yaml`), GOOD.toString().replace("填表日期: 2024-02-20", "填表日期：2024年2月20日"));
    writeFileSync(at(`${NAME}计划.yaml`), "表单: hunan-2024/年度工作计划\n");
    writeFileSync(at(`${NAME}.xlsx`), "旧的");
    writeFileSync(at(`${NAME}.docx`), "旧的");
  });

  it.each<[string, string[], string]>([
    ["fix", [`${NAME}.yaml`], `已改 ${SHOWN}.yaml:2 处`],
    ["fix --dry-run", [`${NAME}.yaml`], `--- ${SHOWN}.yaml`],
    ["fix", [`${NAME}2.yaml`], `${SHOWN}2.yaml:没有文件与这个名称相符`],
    ["render --docx", [`${NAME}.yaml`], `没有覆盖 ${SHOWN}.docx:它不是 ptc 生成的`],
    ["render --docx --force", [`${NAME}.yaml`], `原来的 ${SHOWN}.docx 留作 ${SHOWN}.docx.bak`],
    ["render --docx", [`${NAME}.yaml`, "-o", `${NAME}2.docx`], `已写入 ${SHOWN}2.docx`],
    ["render --docx", [`${NAME}.yaml`, "-o", `${NAME}.txt`], `-o ${SHOWN}.txt:文件名要以 .docx 结尾`],
    ["render --docx", [`${NAME}.yaml`, "--template", NAME], `${SHOWN}:找不到这个文件`],
    ["summarize --xlsx", [`${NAME}.yaml`, "-o", `${NAME}.xlsx`], `原来的 ${SHOWN}.xlsx 留作 ${SHOWN}.xlsx.bak`],
    ["summarize --xlsx", [`${NAME}.yaml`, "--unit", NAME, "-o", `${NAME}2.xlsx`], `已写入 ${SHOWN}2.xlsx`],
    ["checklist --xlsx", [`${NAME}.yaml`, "-o", `${NAME}2.xlsx`], `已写入 ${SHOWN}2.xlsx`],
    ["checklist", [`${NAME}.yaml`, "-o", `${NAME}.yaml`], `不能写到 ${SHOWN}.yaml`],
    ["checklist", [`${NAME}.yaml`, `${NAME}计划.yaml`], `没有用到 ${SHOWN}计划.yaml`],
    ["coverage", [`${NAME}.yaml`, "-o", `${NAME}.txt`], `已写入 ${SHOWN}.txt`],
    ["report --html", [`${NAME}.yaml`, "-o", `${NAME}.html`], `已写入 ${SHOWN}.html(1 份文件)`],
    ["track", [`${NAME}计划.yaml`], `${SHOWN}计划.yaml:1  没有列入台账`],
    ["deadlines", ["-o", `${NAME}.ics`], `已写入 ${SHOWN}.ics`],
    ["init", [`${NAME}.yaml`], `${SHOWN}.yaml 已经有了`],
    ["init", [`${NAME}2.yaml`], `已新建 ${SHOWN}2.yaml`],
    ["status", [`${NAME}.yaml`], `${SHOWN}.yaml`],
    ["validate", [`${NAME}.yaml`], `${SHOWN}.yaml:`],
    ["validate", [NAME], `${SHOWN}`],
    ["validate --since", [NAME, `${NAME}.yaml`], "git"],
    ["template check", [`${NAME}.docx`], "docx"],
    ["explain", [NAME], `没有叫“a␛`],
  ])("%s shows it as it is called", async (command, args, said) => {
    if (!command.startsWith("fix") && !/validate|init/u.test(command)) await ptc(["fix", `${NAME}.yaml`], { cwd });
    const { out, err } = await ptc([...command.split(" "), ...args], { cwd });
    expect(out + err).toContain(said);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(out + err).not.toMatch(/[\u001b\u202e]|^c/mu);
  });
});
