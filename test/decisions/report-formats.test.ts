import { describe, expect, it } from "vitest";
import { concise, type Diagnostic, github, json, junit, markdown, sarif } from "../../src/index.js";
import type { DiagnosticId } from "../../src/model/diagnostic-ids.js";
import { finding, range, reportOf } from "../support/report.js";
import { find, parseXml } from "../support/xml.js";

// How each report format prints a finding: severity, place, related places, and escaping.

const unreadable = finding({ ruleId: "file/unreadable", file: "没有.yaml", pointer: "", message: "找不到" });
const warning = (over: Partial<Diagnostic> = {}) => finding({ severity: "warning", ...over });

describe("concise", () => {
  it("is a line for each finding and nothing else", () => {
    expect(
      concise(reportOf([finding({ place: range(3, 5) }), warning({ file: "乙\n.yaml", message: "a\u001bb" })])),
    ).toBe("甲.yaml:3:5: 错误 word-limit 说明\n乙␊.yaml:1:1: 警告 word-limit a␛b\n");
    expect(concise(reportOf([]))).toBe("");
  });
});

describe("github", () => {
  it.each<[string, Diagnostic, string]>([
    [
      "an error",
      finding({ place: range(3, 5, 3, 7) }),
      "::error file=甲.yaml,line=3,endLine=3,col=5,endColumn=7,title=word-limit::说明\n",
    ],
    [
      "a warning over lines",
      warning({ place: range(3, 5, 4, 7) }),
      "::warning file=甲.yaml,line=3,endLine=4,title=word-limit::说明\n",
    ],
    [
      "with a way out and a clause",
      finding({ hint: "办", clause: "条" }),
      "::error file=甲.yaml,line=1,endLine=1,col=1,endColumn=2,title=word-limit::说明%0A办法:办%0A依据:条\n",
    ],
    [
      "with signs in its file",
      finding({ file: "a,b:c%d\n" }),
      "::error file=a%2Cb%3Ac%25d␊,line=1,endLine=1,col=1,endColumn=2,title=word-limit::说明\n",
    ],
    [
      "with signs in its message",
      finding({ message: "a%b,c:d\r\ne" }),
      "::error file=甲.yaml,line=1,endLine=1,col=1,endColumn=2,title=word-limit::a%25b,c:d␍␊e\n",
    ],
  ])("%s", async (_, each, line) => {
    expect(await github(reportOf([each]))).toBe(line);
  });

  it("names the other places", async () => {
    const related = [{ file: "乙.yaml", place: range(7, 2), message: "那里" }];
    expect(await github(reportOf([finding({ related })]))).toContain("%0A另见:乙.yaml:7:2  那里");
  });
});

describe("json", () => {
  const of = (...args: Parameters<typeof reportOf>) => JSON.parse(json(reportOf(...args)));

  it("counts each file by itself, and all together", () => {
    const found = of([finding(), finding(), warning(), warning({ file: "乙.yaml" }), warning({ file: "别处.yaml" })], {
      files: ["甲.yaml", "乙.yaml", "丙.yaml"],
      documents: [],
      waived: 2,
    });
    expect(found.files).toEqual([
      { file: "甲.yaml", form: null, errors: 2, warnings: 1 },
      { file: "乙.yaml", form: null, errors: 0, warnings: 1 },
      { file: "丙.yaml", form: null, errors: 0, warnings: 0 },
    ]);
    expect(found.summary).toEqual({ files: 3, checked: 0, errors: 2, warnings: 3, waived: 2, waivers: null });
    expect(of([]).summary.waived).toBe(0);
  });

  it("tells of drafts how much is open, and of others that it is not known", () => {
    const remaining = new Map([["甲.yaml", 0]]);
    expect(of([], { files: ["甲.yaml", "乙.yaml"], documents: [], remaining }).files).toMatchObject([
      { remaining: 0 },
      { remaining: null },
    ]);
    expect(of([], { files: ["甲.yaml"], documents: [] }).files[0]).not.toHaveProperty("remaining");
  });

  it("escapes control characters", () => {
    const text = json(reportOf([finding({ message: "\u001b\u202e\u007f" })], { documents: [] }));
    expect(text).toContain("\\u001b\\u202e\\u007f");
    expect(JSON.parse(text).diagnostics[0].message).toBe("\u001b\u202e\u007f");
  });
});

