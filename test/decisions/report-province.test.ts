import { describe, expect, it } from "vitest";
import type { Ledger } from "../../src/index.js";
import type { Alert, TaskLedger, YearLedger } from "../../src/model/ledger.js";
import type { ConsortiumProfile, FigureSeries, Province } from "../../src/model/province.js";
import { barCharts } from "../../src/report/province/bar-chart.js";
import { checklistsSection } from "../../src/report/province/checklists.js";
import { consortiaSection } from "../../src/report/province/consortia.js";
import { figuresSection } from "../../src/report/province/figures.js";
import { filingsSection } from "../../src/report/province/filings.js";
import { findingsSection } from "../../src/report/province/findings.js";
import { provinceHtml } from "../../src/report/province/html.js";
import { html, join } from "../../src/report/province/html-template.js";
import { fileLink, placeLink } from "../../src/report/province/links.js";
import { taskBar } from "../../src/report/province/task-bar.js";
import { readPage } from "../support/html.js";
import { presentation } from "../support/presentation.js";
import { finding, range } from "../support/report.js";

// The sections of the province's page: escaping, links, folded evidence, empty sections.

const href = (file: string, line: number) => (file === "无.yaml" ? undefined : `${file}#L${line}`);
const seen = (markup: { text: string }) =>
  readPage(markup.text)
    .all.filter(({ name }) => name === "body")
    .map((body) => body.seen.replace(/\s+/gu, " ").trim())
    .join();

describe("what is put into a template", () => {
  it.each<[unknown, string]>([
    ["<b>&\"'", "&lt;b&gt;&amp;&quot;&#39;"],
    ["a\u001b\u202e\n", "a␛&lt;U+202E&gt;␊"],
    ["\ufdd0\uffff", "&lt;U+FDD0&gt;&lt;U+FFFF&gt;"],
    [0, "0"],
    [undefined, ""],
    [[1, "<", [undefined, "b"]], "1&lt;b"],
    [html`<b>${"<"}</b>`, "<b>&lt;</b>"],
  ])("%j becomes %j", (content, text) => {
    expect(html`${content as string}`.text).toBe(text);
  });

  it("stands apart from what follows", () => {
    expect(html`${join(["a", "b", "c"], html`<br>`)}`.text).toBe("a<br>b<br>c");
    expect(html`${join([], "x")}`.text).toBe("");
  });
});

it.each([
  ["甲.yaml", '<a class="place" href="甲.yaml#L3">甲.yaml:3</a>'],
  ["无.yaml", '<span class="place">无.yaml:3</span>'],
  ['"<.yaml', '<a class="place" href="&quot;&lt;.yaml#L3">&quot;&lt;.yaml:3</a>'],
])("links to %s where there is something", (file, text) => {
  expect(placeLink(href, { file, line: 3 }).text).toBe(text);
  expect(fileLink(href, file).text).toBe(text.replace("#L3", "#L1").replace(":3<", "<"));
});

describe("findings", () => {
  const shown = (number: number) =>
    findingsSection(
      Array.from({ length: number }, () => finding()),
      href,
    ).text;

  it.each([
    [29, 29, undefined],
    [30, 30, undefined],
    [31, 30, "还有 1 条没有列出"],
  ])("%d of a file: %d are shown", (number, rows, rest) => {
    expect(shown(number).match(/<tr><td>/gu)).toHaveLength(rows);
    if (rest === undefined) expect(shown(number)).not.toContain("还有");
    else expect(shown(number)).toContain(rest);
  });

  it("are counted by severity, file by file, with what there is to say", () => {
    const other = { file: "乙.yaml", place: range(7), message: "那里" };
    const text = findingsSection(
      [
        finding({ severity: "warning", hint: "办", clause: "条", related: [other] }),
        finding(),
        finding({ file: "乙.yaml" }),
      ],
      href,
    ).text;
    expect(text.match(/<caption>.*<\/caption>/gu)).toEqual([
      "<caption>1 个错误,1 个警告</caption>",
      "<caption>1 个错误,0 个警告</caption>",
    ]);
    expect(text).toContain(
      '<td class="short warning">警告</td><td>说明<br>办法:办<br>另见 <a class="place" href="乙.yaml#L7">',
    );
    expect(text).toContain("<td>条</td><td>word-limit</td>");
    expect(text.match(/办法/gu)).toHaveLength(1);
    expect(findingsSection([], href).text).toBe("<p>没有发现问题。</p>");
  });
});

