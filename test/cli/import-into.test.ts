import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { root } from "../support/check.js";
import { editWord } from "../support/edit-word.js";
import { emptyFolder, ptc } from "../support/run.js";

const EXAMPLE = readFileSync(path.join(root, "examples/hunan-2024/application.yaml"), "utf8");
let rendered: Uint8Array;
let cwd: string;
const run = (...args: string[]) => ptc(args, { cwd });
const text = (file: string) => readFileSync(path.join(cwd, file), "utf8");
const bring = () => run("import", "改过.docx", "--into", "甲.yaml");

beforeAll(async () => {
  cwd = emptyFolder();
  writeFileSync(path.join(cwd, "甲.yaml"), EXAMPLE);
  await run("render", "甲.yaml", "--docx", "-o", "甲.docx");
  rendered = readFileSync(path.join(cwd, "甲.docx"));
});

beforeEach(() => {
  cwd = emptyFolder();
  writeFileSync(path.join(cwd, "甲.yaml"), EXAMPLE);
});

function changeWord(...changes: [string, string][]): void {
  writeFileSync(path.join(cwd, "改过.docx"), editWord(rendered, ...changes));
}

/** Replaces each text in the example once. */
function changed(yaml: string, ...changes: [string, string][]): string {
  return changes.reduce((all, [before, after]) => {
    expect(all).toContain(before);
    return all.replace(before, () => after);
  }, yaml);
}

