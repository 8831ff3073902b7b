import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../support/check.js";
import { plan, yaml } from "../support/full-filings.js";
import { type Editor, openEditor } from "../support/language-server.js";
import { emptyFolder, ptc } from "../support/run.js";
import { tools } from "../support/tools.js";

// What a clerk sees in VS Code, with the server its YAML extension uses.

const EXAMPLES = path.join(root, "examples/hunan-2024");
const read = (file: string) => readFileSync(path.join(EXAMPLES, file), "utf8");
const FULL = read("application.yaml");

/** Line of a key, and the column behind `key: `. */
function at(text: string, key: string): [number, number] {
  const lines = text.split("\n");
  const line = lines.findIndex((each) => each.trimStart().startsWith(`${key}:`));
  return [line, (lines[line] as string).indexOf(key) + key.length + 2];
}

describe.skipIf(!tools.languageServer)("the example repository in an editor", () => {
  let editor: Editor;
  beforeAll(async () => {
    editor = await openEditor(EXAMPLES, JSON.parse(read(".vscode/settings.json")));
  });
  afterAll(() => editor?.close());

  it("has nothing marked where ptc finds nothing", async () => {
    for (const file of ["application.yaml", "city/文旅融合产教联合体.yaml", "city/新能源装备产教联合体.yaml"])
      expect(await editor.diagnose(file, read(file)), file).toEqual([]);
  });

  it("knows plans and summaries by their names", async () => {
    for (const kind of ["年度工作计划", "半年工作总结", "年度工作总结"]) {
      const file = `tracking/长沙市云麓湾工程机械产教联合体/2025-${kind}.yaml`;
      expect(await editor.diagnose(file, read(file)), kind).toEqual([]);
      const wrong = read(file).replace("年度: 2025", "年度: 二〇二五");
      expect(await editor.diagnose(file, wrong), kind).toHaveLength(1);
    }
  });

  it("has a wrong key and a wrong value marked", async () => {
    const wrong = FULL.replace("推荐市州: 长沙市", "推荐市州: 长沙县").replace("    固定办公面积:", "    办公面积:");
    const marked = await editor.diagnose("application.yaml", wrong);
    expect(marked.map(({ message }) => message).join("\n")).toMatch(/长沙市[\s\S]*办公面积/u);
  });

  it("shows label, unit and limit", async () => {
    await editor.diagnose("application.yaml", FULL);
    const [line, column] = at(FULL, "固定办公面积");
    expect(await editor.hover("application.yaml", line, column - 4)).toMatch(/固定办公面积[\s\S]*单位:m²/u);
    const [plan] = at(FULL, "建设规划");
    expect(await editor.hover("application.yaml", plan, 1)).toContain("不超过 1000 字");
  });

  it("offers values and keys", async () => {
    const open = FULL.replace("推荐市州: 长沙市", "推荐市州: ");
    await editor.diagnose("application.yaml", open);
    expect(await editor.complete("application.yaml", ...at(open, "推荐市州"))).toContain("株洲市");
    const short = "表单: hunan-2024/推荐书\n联合体概况:\n  秘书处:\n    \n";
    await editor.diagnose("application.yaml", short);
    expect(await editor.complete("application.yaml", 3, 4)).toContain("固定办公面积");
  });
});

describe.skipIf(!tools.languageServer)("a document made by ptc init", () => {
  it("may write observation points and years as they are typed", async () => {
    const cwd = emptyFolder();
    await ptc(["init", "plan.yaml", "--kind", "年度工作计划"], { cwd });
    const [top] = readFileSync(path.join(cwd, "plan.yaml"), "utf8").split("\n", 1);
    const filled = yaml(plan(2))
      .replaceAll(/"(\d\.\d)"/gu, "$1")
      .replace(/对应指标:\n +- 2\.3/u, "对应指标: 2.3");
    expect(filled).toMatch(/- 3\.1\n[\s\S]*对应指标: 2\.3\n/u);
    const editor = await openEditor(cwd, { "yaml.validate": true });
    expect(await editor.diagnose("plan.yaml", `${top}\n${filled}`)).toEqual([]);
    const wrong = await editor.diagnose("plan.yaml", `${top}\n${filled.replace("- 3.1", "- 9.9")}`);
    expect(wrong).toHaveLength(1);
    editor.close();
  });

  it("finds its schema by the line on top, in a folder below and under a Chinese name", async () => {
    const cwd = emptyFolder();
    await ptc(["schema", "--write"], { cwd });
    await ptc(["init", "长沙/我的推荐书.yaml"], { cwd });
    const text = readFileSync(path.join(cwd, "长沙/我的推荐书.yaml"), "utf8");
    const editor = await openEditor(cwd, { "yaml.validate": true, "yaml.completion": true, "yaml.hover": true });
    const marked = await editor.diagnose("长沙/我的推荐书.yaml", text.replace(/^推荐市州:.*$/mu, "推荐市州: 火星"));
    expect(marked.map(({ message }) => message).join()).toContain("长沙市");
    expect(marked.map(({ message }) => message).join()).not.toMatch(/20\d\d/u);
    editor.close();
  });
});