const alert = (places: number, over: Partial<Alert> = {}): Alert => ({
  ...{ id: "late", severity: "attention", year: 2025, message: "迟" },
  evidence: Array.from({ length: places }, (_, at) => ({ file: "甲.yaml", line: at + 1, pointer: "", message: "处" })),
  ...over,
});
const filing = (over: object = {}) =>
  ({
    role: "plan",
    kind: "计划",
    due: "2025-01-20",
    state: "missing",
    word: "given",
    pdf: "given",
    ...over,
  }) as YearLedger["filings"][number];
const year = (over: Partial<YearLedger> = {}): YearLedger => ({
  ...{
    year: 2025,
    filings: [filing()],
    tasks: [],
    fulfilled: "unknown",
    reasons: ["因为"],
    amounts: [],
    figures: [],
    examples: [],
  },
  ...over,
});
const ledger = (over: Partial<Ledger> = {}, years = [year()], alerts: Alert[] = []): Ledger => ({
  ...{ presentation, today: "2025-12-30", absent: [], leftOut: [] },
  consortia: [{ name: "甲", form: "f", documents: [], years, alerts }],
  ...over,
});

describe("filings", () => {
  it.each([
    [0, false, 0],
    [3, false, 3],
    [4, true, 4],
  ])("evidence of %d places is folded away: %s", (places, folded, links) => {
    const text = filingsSection(ledger({}, [year()], [alert(places)]), href).text;
    expect(text.includes("<details>")).toBe(folded);
    expect(text.match(/>甲\.yaml:\d</gu) ?? []).toHaveLength(links);
    expect(text.includes("<ul><li>")).toBe(places > 0);
  });

  it.each<[Alert["severity"], string]>([
    ["serious", '<span class="tag error">严重</span> <b>迟报(late)</b> 2025 年:迟'],
    ["attention", '<span class="tag warning">注意</span> <b>迟报(late)</b> 2025 年:迟'],
    ["note", '<span class="tag ">说明</span> <b>迟报(late)</b> 2025 年:迟'],
  ])("an alert that is %s", (severity, markup) => {
    expect(filingsSection(ledger({}, [year()], [alert(0, { severity })]), href).text).toContain(markup);
  });

  it.each<[YearLedger["filings"][number]["state"], string]>([
    ["filed", "served"],
    ["late", "unknown"],
    ["draft", "unknown"],
    ["missing", "unserved"],
    ["due", ""],
    ["excused", ""],
  ])("a filing that is %s", (state, tone) => {
    expect(filingsSection(ledger({}, [year({ filings: [filing({ state })] })]), href).text).toContain(
      `<td class="short ${tone}">`,
    );
  });

  it.each<[YearLedger["fulfilled"], string]>([
    ["yes", '<td class="served">完成'],
    ["no", '<td class="unserved">没有完成'],
    ["unknown", '<td class="">不明'],
  ])("a plan that is fulfilled: %s", (fulfilled, cell) => {
    expect(filingsSection(ledger({}, [year({ fulfilled })]), href).text).toContain(cell);
  });

  it("say why only in a year of which something was filed, and link to it", () => {
    expect(filingsSection(ledger(), href).text).not.toContain("因为");
    const text = filingsSection(
      ledger({}, [year({ filings: [filing({ file: "p.yaml", state: "draft" })] })]),
      href,
    ).text;
    expect(text).toContain("<br><small>因为</small>");
    expect(text).toContain('<a class="place" href="p.yaml#L1">草稿,没有报</a>');
  });

  it("show the latest year first, money where there is some, and nothing where there is nothing", () => {
    const amounts = [
      { title: "经费", unit: "万元" },
      { title: "经费", unit: "万元", planned: { value: 5, file: "a", line: 1, pointer: "" } },
    ];
    const text = filingsSection(ledger({}, [year({ year: 2024 }), year({ amounts })]), href).text;
    expect(text.match(/<h3>\d{4} 年/gu)).toEqual(["<h3>2025 年", "<h3>2024 年"]);
    expect(text).toContain("<td>-<br>经费 - / 5 / - 万元</td>");
    expect(text).toContain("<p>没有。</p>");
    expect(filingsSection(ledger({}, []), href).text).toContain("没有入选后要报计划和总结的联合体");
  });

  it("list consortia without files, files left out, and each clause once", () => {
    const of = ledger(
      {
        absent: [
          { no: 1, name: "一", city: "长沙市" },
          { no: 2, name: "二", city: "长沙市" },
        ],
        leftOut: [
          { file: "笔记.yaml", line: 2, message: "没写" },
          { file: "无.yaml", message: "找不到" },
        ],
      },
      [year()],
      [alert(0, { clause: "第4条" }), alert(0, { clause: "第4条" })],
    );
    const text = filingsSection(of, href).text;
    expect(text).toContain("<li>长沙市:1 一、2 二</li>");
    expect(text).toContain(
      '<li><a class="place" href="笔记.yaml#L2">笔记.yaml:2</a> 没写</li><li><span class="place">无.yaml</span> 找不到</li>',
    );
    expect(text.match(/第4条/gu)).toHaveLength(1);
    expect(text).toContain("<caption>注意 2</caption>");
    expect(filingsSection(ledger(), href).text).not.toMatch(/没有给出任何文件|没有计入|依据/u);
  });
});