describe("ptc import --into", () => {
  it("finds nothing to write when nothing was changed", async () => {
    changeWord();
    expect(await bring()).toEqual({ code: 0, out: "", err: "改过.docx:与 甲.yaml 比,没有改动\n" });
    expect(text("甲.yaml")).toBe(EXAMPLE);
  });

  it("writes what was changed, and keeps every other byte", async () => {
    changeWord(
      [">320<", ">350<"],
      [">1200<", ">１,３００万元<"],
      ["0731-55500001", "0731-55500009"],
      ["蒋望舒", "蒋望舒、王新"],
      ["麓汐工业中等专业学校", "麓汐新工业中等专业学校"],
      [">18<", ">19<"],
      ["2023年核拨620万元", "2023年核拨650万元"],
      ["并有教学成果", "另有教学成果"],
    );
    const { code, out, err } = await bring();
    expect([code, err]).toEqual([0, expect.stringContaining("改过.docx:8 项写进 甲.yaml\n")]);
    expect(err).toContain("  改了 表2 第4行第3格「固定办公面积」\n");
    expect(out).toContain("\n+    固定办公面积: 350\n+    联系电话: 0731-55500009\n");
    expect(text("甲.yaml")).toBe(
      changed(
        EXAMPLE,
        ["固定办公面积: 320", "固定办公面积: 350"],
        ["牵头单位负担: 1200", "牵头单位负担: 1300"],
        ["0731-55500001", "0731-55500009"],
        ["邓书白, 蒋望舒]", "邓书白, 蒋望舒, 王新]"],
        ["- 麓汐工业中等专业学校", "- 麓汐新工业中等专业学校"],
        ["共建专业: {2022: 18,", "共建专业: {2022: 19,"],
        ["2023年核拨620万元", "2023年核拨650万元"],
        ["并有教学成果", "另有教学成果"],
      ),
    );
  });

  it("only shows the changes with --dry-run", async () => {
    changeWord([">320<", ">350<"]);
    const { code, out, err } = await run("import", "改过.docx", "--into", "甲.yaml", "--dry-run");
    expect([code, out, err]).toEqual([
      0,
      expect.stringContaining("+    固定办公面积: 350\n"),
      "改过.docx:1 项可写进 甲.yaml\n  改了 表2 第4行第3格「固定办公面积」\n",
    ]);
    expect(text("甲.yaml")).toBe(EXAMPLE);
  });

  it("does not delete what is blank in Word, and says so", async () => {
    changeWord([">320<", "><"]);
    const { code, err } = await bring();
    expect([code, err]).toEqual([1, expect.stringContaining("「固定办公面积」:Word 里是空的,YAML 里原有的没有删")]);
    expect(text("甲.yaml")).toBe(EXAMPLE);
  });

  it("does not write what is doubtful, and says so", async () => {
    changeWord([">320<", ">三百多<"], [">1200<", ">1300<"]);
    const { code, err } = await bring();
    expect([code, err]).toEqual([1, expect.stringMatching(/ {2}表2 第4行第3格「固定办公面积」:请核对:/u)]);
    expect(text("甲.yaml")).toBe(changed(EXAMPLE, ["牵头单位负担: 1200", "牵头单位负担: 1300"]));
  });

  it.each<[string, [string, string][], [string, string][]]>([
    ["with Windows line ends", [["\n", "\r\n"]], []],
    ["with a comment beside the figure", [["面积: 320", "面积: 320  # 平方米,2023年底"]], []],
    ["with a quoted figure", [["面积: 320", '面积: "320"']], [["面积: 320", "面积: 350"]]],
    ["with the figure typed otherwise", [["面积: 320", "面积: 320平方米"]], [["面积: 320", "面积: 350"]]],
    ["with a blank", [["面积: 320", "面积: "]], [["面积: 320", "面积: 350"]]],
    ["with a blank and a comment", [["面积: 320", "面积: # 待填"]], [["面积: 320", "面积: 350 # 待填"]]],
    ["without the key", [["    固定办公面积: 320\n", ""]], [["固定办公面积: 320", "固定办公面积: 350"]]],
  ])("writes into a text %s", async (_, before, after) => {
    const apply = (yaml: string, changes: [string, string][]) =>
      changes.reduce(
        (all, [one, other]) => (one === "\n" ? all.replaceAll(one, other) : all.replace(one, other)),
        yaml,
      );
    changeWord([">320<", ">350<"]);
    writeFileSync(path.join(cwd, "甲.yaml"), apply(EXAMPLE, before));
    const { code, err } = await bring();
    expect([code, err]).toEqual([0, expect.stringContaining("1 项写进")]);
    expect(text("甲.yaml")).toBe(
      after.length > 0 ? apply(EXAMPLE, after) : apply(EXAMPLE, before).replace("面积: 320", "面积: 350"),
    );
  });

  it("keeps a byte order mark", async () => {
    changeWord([">320<", ">350<"]);
    writeFileSync(path.join(cwd, "甲.yaml"), `\ufeff${EXAMPLE}`);
    expect((await bring()).code).toBe(0);
    expect(text("甲.yaml")).toBe(`\ufeff${EXAMPLE.replace("面积: 320", "面积: 350")}`);
  });

  it("keeps Markdown, comments among names, and whatever else was typed in its own way", async () => {
    const typed = changed(
      EXAMPLE,
      ["2023年核拨620万元", "2023年**核拨620万元**"],
      ["        - 麓汐工业中等专业学校\n", "        # 2023年新加入\n        - 麓汐工业中等专业学校 # 已盖章\n"],
      ["推荐市州: 长沙市", "推荐市州: 长沙"],
    );
    writeFileSync(path.join(cwd, "甲.yaml"), typed);
    changeWord(["1350人", "1450人"], ["云麓示例区职业中等专业学校", "云麓示例区职教中心"]);
    expect((await bring()).code).toBe(0);
    expect(text("甲.yaml")).toBe(
      changed(typed, ["1350人", "1450人"], ["- 云麓示例区职业中等专业学校", "- 云麓示例区职教中心"]),
    );
  });

  it.each<[string, string, string]>([
    ["in one text", " 云麓湾智能装备研究院、麓汐工程机械检测技术研究所", " 云麓湾智能装备研究院、麓汐检测所"],
    [
      "several on a line",
      "\n        - 云麓湾智能装备研究院、麓汐工程机械检测技术研究所",
      "\n        - 云麓湾智能装备研究院\n        - 麓汐检测所",
    ],
    ["in brackets", " [云麓湾智能装备研究院, 麓汐工程机械检测技术研究所]", " [云麓湾智能装备研究院, 麓汐检测所]"],
    ["quoted", ' "云麓湾智能装备研究院、麓汐工程机械检测技术研究所"', ' "云麓湾智能装备研究院、麓汐检测所"'],
  ])("writes a list typed %s", async (_, before, after) => {
    const typed = "\n        - 云麓湾智能装备研究院\n        - 麓汐工程机械检测技术研究所";
    writeFileSync(path.join(cwd, "甲.yaml"), changed(EXAMPLE, [typed, before]));
    changeWord(["麓汐工程机械检测技术研究所", "麓汐检测所"]);
    expect((await bring()).err).toContain("1 项写进");
    expect(text("甲.yaml")).toBe(changed(EXAMPLE, [typed, after]));
  });

  it("writes a changed paragraph, and keeps headings, tables, pictures and bold of the others", async () => {
    const before = /^特色与创新: \|\n(?: .*\n|\n)+/mu.exec(EXAMPLE)?.[0] as string;
    const story = `特色与创新: | # 领导说要改
  ## 一、平台共用

  联合体建成**三个**共享平台。

  | 平台 | 面积（m²） |
  |---|---|
  | 检测中心 | 3200 |

  - 第一条是统筹
  - 第二条是协同

`;
    const typed = changed(EXAMPLE, [before, story]);
    writeFileSync(path.join(cwd, "甲.yaml"), typed);
    await run("render", "甲.yaml", "--docx", "--force", "-o", "故事.docx");
    const made = readFileSync(path.join(cwd, "故事.docx"));
    writeFileSync(path.join(cwd, "改过.docx"), editWord(made, [">3200<", ">5000<"], ["第二条是协同", "第二条是协作"]));
    expect((await bring()).code).toBe(0);
    expect(text("甲.yaml")).toBe(changed(typed, ["| 3200 |", "| 5000 |"], ["第二条是协同", "第二条是协作"]));
  });

  it("writes parts that are printed in one cell", async () => {
    changeWord(["36.5/1480", "38.5/1490"]);
    const { code, err } = await bring();
    expect([code, err]).toEqual([0, expect.stringContaining("2 项写进")]);
    expect(text("甲.yaml")).toBe(changed(EXAMPLE, ["转化率: 36.5, 到账经费: 1480", "转化率: 38.5, 到账经费: 1490"]));
  });

  it("writes a group that the YAML does not have", async () => {
    const group = / {2}秘书处:\n(?: {4}.*\n)+/u.exec(EXAMPLE)?.[0] as string;
    writeFileSync(path.join(cwd, "甲.yaml"), EXAMPLE.replace(group, ""));
    changeWord();
    expect(await bring()).toMatchObject({ code: 0, err: expect.stringMatching(/改过\.docx:8 项写进/u) });
    expect(text("甲.yaml").replace(/ {2}秘书处:\n(?: {4}.*\n)+/u, "")).toBe(EXAMPLE.replace(group, ""));
    expect((await ptc(["diff", "甲.yaml", "改过.docx"], { cwd })).code).toBe(0);
  });

  it("fills in a blank form, all but what Word has no place for", async () => {
    changeWord();
    await run("init", "空.yaml");
    const { code } = await run("import", "改过.docx", "--into", "空.yaml");
    expect(code).toBe(0);
    expect((await ptc(["diff", "空.yaml", "改过.docx"], { cwd })).code).toBe(0);
  });

  it("leaves a list alone from which an entry is gone, and says so", async () => {
    const plan = "examples/hunan-2024/tracking/长沙市云麓湾工程机械产教联合体/2024-年度工作计划.yaml";
    const typed = readFileSync(path.join(root, plan), "utf8");
    writeFileSync(path.join(cwd, "长.yaml"), typed);
    const [first = ""] = /^ {2}- [\s\S]*?(?=^ {2}- )/mu.exec(typed) ?? [];
    writeFileSync(path.join(cwd, "短.yaml"), typed.replace(first, ""));
    await run("render", "短.yaml", "--docx", "--force", "-o", "短.docx");
    const { code, out, err } = await run("import", "短.docx", "--into", "长.yaml");
    expect([code, out, err]).toEqual([1, "", expect.stringMatching(/YAML 里有 \d+ 项,Word 里有 \d+ 项,没有写/u)]);
    expect(text("长.yaml")).toBe(typed);
  });

  it("writes nothing when the files are of different forms", async () => {
    changeWord();
    copyFileSync(
      path.join(root, "examples/hunan-2024/tracking/长沙市云麓湾工程机械产教联合体/2024-年度工作计划.yaml"),
      path.join(cwd, "甲.yaml"),
    );
    expect(await bring()).toMatchObject({ code: 2, out: "", err: expect.stringContaining("不是同一张表,没有写") });
  });

  it.each([
    ["a YAML file that is not there", ["改过.docx", "--into", "无.yaml"], "无.yaml"],
    ["a Word file to write to", ["改过.docx", "--into", "改过.docx"], "要写 YAML 文件"],
    ["--dry-run alone", ["改过.docx", "--dry-run"], "--dry-run 要和 --into 一起用"],
    ["-o besides", ["改过.docx", "--into", "甲.yaml", "-o", "乙.yaml"], "--into 写回那份 YAML"],
  ])("refuses %s", async (_, args, said) => {
    changeWord();
    expect(await run("import", ...args)).toMatchObject({ code: 2, out: "", err: expect.stringContaining(said) });
    expect(text("甲.yaml")).toBe(EXAMPLE);
  });
});
