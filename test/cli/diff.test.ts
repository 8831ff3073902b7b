import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { root } from "../support/check.js";
import { editWord } from "../support/edit-word.js";
import { emptyFolder, ptc } from "../support/run.js";

const EXAMPLE = readFileSync(path.join(root, "examples/hunan-2024/application.yaml"), "utf8");
const PLAN = path.join(root, "examples/hunan-2024/tracking/长沙市云麓湾工程机械产教联合体/2024-年度工作计划.yaml");
let cwd: string;
const run = (...args: string[]) => ptc(["diff", ...args], { cwd });
const write = (file: string, text: string | Uint8Array) => writeFileSync(path.join(cwd, file), text);

beforeEach(() => {
  cwd = emptyFolder();
  write("甲.yaml", EXAMPLE);
});

function changed(...changes: [string, string][]): string {
  return changes.reduce((all, [before, after]) => {
    expect(all).toContain(before);
    return all.replace(before, () => after);
  }, EXAMPLE);
}

const CHANGES: [string, string][] = [
  ["政府核拨: 800", "政府核拨: 900"],
  ["        - 麓汐工业中等专业学校\n", "        - 麓汐<b>学校\n"],
  ["2023年核拨620万元", "2023年核拨650万元"],
  ["园区总产值: 1280.5", "园区总产值: "],
  ["0731-55500001", "0731-55500009"],
  ["填表日期: 2024-02-20", "填表日期: 2024-02-21"],
];

