import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { root } from "../../support/check.js";
import { HOSTILE } from "../../support/hostile-report.js";
import { type Element, type Page, readPage } from "../../support/html.js";
import { exampleTexts, pageOf } from "../../support/province.js";

const EXAMPLES = path.join(root, "examples/hunan-2024");
let text: string;
let page: Page;

const find = (...names: string[]) => page.all.filter(({ name }) => names.includes(name));
const section = (id: string) => page.all.find((each) => each.attribute("id") === id) as Element;
const table = (within: Element, caption: RegExp) =>
  within.find("table").find((each) => caption.test(each.find("caption")[0]?.text ?? "")) as Element;
const row = (of: Element, head: string) =>
  of.find("tr").find((each) => each.find("th").some((cell) => cell.seen.trim() === head)) as Element;

beforeAll(async () => {
  text = await pageOf(exampleTexts("application.yaml", "city", "tracking", "broken/字数超限.yaml"));
  page = readPage(text);
});

describe("as a document", () => {
  it("is well formed, in Chinese, and begins with what it is", () => {
    expect(page.errors).toEqual([]);
    expect(find("html")[0]?.attribute("lang")).toBe("zh-CN");
    expect(find("title")[0]?.text).toBe("湖南省市域产教联合体(2024年)全省情况");
    expect(find("h1")).toHaveLength(1);
    expect(find("header")[0]?.text).toContain("截至2026年1月10日。看了 16 份文件:推荐书 4 份、年度工作计划 4 份");
  });

  it("has landmarks, and headings that skip no level", () => {
    for (const name of ["header", "nav", "main", "footer"]) expect(find(name)).toHaveLength(1);
    const levels = find("h1", "h2", "h3", "h4").map(({ name }) => Number(name[1]));
    for (const [index, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
    const titles = find("h2").map((each) => each.text);
    expect(titles).toEqual([
      "1. 覆盖情况",
      "2. 联合体",
      "3. 报送、任务和提醒",
      "4. 年度数据",
      "5. 观测点核对",
      "6. 校验结果",
    ]);
  });

  it("has tables with captions and scopes, and charts in words", () => {
    expect(find("table").length).toBeGreaterThan(35);
    for (const each of find("table")) {
      expect(each.find("caption")[0]?.text.trim()).toBeTruthy();
      for (const head of each.find("th")) expect(["row", "col"]).toContain(head.attribute("scope"));
    }
    const charts = find("svg");
    expect(charts.length).toBeGreaterThan(90);
    for (const chart of charts)
      expect(chart.attribute("aria-hidden") === "true" || /\d/u.test(chart.attribute("aria-label") ?? "")).toBe(true);
  });

  it("links to places and files that are there", () => {
    const ids = page.all.flatMap((each) => each.attribute("id") ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = find("a").map((each) => each.attribute("href") ?? "");
    expect(targets.length).toBeGreaterThan(50);
    for (const target of targets) {
      if (target.startsWith("#")) expect(ids).toContain(target.slice(1));
      else expect(existsSync(path.join(EXAMPLES, decodeURIComponent(target))), target).toBe(true);
    }
  });

  it("loads nothing and runs nothing, and says so to the browser", () => {
    expect(find("script", "link", "img", "iframe", "object", "form", "base")).toEqual([]);
    const policy = find("meta").find((each) => each.attribute("http-equiv") === "Content-Security-Policy");
    const checksum = createHash("sha256")
      .update(find("style")[0]?.text ?? "")
      .digest("base64");
    expect(policy?.attribute("content")).toBe(
      `default-src 'none'; style-src 'sha256-${checksum}'; base-uri 'none'; form-action 'none'`,
    );
    expect(
      page.all.flatMap(({ attributes }) => attributes.filter(({ name }) => /^on|^style$|^src/u.test(name))),
    ).toEqual([]);
    expect(text).not.toMatch(/url\(|@import|https?:/u);
  });

  it("is the same bytes for the same files", async () => {
    expect(await pageOf(exampleTexts("application.yaml", "city", "tracking", "broken/字数超限.yaml"))).toBe(text);
  });
});

describe("what it shows", () => {
  it("maps industries by cities", () => {
    const map = table(section("coverage"), /14 个市州 × 16 个产业/u);
    const cities =
      map
        .find("tr")[0]
        ?.find("th")
        .map((each) => each.text) ?? [];
    const cell = (industry: string, city: string) =>
      row(map, industry).within.filter(({ name }) => name === "th" || name === "td")[cities.indexOf(city)];
    expect(cell("B1 工程机械", "长沙")?.text).toBe("核✓核心产业 有联合体服务 长沙市云麓湾工程机械产教联合体");
    expect(cell("A4 轻工纺织", "永州")?.seen).toBe("核✗");
    expect(cell("B2 轨道交通", "株洲")?.seen).toBe("核?");
    expect(cell("B2 轨道交通", "长沙")?.text).toBe("");
    expect(section("coverage").text).toContain("邵阳市、永州市、湘西土家族苗族自治州(3 个)。");
  });

  it("lists the published consortia and those of the files, with cities and where these are from", () => {
    const list = table(section("consortia"), /个联合体/u);
    expect(list.find("tr")).toHaveLength(1 + 21 + 4);
    expect(row(list, "衡阳市域产教联合体").text).toContain("衡阳市由园区推断");
    expect(row(list, "长沙市云麓湾工程机械产教联合体").text).toMatch(
      /^不在名单上.*长沙市长沙云麓湾高新技术产业开发区/u,
    );
    expect(row(list, "长沙市云麓湾工程机械产教联合体").find("a")).toHaveLength(7);
  });

  it("charts a figure by year from application and summaries", () => {
    const chart = table(section("figures"), /^共建专业 \(个\)/u);
    const drawn = row(chart, "长沙市云麓湾工程机械产教联合体").find("svg")[0];
    expect(drawn?.attribute("aria-label")).toBe("2022 年 18 个,2023 年 24 个,2024 年 28 个,2025 年 31 个(暂定)");
    const written = drawn?.find("text").map((each) => each.text);
    expect(written).toEqual(["2022", "2023", "2024", "2025", "18", "24", "28", "31 暂"]);
    const widths = drawn?.find("rect").map((each) => Number(each.attribute("width"))) ?? [];
    expect((widths[0] as number) / (widths[2] as number)).toBeCloseTo(18 / 28, 1);
    // most of the room is used
    expect(Math.max(...widths)).toBeGreaterThan(100);
    // one scale for all rows
    const other = row(chart, "株洲市渌岸湾新能源装备产教联合体").find("svg")[0]?.find("rect")[0];
    expect(Number(other?.attribute("width")) / (widths[0] as number)).toBeCloseTo(11 / 18, 1);
  });

  it("sets observation points beside one another", () => {
    const matrix = table(section("points"), /26 个观测点 × 4 份文件/u);
    expect(row(matrix, "长沙市云麓湾工程机械产教联合体").find("td")[0]?.text).toBe(
      "✓证人有数据支撑、有佐证、需人工评审",
    );
    expect(matrix.find("tr")[0]?.find("th")).toHaveLength(27);
  });

  it("tells what was filed, done and paid, and what calls for attention", () => {
    const year = table(section("filings"), /^2025 年/u);
    const cells = row(year, "株洲市渌岸湾新能源装备产教联合体")
      .find("td")
      .map((each) => each.text);
    expect(cells[1]).toMatch(/^迟 2025-07-08$/u);
    expect(cells[3]).toBe("已完成 3、未完成 3");
    expect(cells[4]).toMatch(/^没有完成任务 2 未完成/u);
    expect(cells[5]).toBe("运行经费 1900 / 1400 / 960 万元");
    const alerts = row(table(section("filings"), /严重/u), "株洲市渌岸湾新能源装备产教联合体");
    expect(alerts.text).toMatch(/严重 建议调出\(removal\) 2024、2025 连续 2 年没有完成年度工作计划/u);
    expect(alerts.find("a").some((each) => /年度工作总结\.yaml:\d+$/u.test(each.text))).toBe(true);
    expect(section("filings").text).toContain("对于连续两年不能完成年度工作计划的");
  });

  it("lists the findings with place, level, way out and clause", () => {
    const rows = section("findings")
      .find("tr")
      .map((each) => each.find("td").map((cell) => cell.text));
    const cells = rows.find(([where]) => where === "broken/字数超限.yaml:47") ?? [];
    expect(cells[1]).toBe("错误");
    expect(cells[2]).toContain("「产业园区主导产业情况」写了 236 字,上限 200 字,超出 36 字办法:从第 201 字");
    expect(cells[3]).toContain("附件3「产业园区主导产业情况(不超过200字)」");
  });

  it("stops at thirty findings of a file", async () => {
    const unknown = Array.from({ length: 40 }, (_, index) => `多余${index}: 1`).join("\n");
    page = readPage(await pageOf({ "a.yaml": `表单: hunan-2024/推荐书\n${unknown}\n` }));
    expect(section("findings").find("tr")).toHaveLength(31);
    expect(section("findings").text).toContain("还有 10 条没有列出");
  });
});

describe("links", () => {
  const HREF = /broken\/%E5%AD%97|broken\/字/u;
  const links = (of: string) =>
    readPage(of)
      .all.filter(({ name }) => name === "a")
      .map((each) => each.attribute("href") ?? "");

  it("are relative to where the page is", async () => {
    const texts = exampleTexts("broken/字数超限.yaml");
    const elsewhere = await pageOf(texts, { page: path.join(root, "examples/out/省/报告.html") });
    const found = links(elsewhere).filter((each) => HREF.test(decodeURIComponent(each)));
    expect(found.length).toBeGreaterThan(1);
    for (const each of found) expect(decodeURIComponent(each)).toBe("../../hunan-2024/broken/字数超限.yaml");
  });

  it("go to a repository on the web with the line, but not for what is outside of it", async () => {
    const linkBase = "https://git.example/省/repo/blob/main/";
    const [[, body = ""] = []] = Object.entries(exampleTexts("broken/字数超限.yaml"));
    const found = links(await pageOf({ "甲 #1.yaml": body, "../外.yaml": body, "<标准输入>": body }, { linkBase }));
    expect(found).toContain("https://git.example/省/repo/blob/main/%E7%94%B2%20%231.yaml#L47");
    expect(found.filter((each) => each.startsWith("https:")).every((each) => each.includes("%E7%94%B2"))).toBe(true);
    expect(found.every((each) => each.startsWith("https:") || each.startsWith("#"))).toBe(true);
  });
});

describe("names and telephone numbers", () => {
  const people = /林知远|苏景行|程若溪|13900000001|0731-55500001/u;

  it("are left out", () => {
    expect(text).not.toMatch(people);
  });

  it("are shown to whoever asks", async () => {
    page = readPage(await pageOf(exampleTexts("application.yaml"), { personal: true, published: false }));
    const shown = row(table(section("consortia"), /个联合体/u), "长沙市云麓湾工程机械产教联合体").text;
    expect(shown).toContain("联合体负责人:林知远");
    expect(shown).toContain("联合体负责人·联系方式:13900000001");
  });
});

describe("what somebody types", () => {
  /** An application and a plan with a text wherever one may be typed. */
  const filledWith = (typed: string, key: string) => {
    const lines = (city: string) =>
      [
        `联合体名称: ${JSON.stringify(typed)}`,
        `${city}: ${JSON.stringify(typed)}`,
        `依托园区: [${JSON.stringify(typed)}]`,
        `${JSON.stringify(`键${key}`)}: 1`,
      ].join("\n");
    return {
      [`夹/${typed}.yaml`]: `表单: hunan-2024/推荐书\n${lines("推荐市州")}\n`,
      "计划.yaml": `表单: hunan-2024/年度工作计划\n${lines("所在市州")}\n年度: 2025\n`,
    };
  };
  const kinds = (of: Page) => new Set(of.all.map(({ name }) => name));

  it.each(HOSTILE.map((each) => [each]))("%j stays text, in names, in files and in findings", async (hostile) => {
    const written = await pageOf(filledWith(hostile, hostile), { personal: true });
    page = readPage(written);
    expect(page.errors).toEqual([]);
    expect(page.all.flatMap(({ attributes }) => attributes.filter(({ name }) => name.startsWith("on")))).toEqual([]);
    // nothing that acts on whatever shows it
    expect(written).not.toMatch(/(?!\n)[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\p{Cs}]/u);
    for (const each of find("a"))
      expect(each.attribute("href")).not.toMatch(/^\s*(?:javascript|data|vbscript|https?):/iu);
    const harmless = kinds(readPage(await pageOf(filledWith("甲", "甲"), { personal: true })));
    expect([...kinds(page)].filter((name) => !harmless.has(name))).toEqual([]);
  });
});

it("stays small with all the published consortia and two years of theirs", async () => {
  const example = "长沙市云麓湾工程机械产教联合体";
  const own = exampleTexts("application.yaml", `tracking/${example}`);
  const texts: Record<string, string> = {};
  for (const published of Object.values(exampleTexts("published"))) {
    const name = /^联合体名称: (.*)$/mu.exec(published)?.[1] ?? "";
    for (const [file, body] of Object.entries(own))
      texts[`${name}/${path.basename(file)}`] = body.replaceAll(example, name);
  }
  expect(Object.keys(texts)).toHaveLength(147);
  const written = await pageOf(texts);
  expect(Buffer.byteLength(written)).toBeLessThan(1.6 * 1024 * 1024);
  page = readPage(written);
  expect(table(section("figures"), /^共建专业/u).find("svg")).toHaveLength(22);
});