describe("tasks", () => {
  const task = (over: object = {}) =>
    ({ id: 1, content: "", points: [], origin: { file: "a", line: 1, pointer: "" }, ...over }) as TaskLedger;
  const said = (state: string, label: string) => ({ state, label, origin: { file: "a", line: 1, pointer: "" } });
  const bar = (...tasks: TaskLedger[]) => taskBar(year({ tasks }), presentation).text;

  it.each<[string, TaskLedger[], string, string[]]>([
    ["none", [], "-", []],
    ["not answered", [task(), task()], "没有答复 2", ["silent 0 120"]],
    [
      "by half-time",
      [task({ interim: said("done", "已完成") }), task()],
      "已完成 1、没有答复 1(半年)",
      ["done 0 60", "silent 60 60"],
    ],
    [
      "by the year's end",
      [
        task({ interim: said("failed", "未完成"), final: said("done", "已完成") }),
        task({ final: said("open", "进行中") }),
        task({ interim: said("done", "已完成") }),
      ],
      "已完成 1、进行中 1、没有答复 1",
      ["done 0 40", "open 40 40", "silent 80 40"],
    ],
  ])("%s", (_, tasks, words, rects) => {
    const text = bar(...tasks);
    expect(text.replace(/<[^>]*>/gu, "")).toBe(words);
    expect(
      [...text.matchAll(/<rect class="(\w+)" x="([\d.]+)" y="0" width="([\d.]+)"/gu)].map((match) =>
        match.slice(1).join(" "),
      ),
    ).toEqual(rects);
  });
});

describe("figures", () => {
  const series = (values: [number, number, boolean?][], over: Partial<FigureSeries> = {}): FigureSeries => ({
    ...{ name: "课程", unit: "个", years: [...new Set(values.map(([at]) => at))] },
    consortia: [
      { name: "甲", values: values.map(([at, value, provisional = false]) => ({ year: at, value, provisional })) },
    ],
    ...over,
  });
  const drawn = (of: FigureSeries) => barCharts(of).chart(of.consortia[0]?.values ?? []).text;
  const widths = (of: FigureSeries) =>
    [...drawn(of).matchAll(/<rect class="([^"]*)" x="32" y="([\d.]+)" width="([\d.]+)"/gu)].map((match) =>
      match.slice(1).join(" "),
    );

  it("are bars on one scale from nothing, the longest within the chart", () => {
    expect(
      widths(
        series([
          [2023, 50],
          [2024, 100, true],
        ]),
      ),
    ).toEqual(["bar 1.3 76", "bar provisional 14.7 152"]);
    expect(widths(series([[2023, 0]]))).toEqual(["bar 1.6 0"]);
    expect(widths(series([[2023, -5]]))).toEqual(["bar 1.6 0"]);
  });

  it("are told in words too", () => {
    const text = drawn(
      series([
        [2023, 50],
        [2024, 100.5, true],
      ]),
    );
    expect(text).toContain('aria-label="2023 年 50 个,2024 年 100.5 个(暂定)"');
    expect(text).toContain(">50</text>");
    expect(text).toContain(">100.5 暂</text>");
  });

  it("have their unit in the caption, unless their name tells it", () => {
    const caption = (over: Partial<FigureSeries>) =>
      /<caption>(.*)<\/caption>/u.exec(
        figuresSection([{ title: "组", figures: [series([[2023, 1]], over)] }], presentation).text,
      )?.[1];
    expect(caption({})).toBe("课程 <small>(个)</small>");
    expect(caption({ unit: "人次", name: "教师·人次" })).toBe("教师·人次");
    expect(caption({ unit: undefined as never })).toBe("课程");
    expect(figuresSection([], presentation).text).toBe("<p>文件里还没有填年度数据。</p>");
  });
});

