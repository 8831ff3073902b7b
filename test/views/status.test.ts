import { describe, expect, it } from "vitest";
import { type FormDocument, type Status, status } from "../../src/index.js";
import { documentWith } from "../support/application.js";
import { checkTexts } from "../support/check.js";

async function of(text: string): Promise<Status> {
  const report = await checkTexts({ "甲.yaml": `表单: hunan-2024/推荐书\n${text}` });
  return status(report.documents[0] as FormDocument);
}

function section(found: Status, title: string) {
  return found.sections.find((each) => each.title === title);
}

describe("an application not begun", () => {
  it("has everything to fill and is called by its form", async () => {
    const found = await of("");
    expect(found).toMatchObject({ file: "甲.yaml", name: "湘教通〔2024〕23号 附件3", filled: 0 });
    expect(found.total).toBeGreaterThan(90);
    expect(found.sections.map(({ title }) => title)).toEqual(["封面和文字部分", "联合体概况", "办学成效和服务能力"]);
    for (const { filled, total, missing } of found.sections) {
      expect(filled).toBe(0);
      // a figure of two years counts twice and is listed by its own label
      expect(missing.length).toBeGreaterThan(0);
      expect(missing.length).toBeLessThanOrEqual(total);
    }
  });

  it("does not ask for what may stay empty", async () => {
    const missing = (await of("")).sections.flatMap((each) => each.missing);
    expect(missing).toContain("联合体名称");
    for (const optional of ["推荐意见", "支撑材料", "情况说明", "对应的现代化产业", "表单"])
      expect(missing).not.toContain(optional);
  });

  it("names each missing field so that it can be found", async () => {
    expect(section(await of(""), "联合体概况")?.missing.join()).toMatch(/成立时间/u);
  });
});

describe("an application on its way", () => {
  it("counts what is filled, by section", async () => {
    const before = await of("");
    const found = await of(
      "联合体名称: 甲联合体\n牵头学校: 甲、乙\n推荐市州: \n近三年无违法违规: false\n联合体概况:\n  秘书处: {人员总数: 0}\n",
    );
    expect(found.name).toBe("甲联合体");
    expect(found.filled).toBe(4);
    expect(found.total).toBe(before.total);
    expect(section(found, "封面和文字部分")).toMatchObject({ filled: 3 });
    expect(section(found, "联合体概况")?.missing).not.toContain("人员总数");
    expect(section(found, "封面和文字部分")?.missing).toContain("推荐市州");
  });

  it("counts what may stay empty once it is filled", async () => {
    const before = await of("");
    const found = await of("推荐意见: 同意推荐\n");
    expect([found.filled, found.total]).toEqual([1, before.total + 1]);
  });

  it("is done when every field is filled", async () => {
    const found = status(await documentWith({}));
    expect(found.filled).toBe(found.total);
    expect(found.sections.flatMap(({ missing }) => missing)).toEqual([]);
  });
});

describe("words of the texts with a limit", () => {
  it("lists every such text in printed order", async () => {
    const limits = (await of("")).texts.map(({ limit }) => limit);
    expect(limits).toEqual([200, 500, 100, 200, 200, 200, 200, 100, 2000, 1000]);
  });

  it("counts as Word does, without markup, and tells the years apart", async () => {
    const found = await of("建设规划: |\n  **到2025年**建成。\n  # 目标\n特色与创新: 5\n");
    expect(found.texts.find(({ name }) => name === "建设规划")).toEqual({ name: "建设规划", words: 8, limit: 1000 });
    expect(found.texts.find(({ name }) => name === "特色与创新")?.words).toBe(1);
    expect(new Set(found.texts.map(({ name }) => name)).size).toBe(found.texts.length);
  });
});
