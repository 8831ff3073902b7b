import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { emptyFolder, ptc } from "../support/run.js";

const BEFORE = "表单: hunan-2024/推荐书\n# 注：一\n填表日期: 2024年2月20日\n推荐市州：长沙市\n";
const AFTER = "表单: hunan-2024/推荐书\n# 注：一\n填表日期: 2024-02-20\n推荐市州: 长沙市\n";
/** BEFORE in GBK: the bytes of its characters, as node has no encoder for it. */
const GBK = Buffer.concat([
  Buffer.from("b1edb5a5", "hex"),
  Buffer.from(": hunan-2024/"),
  Buffer.from("cdc6bcf6cae9", "hex"),
  Buffer.from("\r\n"),
  Buffer.from("cdc6bcf6cad0d6dda3bab3a4c9b3cad0", "hex"),
  Buffer.from("\r\n"),
]);

let cwd: string;
const run = (...args: string[]) => ptc(["fix", ...args], { cwd });
const file = (name: string) => path.join(cwd, name);
const read = (name: string) => readFileSync(file(name), "utf8");

beforeEach(() => {
  cwd = emptyFolder();
  writeFileSync(file("甲.yaml"), BEFORE);
});

it("writes what is mended, shows it, and has nothing to do the second time", async () => {
  const { code, out, err } = await run("甲.yaml");
  expect([code, read("甲.yaml")]).toEqual([0, AFTER]);
  expect(out).toBe(
    [
      "--- 甲.yaml",
      "+++ 甲.yaml",
      "@@ -1,4 +1,4 @@",
      " 表单: hunan-2024/推荐书",
      " # 注：一",
      "-填表日期: 2024年2月20日",
      "-推荐市州：长沙市",
      "+填表日期: 2024-02-20",
      "+推荐市州: 长沙市",
      "",
    ].join("\n"),
  );
  expect(err).toBe("已改 甲.yaml:2 处\n");
  expect(await run("甲.yaml")).toEqual({ code: 0, out: "", err: "没有可以自动改的\n" });
  expect(readdirSync(cwd)).toEqual(["甲.yaml"]);
});

it("only shows with --dry-run, and says by its code that there is something", async () => {
  const { code, out, err } = await run("甲.yaml", "--dry-run");
  expect([code, read("甲.yaml"), err]).toEqual([1, BEFORE, "可改 甲.yaml:2 处\n"]);
  expect(out).toContain("+填表日期: 2024-02-20\n");
  writeFileSync(file("甲.yaml"), AFTER);
  expect(await run("甲.yaml", "--dry-run")).toEqual({ code: 0, out: "", err: "没有可以自动改的\n" });
});

it("says how much is left for a person, and how to see it", async () => {
  writeFileSync(file("甲.yaml"), `${BEFORE}牵头院校: 乙\n`);
  expect(await run("甲.yaml")).toMatchObject({
    code: 0,
    err: "已改 甲.yaml:2 处\n还有 1 个问题要人来改:ptc validate 甲.yaml --draft\n",
  });
});

it("takes folders and the usual file, each file on its own", async () => {
  mkdirSync(file("株洲"));
  writeFileSync(file("株洲/乙.yaml"), BEFORE);
  writeFileSync(file("株洲/compose.yaml"), "services：\n  a: [甲，乙, 丙]\n");
  const { code, err } = await run("株洲");
  expect([code, read("株洲/乙.yaml")]).toEqual([0, AFTER]);
  expect(err).toMatch(/^已改 株洲\/乙\.yaml:2 处\n还有 \d 个问题/u);
  expect(read("株洲/compose.yaml")).toBe("services：\n  a: [甲，乙, 丙]\n");
  writeFileSync(file("application.yaml"), BEFORE);
  await run();
  expect(read("application.yaml")).toBe(AFTER);
});

it("mends standard input to standard output", async () => {
  const piped = await ptc(["fix", "-"], { cwd, input: `\ufeff${BEFORE}` });
  expect(piped).toMatchObject({ code: 0, out: `\ufeff${AFTER}` });
  expect(await ptc(["fix", "-"], { cwd, input: AFTER })).toMatchObject({ code: 0, out: AFTER });
  expect(await ptc(["fix", "-", "--dry-run"], { cwd, input: BEFORE })).toMatchObject({
    code: 1,
    out: expect.stringContaining("--- <标准输入>"),
  });
});

it("is in colour where asked for", async () => {
  const { out } = await ptc(["fix", "甲.yaml", "--dry-run"], { cwd, env: { FORCE_COLOR: "1" } });
  expect(out).toContain("\u001b[31m-填表日期");
});