describe("junit", () => {
  const suites = async (...args: Parameters<typeof reportOf>) => {
    const [top] = parseXml(await junit(reportOf(...args))).children;
    if (!top) throw new Error("no suites");
    return { top, suites: find(top, "testsuite") };
  };

  it.each<[string, Diagnostic[], [tests: string, failures: string, errors: string]]>([
    ["nothing found", [], ["1", "0", "0"]],
    ["an error", [finding()], ["1", "1", "0"]],
    ["a warning", [warning()], ["1", "0", "0"]],
    ["both", [finding(), warning()], ["2", "1", "0"]],
    ["one that cannot be read", [{ ...unreadable, file: "甲.yaml" }], ["1", "0", "1"]],
    ["that and an error", [{ ...unreadable, file: "甲.yaml" }, finding()], ["2", "1", "1"]],
  ])("%s", async (_, findings, counted) => {
    const { top, suites: found } = await suites(findings, { files: ["甲.yaml"] });
    for (const each of [top, found[0]])
      expect([each?.attributes.tests, each?.attributes.failures, each?.attributes.errors]).toEqual(counted);
    expect(find(top, "testcase")).toHaveLength(Number(counted[0]));
  });

  it("fails for errors, passes with a word for warnings, and tells apart what could not be read", async () => {
    const { top } = await suites([finding(), warning(), { ...unreadable, file: "甲.yaml" }]);
    expect(find(top, "testcase").map(({ children }) => children.map(({ name }) => name))).toEqual([
      ["failure"],
      ["system-out"],
      ["error"],
    ]);
  });

  it("names each case once, without its line", async () => {
    const { top } = await suites([
      finding(),
      finding({ place: range(9) }),
      finding({ pointer: "/乙" }),
      finding({ file: "乙.yaml" }),
    ]);
    expect(find(top, "testcase").map(({ attributes }) => [attributes.classname, attributes.name])).toEqual([
      ["甲.yaml", "word-limit /甲"],
      ["甲.yaml", "word-limit /甲 (2)"],
      ["甲.yaml", "word-limit /乙"],
      ["乙.yaml", "word-limit /甲"],
    ]);
    expect(find((await suites([finding({ pointer: "" })])).top, "testcase")[0]?.attributes.name).toBe("word-limit");
  });

  it("says where and what, escaped", async () => {
    const { top } = await suites([finding({ message: '<a b="c">&\u001b\uffff', place: range(3, 4), hint: "]]>" })]);
    const [failure] = find(top, "failure");
    expect(failure?.attributes).toEqual({ message: '<a b="c">&␛<U+FFFF>', type: "word-limit" });
    expect(failure?.text).toBe('甲.yaml:3:4  错误  word-limit\n<a b="c">&␛<U+FFFF>\n办法:]]>');
  });
});