describe("ptc diff", () => {
  it("shows figures, lists, and texts by words, in the parts of the form", async () => {
    write("乙.yaml", changed(...CHANGES));
    const { code, out, err } = await run("甲.yaml", "乙.yaml");
    expect([code, err]).toEqual([1, ""]);
    expect(out).toBe(`甲.yaml → 乙.yaml:市域产教联合体推荐书,6 处不同

市域产教联合体推荐书
  填表日期:2024年2月20日 → 2024年2月21日

联合体概况
  联系电话:改了(姓名、电话不列出)
  中职学校·单位名称:
    − 麓汐工业中等专业学校
    + 麓汐<b>学校
  政府核拨(万元):800 → 900 (+12.5%)
  2023年产业园区总产值(亿元):1280.5 → (空)
  联合体所在地制定支持职业教育政策及落实情况:
      …持。设立产教融合专项资金，2023年核拨[-620-]{+650+}万元，2024年预算安排800万元，重点…
`);
  });

  it("finds nothing where the same is typed in another way", async () => {
    write(
      "乙.yaml",
      changed(
        ["政府核拨: 800", "政府核拨: 800万元"],
        ["推荐市州: 长沙市", "推荐市州: 长沙"],
        ["2023年核拨620万元", "2023年**核拨620万元**"],
        ["填表日期: 2024-02-20", "填表日期: 2024年2月20日"],
      ),
    );
    expect(await run("甲.yaml", "乙.yaml")).toEqual({
      code: 0,
      out: "甲.yaml → 乙.yaml:市域产教联合体推荐书,没有不同\n",
      err: "",
    });
  });

  it("compares YAML with Word, and says what Word has no place for", async () => {
    await ptc(["render", "甲.yaml", "--docx", "-o", "甲.docx"], { cwd });
    const same = await run("甲.yaml", "甲.docx");
    expect([same.code, same.out]).toEqual([0, expect.stringContaining("没有比:")]);
    write("乙.docx", editWord(readFileSync(path.join(cwd, "甲.docx")), [">320<", ">350<"]));
    expect((await run("甲.docx", "乙.docx")).out).toContain("  固定办公面积(m²):320 → 350 (+9.4%)\n");
  });

  it("compares with a file in git, also in a folder below", async () => {
    const git = (...args: string[]) =>
      execFileSync("git", ["-c", "user.name=甲", "-c", "user.email=a@example.org", ...args], { cwd, stdio: "ignore" });
    mkdirSync(path.join(cwd, "报"));
    write("报/甲.yaml", EXAMPLE);
    git("init", "-q");
    git("add", ".");
    git("commit", "-qm", "报");
    write("报/甲.yaml", changed(["政府核拨: 800", "政府核拨: 900"]));
    const below = await ptc(["diff", "HEAD:甲.yaml", "甲.yaml"], { cwd: path.join(cwd, "报") });
    expect([below.code, below.out]).toEqual([1, expect.stringContaining("政府核拨(万元):800 → 900 (+12.5%)\n")]);
    expect((await run("HEAD:报/甲.yaml", "甲.yaml")).code).toBe(0);
    expect(await run("HEAD:没有.yaml", "甲.yaml")).toMatchObject({
      code: 2,
      err: "“HEAD”里没有 没有.yaml:检查文件名\n",
    });
    expect(await run("没有:甲.yaml", "甲.yaml")).toMatchObject({ code: 2, err: expect.stringContaining("没有“没有”") });
  });

  it("pairs the entries of a list by what they say, wherever they stand", async () => {
    const plan = readFileSync(PLAN, "utf8");
    write("甲计划.yaml", plan);
    const [first = "", second = ""] = plan.match(/^ {2}- [\s\S]*?(?=^ {2}- )/gmu) ?? [];
    expect(second).not.toBe("");
    write("乙计划.yaml", plan.replace(first, ""));
    const removed = await run("甲计划.yaml", "乙计划.yaml", "--format", "json");
    const { changes } = JSON.parse(removed.out);
    expect(changes.length).toBeGreaterThan(0);
    // only what the first entry said is gone
    for (const { pointer } of changes) expect(pointer).toMatch(/^\/[^/]+\/0\//u);
    write("乙计划.yaml", plan.replace(first + second, second + first));
    expect((await run("甲计划.yaml", "乙计划.yaml")).code).toBe(0);
  });

  it("writes JSON, without names and telephone numbers of persons", async () => {
    write("乙.yaml", changed(...CHANGES, ["蒋望舒]", "蒋望舒, 王新]"]));
    const { code, out } = await run("甲.yaml", "乙.yaml", "--format", "json");
    const { same, changes } = JSON.parse(out);
    expect([code, same]).toEqual([1, false]);
    expect(changes).toContainEqual({
      pointer: "/联合体概况/经费来源/政府核拨",
      section: "联合体概况",
      label: "政府核拨",
      unit: "万元",
      kind: "figure",
      before: 800,
      after: 900,
      change: 12.5,
    });
    expect(out).not.toMatch(/5550000|王新/u);
  });

  it("writes Markdown and HTML in which nothing that was typed is markup", async () => {
    write("乙.yaml", changed(...CHANGES));
    const markdown = (await run("甲.yaml", "乙.yaml", "--format", "markdown")).out;
    expect(markdown).toContain("- **政府核拨(万元)**:800 → 900 (+12.5%)\n");
    expect(markdown).toContain("2023年核拨<del>620</del><ins>650</ins>万元");
    expect(markdown).toContain("  - + <ins>麓汐&#60;b&#62;学校</ins>\n");
    const { code, out, err } = await run("甲.yaml", "乙.yaml", "--format", "html", "-o", "差.html");
    expect([code, out, err]).toEqual([1, "", "已写入 差.html(6 处不同)\n"]);
    const page = readFileSync(path.join(cwd, "差.html"), "utf8");
    expect(page).toContain("2023年核拨<del>620</del><ins>650</ins>万元");
    expect(page).toContain("<ins>麓汐&lt;b&gt;学校</ins>");
    expect(page).not.toContain("<b>");
  });

  it("counts a share in points of a hundred", async () => {
    const share = /^( *2023|.*\b2023): (\d+(?:\.\d+)?)(?=.*$)/mu;
    const at = EXAMPLE.indexOf("就业率");
    expect(at).toBeGreaterThan(-1);
    const [line = "", , figure = ""] = share.exec(EXAMPLE.slice(at)) ?? [];
    write(
      "乙.yaml",
      EXAMPLE.slice(0, at) + EXAMPLE.slice(at).replace(line, line.replace(figure, String(Number(figure) + 1))),
    );
    expect((await run("甲.yaml", "乙.yaml")).out).toMatch(/\(%\):.*\(\+1 个百分点\)/u);
  });

  it.each([
    ["a file that is not there", ["甲.yaml", "无.yaml"], "无.yaml:找不到这个文件"],
    ["files of different forms", ["甲.yaml", "计划.yaml"], "不是同一张表,比不了"],
    ["a file that is no form", ["甲.yaml", "别的.yaml"], "别的.yaml:"],
    ["writing over one of them", ["甲.yaml", "计划.yaml", "-o", "甲.yaml"], ""],
  ])("refuses %s", async (_, args, said) => {
    copyFileSync(PLAN, path.join(cwd, "计划.yaml"));
    write("别的.yaml", "a: 1\n");
    expect(await run(...args)).toMatchObject({ code: 2, out: "", err: expect.stringContaining(said) });
    expect(readFileSync(path.join(cwd, "甲.yaml"), "utf8")).toBe(EXAMPLE);
  });
});