describe("the bytes of a file", () => {
  it("keep their mark and line ends", async () => {
    writeFileSync(file("甲.yaml"), `\ufeff${BEFORE.replaceAll("\n", "\r\n")}`);
    await run("甲.yaml");
    expect(read("甲.yaml")).toBe(`\ufeff${AFTER.replaceAll("\n", "\r\n")}`);
  });

  it("become UTF-8, and that is said", async () => {
    writeFileSync(file("甲.yaml"), Buffer.from(`\ufeff${BEFORE}`, "utf16le"));
    writeFileSync(file("乙.yaml"), GBK);
    const { code, err } = await run("甲.yaml", "乙.yaml");
    expect(code).toBe(0);
    expect(err).toContain("甲.yaml:文件是 UTF-16 编码,已按此读取;改存为 UTF-8\n");
    expect(err).toContain("乙.yaml:文件是 GBK 编码,已按此读取;改存为 UTF-8\n");
    expect(read("甲.yaml")).toBe(AFTER);
    expect(read("乙.yaml")).toBe("表单: hunan-2024/推荐书\r\n推荐市州: 长沙市\r\n");
    expect(await run("甲.yaml", "乙.yaml")).toMatchObject({ code: 0, out: "" });
  });

  it("become UTF-8 also when nothing else is to be done", async () => {
    writeFileSync(file("甲.yaml"), Buffer.from(`\ufeff${AFTER}`, "utf16le"));
    expect(await run("甲.yaml", "--dry-run")).toMatchObject({ code: 1, out: "" });
    expect(await run("甲.yaml")).toMatchObject({ code: 0, err: expect.stringContaining("已改 甲.yaml:编码\n") });
    expect(read("甲.yaml")).toBe(AFTER);
  });

  it("are left alone when some are damaged", async () => {
    const damaged = Buffer.concat([Buffer.from(`${BEFORE}${"特色与创新: 好\n".repeat(20)}# `), Buffer.from([0xff])]);
    writeFileSync(file("甲.yaml"), damaged);
    const { code, err } = await run("甲.yaml");
    expect([code, err]).toEqual([2, expect.stringContaining("没有改动这个文件")]);
    expect(readFileSync(file("甲.yaml"))).toEqual(damaged);
  });

  it.skipIf(process.platform === "win32")("stay readable to whom they were", async () => {
    chmodSync(file("甲.yaml"), 0o600);
    await run("甲.yaml");
    expect(statSync(file("甲.yaml")).mode & 0o777).toBe(0o600);
  });
});

it("cannot mend what it cannot read", async () => {
  expect(await run("无.yaml")).toMatchObject({ code: 2, err: expect.stringContaining("无.yaml:找不到这个文件") });
  const { code } = await run("甲.yaml", "无.yaml");
  expect([code, read("甲.yaml")]).toEqual([2, AFTER]);
  expect(await ptc(["fix"], { cwd: emptyFolder() })).toMatchObject({ code: 2 });
});

describe("what cannot be written stays as it is, is said, and does not keep the others from being written", () => {
  /** Mends 甲 and 乙; something happens to 甲 between reading and writing it, when its encoding is spoken of. */
  async function meanwhile(happens: () => void) {
    writeFileSync(file("甲.yaml"), Buffer.from(`\ufeff${BEFORE}`, "utf16le"));
    writeFileSync(file("乙.yaml"), BEFORE);
    let said = "";
    const { code, out } = await ptc(["fix", "甲.yaml", "乙.yaml"], {
      cwd,
      err: (text) => {
        said += text;
        if (text.startsWith("甲.yaml:文件是 UTF-16")) happens();
      },
    });
    expect(read("乙.yaml")).toBe(AFTER);
    expect(out).not.toContain("甲.yaml");
    return { code, said };
  }

  it("a file that somebody has changed meanwhile", async () => {
    const { code, said } = await meanwhile(() => writeFileSync(file("甲.yaml"), `${BEFORE}牵头学校: 丙\n`));
    expect(code).toBe(2);
    expect(said).toContain("甲.yaml:刚才有人改了这个文件,没有动它;再运行一次 ptc fix\n");
    expect(said).not.toContain("已改 甲.yaml");
    expect(read("甲.yaml")).toBe(`${BEFORE}牵头学校: 丙\n`);
  });

  it("a file that is gone", async () => {
    const { code, said } = await meanwhile(() => rmSync(file("甲.yaml")));
    expect(code).toBe(2);
    expect(said).toContain("甲.yaml:找不到这个文件;没有改\n");
    expect(readdirSync(cwd)).toEqual(["乙.yaml"]);
  });

  it("a file that is read-only", async () => {
    writeFileSync(file("乙.yaml"), BEFORE);
    chmodSync(file("甲.yaml"), 0o444);
    const { code, err, out } = await run("甲.yaml", "乙.yaml");
    expect([code, read("甲.yaml"), read("乙.yaml")]).toEqual([2, BEFORE, AFTER]);
    expect(err).toContain("甲.yaml:文件是只读的,没有改;要改先去掉“只读”\n");
    expect(out).not.toContain("甲.yaml");
    // what is left to do in it is counted
    expect(err).toContain("还有 1 个问题要人来改");
    expect((await run("甲.yaml", "--dry-run")).code).toBe(1);
  });
});

it("mends a whole file typed on a Chinese keyboard with tabs, though mending some slips brings others to light", async () => {
  const cwd = emptyFolder();
  const file = path.join(cwd, "a.yaml");
  writeFileSync(
    file,
    "表单：hunan-2024/推荐书\n联合体名称： 甲 \n推荐市州：长沙\n填表日期：2024年2月3日\n联合体概况：\n\t园区总产值： 500亿元\n\t秘书处：\n\t\t人员总数： 8人\n",
  );
  expect(await ptc(["fix", "a.yaml"], { cwd })).toMatchObject({ code: 0 });
  const mended = readFileSync(file, "utf8");
  expect(mended).toContain("填表日期: 2024-02-03\n联合体概况:\n  园区总产值: 500\n  秘书处:\n    人员总数: 8\n");
  expect(await ptc(["validate", "a.yaml", "--draft"], { cwd })).toMatchObject({ code: 0 });
  expect(await ptc(["fix", "a.yaml"], { cwd })).toMatchObject({ code: 0 });
  expect(readFileSync(file, "utf8")).toBe(mended);
});