describe("sarif", () => {
  const rules = async (...args: Parameters<typeof reportOf>) =>
    JSON.parse(sarif(reportOf(...args), { version: "1.2.3" })).runs[0];

  it.each<[string, Diagnostic[], boolean]>([
    ["nothing", [], true],
    ["an error", [finding()], true],
    ["one that cannot be read", [finding(), unreadable], false],
  ])("was a success with %s found: %s", async (_, findings, successful) => {
    expect((await rules(findings)).invocations[0].executionSuccessful).toBe(successful);
  });

  it("refers to rule and file, with level and place", async () => {
    const run = await rules(
      [finding({ place: range(3, 4, 5, 6) }), warning({ ruleId: "没有" as DiagnosticId, file: "别处.yaml" })],
      {
        files: ["乙.yaml", "甲.yaml"],
      },
    );
    expect(run.artifacts.map((each: { location: { uri: string } }) => decodeURIComponent(each.location.uri))).toEqual([
      "乙.yaml",
      "甲.yaml",
      "别处.yaml",
    ]);
    const [first, second] = run.results;
    expect(run.tool.driver.rules[first.ruleIndex].id).toBe("word-limit");
    expect(first).toMatchObject({ level: "error", message: { text: "说明" } });
    expect(first.locations[0].physicalLocation).toMatchObject({
      artifactLocation: { index: 1 },
      region: { startLine: 3, startColumn: 4, endLine: 5, endColumn: 6 },
    });
    expect(second).not.toHaveProperty("ruleIndex");
    expect(second.level).toBe("warning");
    expect(second).not.toHaveProperty("relatedLocations");
  });

  it("names other places, each with its number", async () => {
    const related = [1, 2].map((line) => ({ file: "乙.yaml", place: range(line), message: `第${line}` }));
    const [{ relatedLocations }] = (await rules([finding({ related })])).results;
    expect(
      relatedLocations.map((each: { id: number; message: { text: string } }) => [each.id, each.message.text]),
    ).toEqual([
      [0, "第1"],
      [1, "第2"],
    ]);
    expect(relatedLocations[0].physicalLocation.artifactLocation).not.toHaveProperty("index");
  });

  it.each([
    ["{0}", "{{0}}"],
    ["[a](b)", "[a\\](b)"],
    ["\u001b", "␛"],
  ])("says %j as %j", async (message, text) => {
    expect((await rules([finding({ message, hint: message })])).results[0].message.text).toBe(`${text}\n办法:${text}`);
  });

  it.each([
    ["a b/甲.yaml", "a%20b/%E7%94%B2.yaml"],
    ["/a b/c.yaml", "file:///a%20b/c.yaml"],
    ["C:/a b.yaml", "file:///C:/a%20b.yaml"],
    ["a:b.yaml", "a%3Ab.yaml"],
    ["../a#1.yaml", "../a%231.yaml"],
    ["\ud800.yaml", "%EF%BF%BD.yaml"],
  ])("calls the file %j %s", async (file, uri) => {
    expect((await rules([finding({ file })])).artifacts[0].location.uri).toBe(uri);
  });

  it("knows a finding again where lines have moved, and tells two alike apart", async () => {
    const print = async (...findings: Diagnostic[]) =>
      (await rules(findings)).results.map(
        (each: { partialFingerprints: Record<string, string> }) => each.partialFingerprints["ptcFinding/v1"],
      );
    const [one] = await print(finding());
    expect(await print(finding({ place: range(9), message: "别的" }))).toEqual([one]);
    const [first, second] = await print(finding(), finding());
    expect(first).toBe(one);
    expect(second).not.toBe(one);
    for (const other of [
      finding({ pointer: "/乙" }),
      finding({ ruleId: "x" as DiagnosticId }),
      finding({ file: "乙.yaml" }),
    ])
      expect(await print(other)).not.toEqual([one]);
    // a finding without a field is identified by its message
    const [whole] = await print(finding({ pointer: "" }));
    expect(await print(finding({ pointer: "", message: "别的" }))).not.toEqual([whole]);
  });
});