describe("consortia", () => {
  const profile = (over: Partial<ConsortiumProfile> = {}): ConsortiumProfile => ({
    ...{ name: "甲", inferred: false, parks: ["一园", "二园"], leads: [], files: [], personal: [] },
    ...over,
  });

  const section = (...consortia: ConsortiumProfile[]) =>
    consortiaSection({ consortia, presentation, parksLabel: "依托园区" }, href);

  it("have a column of people only when there are some to show", () => {
    expect(section(profile()).text).not.toContain("人员和电话");
    const text = section(profile(), profile({ personal: [{ label: "负责人", text: "张<三" }] })).text;
    expect(text).toContain("人员和电话");
    expect(text).toContain("<td>负责人:张&lt;三</td>");
  });

  it("are as they are known", () => {
    const known = seen(section(profile({ city: "长沙市", inferred: true, published: 3, files: ["a.yaml"] })));
    expect(known).toContain("3甲长沙市由园区推断一园二园a.yaml");
    expect(seen(section(profile()))).toContain("不在名单上甲不明一园二园没有");
  });
});

it("sets points beside each other, in the tone of their data", () => {
  const point = (status: string[]) => ({ id: "1.1", text: "内容", status, criteria: [] });
  const list = (name: string, ...status: string[]) => ({
    file: "f.yaml",
    name,
    title: "指标",
    groups: [{ name: "", points: [point(status)] }],
  });
  const lists = [
    list("甲", "有数据支撑", "有佐证"),
    list("", "部分支撑", "需人工评审"),
    list("丙", "不满足"),
    list("丁", "缺失"),
  ] as never;
  const text = checklistsSection(lists, presentation).text;
  const cells = [
    ...text.matchAll(/<th scope="row">([^<]*)<\/th><td class="(\w*)"><span aria-hidden="true">([^<]*)</gu),
  ].map((match) => match.slice(1));
  expect(cells).toEqual([
    ["甲", "served", "✓证"],
    ["f.yaml", "unknown", "△人"],
    ["丙", "unserved", "✗"],
    ["丁", "", "缺"],
  ]);
  expect(text.match(/(?<=<td class="number">)\d+/gu)).toEqual(["1", "1", "1", "1", "1", "1"]);
  expect(checklistsSection([], presentation).text).toContain("没有可以核对的");
});

describe("the page", () => {
  const province = (over: Partial<Province> = {}): Province => ({
    ...{ title: "题<1>", today: "2025-12-30", files: 2, checked: 2, kinds: [{ kind: "计划", count: 2 }] },
    ...{ presentation, parksLabel: "依托园区", consortia: [], figures: [], checklists: [], diagnostics: [] },
    ...over,
  });
  const text = (over: Partial<Province> = {}) => provinceHtml(province(over), href);

  it("tells how many files could be checked", () => {
    expect(text()).toContain("看了 2 份文件:计划 2 份。");
    expect(text({ checked: 1 })).toContain("看了 2 份文件:计划 2 份,另有 1 份没能检查。");
    expect(text({ kinds: [], checked: 0 })).toContain("看了 2 份文件,另有 2 份没能检查。");
  });

  it("has the sections there is something for, numbered", () => {
    const headings = (of: string) => [...of.matchAll(/<h2[^>]*>([^<]*)/gu)].map(([, title]) => title);
    expect(headings(text())).toEqual(["1. 联合体", "2. 年度数据", "3. 观测点核对", "4. 校验结果"]);
    expect(headings(text({ ledger: ledger() }))).toContain("2. 报送、任务和提醒");
    expect(text()).toContain("<title>题&lt;1&gt;全省情况</title>");
  });

  it("sums up", () => {
    const profile = { name: "甲", inferred: false, parks: [], leads: [], personal: [] };
    const stats = (over: Partial<Province>) =>
      [...text(over).matchAll(/<dt>([^<]*)<\/dt><dd>([^<]*)<\/dd>/gu)].map((match) => match.slice(1).join(" "));
    expect(
      stats({ consortia: [{ ...profile, files: [] }], diagnostics: [finding(), finding({ severity: "warning" })] }),
    ).toEqual(["联合体 1 个", "没有给出文件的联合体 1 个", "校验 1 个错误,1 个警告"]);
    const listed = [
      { ...profile, files: ["a"], published: 1 },
      { ...profile, files: [] },
    ];
    expect(stats({ consortia: listed, ledger: ledger() })).toEqual([
      "联合体 2 个(公布名单上 1 个)",
      "没有给出文件的联合体 1 个",
      "提醒 没有",
      "校验 0 个错误,0 个警告",
    ]);
    expect(stats({ ledger: ledger({}, [], [alert(0)]) })).toContain("提醒 注意 1");
  });
});
