import { readFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { wordRenderer } from "../../src/index.js";
import { checkFiles, forms, root } from "../support/check.js";
import { readWord, texts, type WordDocument } from "../support/word.js";

// Every cell of the Word 推荐书 against the YAML, read by a reader of our own that knows nothing of
// how it was written. Expected texts are put together here from the raw YAML.

const FILE = "examples/hunan-2024/application.yaml";
// biome-ignore lint/suspicious/noExplicitAny: a test reads the raw YAML as it stands
let yaml: any;
let word: WordDocument;

beforeAll(async () => {
  yaml = parse(await readFile(path.join(root, FILE), "utf8"));
  const report = await checkFiles([FILE]);
  const document = report.documents[0];
  if (!document) throw new Error("not read");
  const fill = await wordRenderer(document.form, document.kindName, { forms });
  word = readWord(fill(document));
});

const list = (value: string | string[]) => [value].flat().join("、");
const plain = (text: string) => text.replaceAll("**", "").trim().split(/\n+/u);
const date = (text: string) => text.replace(/^(\d+)-0?(\d+)-0?(\d+)$/u, "$1年$2月$3日");
const members = (group: { 单位: string[]; 在校生数?: number } | string[]) =>
  (Array.isArray(group) ? { 单位: group } : group) as { 单位: string[]; 在校生数?: number };

describe("the cover", () => {
  it("has every line with its value and seals", () => {
    expect(word.tables[0]?.map(texts)).toEqual([
      ["联合体名称", yaml.联合体名称, ""],
      ["推荐市州", yaml.推荐市州, ""],
      ["依托园区", list(yaml.依托园区), "（公章）"],
      ["牵头学校", list(yaml.牵头学校), "（公章）"],
      ["牵头企业", list(yaml.牵头企业), "（公章）"],
      ["填表日期", date(yaml.填表日期), ""],
    ]);
  });
});

it("prints section 1 cell by cell", () => {
  const { 联合体概况: d } = yaml;
  const member = (label: string, key: string) => {
    const { 单位, 在校生数 } = members(d.成员[key]);
    return [label, 在校生数 === undefined ? String(单位.length) : `${单位.length}（${在校生数}）`, list(单位)];
  };
  expect(word.under("1.联合体概况").map(texts)).toEqual([
    ["联合体名称", yaml.联合体名称, "(拟)成立时间", date(d.成立时间)],
    ["联合体负责人", d.负责人.姓名, "职务及联系方式", `${d.负责人.职务}\n${d.负责人.联系方式}`],
    ["秘书处(办公室)情况", "秘书处所在单位", d.秘书处.所在单位, "秘书处负责人", d.秘书处.负责人],
    ["固定办公面积", `${d.秘书处.固定办公面积} m²`, "联系电话", d.秘书处.联系电话],
    [
      "人员总数",
      String(d.秘书处.人员总数),
      "专职人数",
      String(d.秘书处.专职人数),
      "兼职人数",
      String(d.秘书处.兼职人数),
    ],
    ["人员姓名", list(d.秘书处.人员姓名)],
    ["", "组成", "数量(在校生数)", "单位名称"],
    ["联合体成员情况", ...member("中职学校", "中职学校")],
    member("高职院校(含职教本科)", "高职院校"),
    member("普通本科学校", "普通本科学校"),
    member("政府部门", "政府部门"),
    member("企业", "企业"),
    member("科研机构", "科研机构"),
    [
      "已投入或拟投入运行经费总额(万元)",
      "2023年",
      String(d.运行经费[2023]),
      "2024年",
      String(d.运行经费[2024]),
      "2025年",
      String(d.运行经费[2025]),
    ],
    ["2024年拟投入运行经费来源(万元)", "牵头单位负担", String(d.经费来源.牵头单位负担)],
    ["政府核拨", String(d.经费来源.政府核拨)],
    ["其他成员负担", String(d.经费来源.其他成员负担)],
    ["其他途径", String(d.经费来源.其他途径)],
    ["2023年产业园区总产值(亿元)", String(d.园区总产值)],
    ["产业园区主导产业情况", ["(不超过200字)", ...plain(d.主导产业.情况)].join("\n")],
    ["联合体所在地制定支持职业教育政策及落实情况", ["(不超过500字)", ...plain(d.支持政策)].join("\n")],
  ]);
});

it("prints section 2 cell by cell", () => {
  const { 资源共建共享: a, 人才培养质量: b, 服务发展能力: c, 企业情况: e } = yaml.办学成效和服务能力;
  const years = (label: string, figures: Record<string, number>, unit = "") => [
    label,
    `${figures[2022]}${unit}`,
    `${figures[2023]}${unit}`,
  ];
  const narrative = (limit: number, text: string) => [`（不超过${limit}字）`, ...plain(text)].join("\n");
  const t = a.师资共建共享;
  const teachers = (who: string, what: string) => [`${t[who][2022][what]} ${what}`, `${t[who][2023][what]} ${what}`];
  expect(word.under("2.办学成效和服务能力").map(texts)).toEqual([
    ["", "项目名称", "2022年", "2023年"],
    ["资源共建共享", ...years("共建专业", a.共建专业, " 个")],
    years("共建课程", a.共建课程, " 个"),
    years("共建教材", a.共建教材, " 个"),
    years("共建实训基地", a.共建实训基地, " 个"),
    years("共建产业学院", a.共建产业学院, " 个"),
    ["师资共建共享", "企业兼职教师", ...teachers("企业兼职教师", "人次")],
    teachers("企业兼职教师", "课时数"),
    ["校际兼职教师", ...teachers("校际兼职教师", "人次")],
    teachers("校际兼职教师", "课时数"),
    years("教师企业实践", t.教师企业实践, " 人月"),
    ["教师教学团队获国家级奖励情况", narrative(100, a.教师教学团队获国家级奖励情况)],
    ["", "", "类 型", "2022年", "2023年"],
    ["人才培养质量", "联合培养情况", ...years("中国特色学徒制培养", b.联合培养情况.中国特色学徒制培养, " 人")],
    years("现场工程师培养", b.联合培养情况.现场工程师培养, " 人"),
    years("其他联合培养", b.联合培养情况.其他联合培养, " 人"),
    years("发布人才需求报告 (个)", b.发布人才需求报告),
    [
      "搭建人才供需信息平台,完善职业教育专业动态调整机制情况",
      ...[2022, 2023].map((year) => narrative(200, b["搭建人才供需信息平台、完善专业动态调整机制情况"][year])),
    ],
    [
      "联合体各类主体深度合作,及时把新方法、新技术、新工艺、新标准引入教育教学实践情况",
      ...[2022, 2023].map((year) => narrative(200, b.新方法新技术新工艺新标准引入教育教学实践情况[year])),
    ],
    years("联合体内企业设立学徒岗位占岗位总量的比例 (%)", b.学徒岗位占岗位总量比例),
    years("联合体内企业为学生提供实习实训量 (人月)", b.提供实习实训量),
    years("中高职贯通培养（人数）", b.中高职贯通培养),
    years("中高本衔接培养（人数）", b.中高本衔接培养),
    years(
      "联合体内普通本科学校招收中高职毕业生和企业一线优秀员工就读本科和专业学位研究生（人数）",
      b.普通本科学校招收中高职毕业生和企业员工,
    ),
    years("通过“文化素质+职业技能”考试招生学生升学比例（%）", b["文化素质+职业技能考试招生升学比例"]),
    years("联合体学校整体就业率（%）", b.整体就业率),
    ["职业院校技能大赛获奖情况", narrative(100, b.职业院校技能大赛获奖情况)],
    ["", "项目名称", "2022年", "2023年"],
    ["服务发展能力", ...years("共性技术服务平台（个）", c.共性技术服务平台)],
    [
      "校企合作开展技术研发的成果转化率（%）/到账经费（万元）",
      ...[2022, 2023].map((year) => `${c.技术研发成果转化[year].转化率}/${c.技术研发成果转化[year].到账经费}`),
    ],
    years("研究成果数量（个）", c.研究成果数量),
    years("技能鉴定量（人次）", c.技能鉴定量),
    years("大师工作室数量（个）", c.大师工作室数量),
    years("面向企业员工开展培训数（人日）", c.面向企业员工培训),
    years("面向农民工、退役军人、下岗职工等培训数（人日）", c["面向农民工、退役军人、下岗职工等培训"]),
    ["联合体企业情况", "企业职工总数（人）", String(e.企业职工总数)],
    ["企业资产总额（万元）", String(e.企业资产总额)],
    ["2023年企业销售总额（万元）", String(e.企业销售总额)],
    ["2023年校企合作产生的直接经济效益（万元）", String(e.校企合作直接经济效益)],
    ["规模以上企业数（个）", String(e.规模以上企业数)],
    ["限额以上企业数（个）", String(e.限额以上企业数)],
  ]);
});

it("prints both narratives with their limits, the pledge and the signature lines", () => {
  const PLEDGE = "产教联合体各成员单位近3年内在招生、就业、安全等领域未发生过违法或重大违规事件。";
  expect(word.under("3.特色与创新").map(texts)).toEqual([
    [["(2000字以内)", ...plain(yaml.特色与创新), PLEDGE, ""].join("\n")],
  ]);
  expect(word.under("4.建设规划").map(texts)).toEqual([[["(1000字以内)", ...plain(yaml.建设规划)].join("\n")]]);
  const last = word
    .under("5.申报承诺")
    .map((row) => texts(row).map((text) => text.replaceAll(/[\s\u3000]+/gu, " ").trim()));
  expect(last).toEqual([
    [
      "申报单位承诺",
      "我承诺：前述所填报数据、内容均真实、准确、有效，并自愿接受有关方面核查。如有弄虚作假或其他违规行为，自愿退出认定，并接受处理。 负责人签字 公章 年 月 日",
    ],
    ["地方教育行政部门意见", "推荐意见： 地方教育行政部门负责人签字 公章 年 月 日"],
  ]);
});

describe("the prescribed type", () => {
  it("is 仿宋_GB2312 小四, exactly 16 pt, on A4 with mirrored margins and a gutter", () => {
    const styles = word.part("word/styles.xml");
    expect(styles).toMatch(/<w:rFonts[^>]*w:eastAsia="仿宋_GB2312"/u);
    expect(styles).toContain('<w:sz w:val="24"/>');
    expect(styles).toMatch(/<w:spacing[^>]*w:line="320"[^>]*w:lineRule="exact"/u);
    expect(word.part("word/settings.xml")).toContain("<w:mirrorMargins/>");
    const section = word.part("word/document.xml");
    expect(section).toMatch(/<w:pgSz w:w="11906" w:h="16838"/u);
    expect(section).toMatch(/<w:pgMar[^>]*w:gutter="340"/u);
  });

  it("has real footnotes that start again on each page, with the printed wording", () => {
    expect(word.part("word/document.xml")).toContain('<w:numRestart w:val="eachPage"/>');
    const notes = word.part("word/footnotes.xml").replace(/<[^>]+>/gu, "");
    for (const note of [
      "联合体负责人指所在产业园区管委会负责同志。",
      "2024—2025年数据为申报单位承诺的建成数据",
      "规模以上工业：指年主营业务收入在2000万元及以上的工业企业。",
      "④餐饮业：年主营业务收入200万元以上。",
    ]) {
      expect(notes).toContain(note);
    }
    expect(word.part("word/document.xml").match(/<w:footnoteReference /gu)).toHaveLength(4);
  });
});

describe("tables that run on to a next page", () => {
  const rowsOf = (xml: string) => xml.match(/<w:tr>.*?<\/w:tr>/gsu) ?? [];

  it("repeat their header row, which shares no cell with the rows below", () => {
    const headers = rowsOf(word.part("word/document.xml")).filter((row) => row.includes("<w:tblHeader/>"));
    expect(headers.map((row) => row.replace(/<[^>]*>/gu, ""))).toEqual([
      "组成数量(在校生数)单位名称",
      "项目名称2022年2023年",
      "类 型2022年2023年",
      "项目名称2022年2023年",
    ]);
    for (const row of headers) expect(row).not.toContain("w:vMerge");
  });

  it("split only rows with much text", () => {
    const whole = rowsOf(word.part("word/document.xml")).filter((row) => row.includes("<w:cantSplit/>"));
    const text = whole.join("");
    for (const label of ["固定办公面积", "单位名称", "产业园区主导产业情况", "职业院校技能大赛获奖情况"])
      expect(text).toContain(`>${label}<`);
    for (const label of ["联合体所在地制定支持职业教育政策及落实情况", "(2000字以内)"])
      expect(text).not.toContain(`>${label}<`);
  });
});

describe("filling", () => {
  it("leaves no tag behind, in a full form or a blank one", async () => {
    const form = await forms.open("hunan-2024");
    if (!form) throw new Error("no form");
    const blank = readWord((await wordRenderer(form, "推荐书", { forms }))(undefined));
    expect(blank.part("word/document.xml")).not.toContain("{{");
    expect(blank.under("1.联合体概况").map(texts)[3]).toEqual(["固定办公面积", " m²", "联系电话", ""]);
    expect(word.part("word/document.xml")).not.toContain("{{");
  });

  it("gives the same bytes for the same input", async () => {
    const report = await checkFiles([FILE]);
    const document = report.documents[0];
    if (!document) throw new Error("not read");
    const once = (await wordRenderer(document.form, document.kindName, { forms }))(document);
    const again = (await wordRenderer(document.form, document.kindName, { forms }))(document);
    expect(Buffer.compare(once, again)).toBe(0);
  });

  it("puts hostile text into the page as text", async () => {
    const { checkTexts } = await import("../support/check.js");
    const name = "<w:p>&amp;]]>{{推荐市州}}“引号”";
    const { documents } = await checkTexts(
      { "a.yaml": `表单: hunan-2024/推荐书\n联合体名称: '${name}'\n` },
      { draft: true },
    );
    const [document] = documents;
    if (!document) throw new Error("not read");
    const filled = readWord(
      (await wordRenderer(document.form, document.kindName, { forms }))(document, "草稿:不得报送"),
    );
    expect(filled.tables[0]?.map(texts)[0]).toEqual(["联合体名称", name, ""]);
    expect(filled.part("word/header1.xml")).toContain("草稿:不得报送");
  });
});