describe("markdown", () => {
  it.each<[string, Diagnostic[], string]>([
    ["nothing", [], "## ✅ 校验:没有发现问题"],
    ["a warning", [warning()], "## ⚠️ 校验:0 个错误,1 个警告"],
    ["an error", [finding()], "## ❌ 校验:1 个错误,0 个警告"],
    ["both", [warning(), finding()], "## ❌ 校验:1 个错误,1 个警告"],
  ])("is headed for %s", async (_, findings, heading) => {
    expect((await markdown(reportOf(findings))).split("\n")[0]).toBe(heading);
  });

  it.each<[string, Parameters<typeof reportOf>[1], string]>([
    ["all checked", {}, "检查了 1 份文件"],
    ["one not", { files: ["甲.yaml", "乙.yaml", "乙.yaml"], documents: [] }, "检查了 0 份文件,另有 2 份没能检查"],
    [
      "some waived",
      { waived: 1, waivers: "ptc-waivers.yaml" },
      "检查了 1 份文件,另有 1 个问题已豁免(ptc-waivers.yaml)",
    ],
  ])("counts what was looked at: %s", async (_, over, line) => {
    expect((await markdown(reportOf([finding()], over))).split("\n")[2]).toBe(line);
  });

  it("names clean files only beside others, and not those that a finding names", async () => {
    const related = [{ file: "乙.yaml", place: range(1), message: "那里" }];
    const files = ["甲.yaml", "乙.yaml", "丙.yaml"];
    expect(await markdown(reportOf([finding({ related })], { files }))).toMatch(/\n没有发现问题:丙\.yaml\n/u);
    expect(await markdown(reportOf([], { files }))).not.toContain("没有发现问题:");
  });

  it("lists drafts that have something open", async () => {
    const remaining = new Map([
      ["甲.yaml", 3],
      ["乙.yaml", 0],
    ]);
    const text = await markdown(reportOf([], { files: ["甲.yaml", "乙.yaml"], remaining }));
    expect(text).toContain("- 甲.yaml:3 项");
    expect(text).not.toContain("乙.yaml");
  });

  it("has a row for each finding, everything in it escaped", async () => {
    const related = [{ file: "乙|.yaml", place: range(7), message: "那*里" }];
    const text = await markdown(
      reportOf([
        finding({ message: "a|b", hint: "<b>", clause: "@c", ruleId: "x_y" as DiagnosticId, place: range(3), related }),
      ]),
    );
    expect(text).toContain(
      "| 3 | 错误 | a&#124;b<br>另见 乙&#124;.yaml 第 7 行:那&#42;里 | &#60;b&#62; | @<!-- -->c | x&#95;y |",
    );
  });

  describe("that is too long", () => {
    const MOST = 65_000;
    /** Findings with messages of a given length. */
    const many = (number: number, length: number, over: Partial<Diagnostic> = {}) =>
      Array.from({ length: number }, () => finding({ message: "长".repeat(length), ...over }));
    const rows = (text: string) => text.split("\n").filter((line) => /^\| \d+ \|/u.test(line));

    it("is whole up to the limit, and cut from the first character beyond", async () => {
      // find the longest message that still fits
      const only = async (length: number) => markdown(reportOf(many(1, length)));
      let fits = 0;
      let above = MOST;
      while (above - fits > 1) {
        const middle = Math.floor((fits + above) / 2);
        if (rows(await only(middle)).length === 1) fits = middle;
        else above = middle;
      }
      const heading =
        "### 甲.yaml(1 个错误,0 个警告)\n\n| 行 | 级别 | 问题 | 办法 | 依据 | 规则 |\n|---:|---|---|---|---|---|"
          .length + 2;
      const row = "| 1 | 错误 |  |  |  | word-limit |".length + 1;
      expect(fits).toBe(MOST - 1000 - heading - row);
      expect(await only(fits)).not.toContain("没有列出");
      expect(await only(above)).toContain("**还有 1 条没有列出**(1 个错误,0 个警告)");
    });

    it("shows errors before warnings, of all files", async () => {
      const findings = [...many(50, 1000, { severity: "warning" }), ...many(50, 1000, { file: "乙.yaml" })];
      const text = await markdown(reportOf(findings));
      expect(text.length).toBeLessThanOrEqual(MOST);
      const shown = rows(text);
      expect(shown.filter((row) => row.includes("错误"))).toHaveLength(50);
      expect(shown.length).toBeGreaterThan(55);
      expect(text).toContain(`**还有 ${100 - shown.length} 条没有列出**(0 个错误,${100 - shown.length} 个警告)`);
      expect(text.indexOf("### 甲.yaml")).toBeLessThan(text.indexOf("### 乙.yaml"));
    });

    it("says in brief what does not fit besides", async () => {
      const files = [
        "甲.yaml",
        ...Array.from({ length: 3000 }, (_, at) => `很长的文件名很长的文件名很长的文件名${at}.yaml`),
      ];
      const remaining = new Map(files.map((file) => [file, 1]));
      const text = await markdown(reportOf([finding()], { files, remaining }));
      expect(text).toContain("没有发现问题的另有 3000 份");
      expect(text).toContain("草稿还没有填完的有 3001 份");
      expect(text.length).toBeLessThanOrEqual(MOST);
    });
  });
});
