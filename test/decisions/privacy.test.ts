import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";
import { concise, type Diagnostic, github, json, junit, markdown, type Report, sarif } from "../../src/index.js";
import { checkFiles, checkTexts, root } from "../support/check.js";
import { type Anything, application, type Data, plan, reportOn, yearEnd } from "./decide.js";

// Names of people and telephone numbers stay in the file they are typed in: no sentence, no fix and no format quotes
// them. Names of organisations and parks are no personal data, and are quoted.

const OFFICE = "/联合体概况/秘书处";
const LEADER = "/联合体概况/负责人";
const NAMES = `${OFFICE}/人员姓名`;
const AREA = `${OFFICE}/固定办公面积`;
const BASES = { 推荐书: application, 年度工作计划: plan, 年度工作总结: yearEnd };

/** All formats but the one for the terminal, which shows the lines of the user's own file. */
const FORMATS = {
  ...{ concise, json, github, junit, markdown },
  sarif: (report: Report) => sarif(report, { version: "1.0.0" }),
};

/** Everything said of a finding, and everything a fix would write. */
function words({ message, hint = "", clause = "", related, fix }: Diagnostic): string {
  const edits = fix?.edits.map(({ text }) => text) ?? [];
  return [message, hint, clause, fix?.title ?? "", ...edits, ...related.map((each) => each.message)].join("\n");
}

async function printed(report: Report): Promise<string> {
  const texts = await Promise.all(Object.values(FORMATS).map((format) => format(report)));
  // marks of a hash and offsets are no telephone numbers
  return texts.join("\n").replace(/"ptcFinding\/v1": "\w+"|"offset": \d+/gu, "");
}

/** Pointers of all fields and sections that a document has, but for the line that names its form. */
function pointersOf(value: Anything, pointer = ""): string[] {
  if (typeof value !== "object" || value === null) return pointer === "/表单" ? [] : [pointer];
  return Object.keys(value).flatMap((key) => pointersOf(value[key], `${pointer}/${key}`));
}

/** Sets every other field to a value, and the others in another document. */
function everywhere(base: (changes?: Data) => Data, value: unknown, skip = /^$/u): Data[] {
  const pointers = pointersOf(base()).filter((pointer) => !skip.test(pointer));
  return [0, 1].map((rest) =>
    base(Object.fromEntries(pointers.filter((_, index) => index % 2 === rest).map((pointer) => [pointer, value]))),
  );
}

/** Fields whose names messages quote: organisations, parks and cities. A number typed behind such a name is quoted too. */
const QUOTED = /联合体名称|园区$|园区\/|牵头(?:学校|企业)|\/成员\/|责任单位|市州$/u;

describe("a telephone number in a wrong field is not quoted", () => {
  const kinds = Object.entries(BASES);
  const typed = [13912345678, "（8613912345678）转", ["13912345678"]];

  it.each(kinds.flatMap(([name, base]) => typed.map((value) => [name, value, base] as const)))(
    "%s: %j",
    async (_, value, base) => {
      for (const given of everywhere(base, value, QUOTED)) {
        const report = await reportOn(given);
        expect(report.diagnostics.length).toBeGreaterThan(5);
        expect(report.diagnostics.map(words).filter((said) => said.includes("12345678"))).toEqual([]);
        expect(await printed(report)).not.toContain("12345678");
      }
    },
  );
});

describe("of digits in a value that is not taken", () => {
  const shownIn = async (pointer: string, value: unknown) => {
    const { diagnostics } = await reportOn(application({ [pointer]: value }));
    const found = diagnostics.find((each) => each.pointer.startsWith(pointer) && each.ruleId.startsWith("schema/"));
    if (!found) return undefined;
    const [, shown = "nothing"] = /(?:写的是|写的|写了|写法不对:) ?(“.*?”|[-\d….]+)/u.exec(found.message) ?? [];
    return shown;
  };

  it.each([
    ["six", AREA, "甲123456", "“甲123456”"],
    ["seven", AREA, "甲1234567", "“甲1234567”"],
    ["eight", AREA, "甲12345678", "“甲12345678”"],
    ["ten", AREA, "甲1391234567", "“甲1391234567”"],
    ["eleven", AREA, "甲13912345678", "“甲139…”"],
    ["twelve", AREA, "甲139123456789", "“甲139…”"],
    ["eleven, with more behind", AREA, "13912345678乙", "“139…乙”"],
    ["eleven, twice", AREA, "13912345678、13887654321", "“139…、138…”"],
    ["eleven and ten", AREA, "13912345678、1388765432", "“139…、1388765432”"],
    ["ten, in a figure", "/近三年无违法违规", 1391234567, "1391234567"],
    ["eleven, in a figure", "/近三年无违法违规", 13912345678, "139…"],
    ["twelve, in a figure", "/近三年无违法违规", 139123456789, "139…"],
    ["eleven, with decimals", AREA, 13912345678.125, "139….125"],
    ["eleven, below zero", AREA, -13912345678, "-139…"],
    ["eleven, above the most", "/办学成效和服务能力/人才培养质量/整体就业率/2023", 13912345678, "139…"],
    ["eleven, for a city", "/推荐市州", "13912345678", "“139…”"],
    ["eleven, in figures for a city", "/推荐市州", 13912345678, "“139…”"],
    ["eleven, for a day", "/填表日期", "13912345678", "“139…”"],
    ["eleven, for a month", "/联合体概况/成立时间", { 时间: "13912345678" }, "“139…”"],
    ["eleven, for yes or no", "/近三年无违法违规", "13912345678", "“139…”"],
    ["none at all of a person", `${LEADER}/姓名`, ["13912345678"], "nothing"],
    ["none at all of a telephone field", `${LEADER}/联系方式`, "139123456789", "nothing"],
  ])("%s", async (_, pointer, value, shown) => {
    expect(await shownIn(pointer, value)).toBe(shown);
  });

  it("a long text is cut after 24 characters", async () => {
    expect(await shownIn(AREA, "长".repeat(24))).toBe(`“${"长".repeat(24)}”`);
    expect(await shownIn(AREA, "长".repeat(25))).toBe(`“${"长".repeat(24)}…”`);
  });
});

describe("a number is offered, or put in the place of a text", () => {
  /** What the hint says to write, and what the fix would write. */
  const offered = async (pointer: string, value: unknown) => {
    const { diagnostics } = await reportOn(application({ [pointer]: value }));
    const found = diagnostics.find((each) => each.pointer === pointer);
    return [/只写数字:(\S+?)(?:,|$)/u.exec(found?.hint ?? "")?.[1], found?.fix?.edits[0]?.text];
  };
  const MONEY = "/联合体概况/经费来源/政府核拨";

  it.each([
    ["with nine digits", AREA, "139123456", "139123456", "139123456"],
    ["with ten digits, above the range, in the hint alone", AREA, "1391234567", "1391234567", undefined],
    ["not with eleven", AREA, "13912345678", undefined, undefined],
    ["not with twelve", AREA, "139123456789", undefined, undefined],
    ["not with eleven in full width", AREA, "１３９１２３４５６７８", undefined, undefined],
    ["not with eleven and a unit", MONEY, "13912345678万元", undefined, undefined],
    ["not with eleven parted by commas", MONEY, "13,912,345,678", undefined, undefined],
    ["not with eleven after 约", AREA, "约13912345678", undefined, undefined],
    ["with ten after 约, in the hint alone", AREA, "约1391234567", "1391234567", undefined],
    ["not with eleven that a conversion makes", MONEY, "1391234.5678亿元", undefined, undefined],
    ["not with ten above the range that a conversion makes", MONEY, "139123.4567亿元", undefined, undefined],
    ["with nine that a conversion makes", MONEY, "13912.3456亿元", "139123456", "139123456"],
  ])("%s", async (_, pointer, value, hint, fix) => {
    expect(await offered(pointer, value)).toEqual([hint, fix]);
  });
});

describe("a figure that may be a telephone number is a figure to a rule, and is masked where it is printed", () => {
  const BENEFIT = "/办学成效和服务能力/企业情况/校企合作直接经济效益";
  it.each([
    ["a figure just below", 12_999_999_999, "12999999999"],
    ["the least", 13_000_000_000, "130…"],
    ["one", 13_912_345_678, "139…"],
    ["the most", 19_999_999_999, "199…"],
    ["a figure just above", 20_000_000_000, "20000000000"],
    ["a figure far above", 1_391_234_567_800, "1391234567800"],
  ])("%s", async (_, value, shown) => {
    const { diagnostics } = await reportOn(application({ [BENEFIT]: value }));
    const found = diagnostics.filter(({ ruleId }) => ruleId === "benefit-within-sales");
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toContain(`是 ${shown} 万元`);
  });
});

describe("a key that is a name or a number is not quoted", () => {
  const PERSON = "苏景行";
  it.each<[string, Data]>([
    ["a mobile number", { [`${OFFICE}/13912345678`]: "甲" }],
    ["a mobile number in groups", { [`${OFFICE}/139 1234 5678`]: "甲" }],
    ["a landline number", { [`${OFFICE}/0731-84720000`]: "甲" }],
    ["a person of the document", { [`/${PERSON}`]: "主任", [NAMES]: [PERSON] }],
    ["a person of the document, and a post", { [`${OFFICE}/主任${PERSON}`]: "甲", [NAMES]: [PERSON] }],
    ["what looks like a person, beside persons", { [`${LEADER}/张三丰`]: "主任" }],
    ["a person in place of names", { [NAMES]: { 三丰子: "主任" } }],
  ])("%s", async (_, changes) => {
    const report = await reportOn(application(changes));
    const found = report.diagnostics.filter(({ ruleId }) => /unknown-key|schema\/type/u.test(ruleId));
    expect(found.length).toBeGreaterThan(0);
    expect(found.map(({ pointer, ...rest }) => pointer + words(rest as Diagnostic)).join("\n")).not.toMatch(
      /苏景行|三丰|139|1234|8472/u,
    );
    expect(await printed(report)).not.toMatch(/苏景行|三丰|12345678|1234 5678|84720000/u);
  });

  it("a key that is neither is quoted", async () => {
    const { diagnostics } = await reportOn(application({ [`${LEADER}/电子邮箱`]: "甲", [`${OFFICE}/传真`]: "乙" }));
    expect(diagnostics.map(({ message }) => message).join()).toMatch(/“电子邮箱”.*“传真”/u);
  });
});

describe("what is long is masked before it is cut", () => {
  it.each([`${"甲".repeat(18)}13912345678`, `${"甲".repeat(15)}139 1234 5678`, `${"甲".repeat(18)}0731-84720000`])(
    "%s",
    async (value) => {
      const { diagnostics } = await reportOn(application({ [AREA]: value, "/填表日期": value }));
      expect(diagnostics.map(words).join("\n")).not.toMatch(/1391|139 1|0731/u);
    },
  );
});

describe("a person's name is not quoted", () => {
  const PERSON = "张三丰";
  it.each<[string, Data]>([
    ["in a list for a name", { [`${LEADER}/姓名`]: [PERSON] }],
    ["in parts for a name", { [`${LEADER}/姓名`]: { 姓名: PERSON } }],
    ["for the whole of who leads", { [LEADER]: PERSON }],
    ["in a list for who leads", { [LEADER]: [PERSON, "13912345678"] }],
    ["for the whole of the office", { [OFFICE]: `${PERSON}，13912345678` }],
    ["in a list for the office", { [OFFICE]: [PERSON] }],
    ["for the whole overview", { "/联合体概况": PERSON }],
    ["in a list for the overview", { "/联合体概况": [PERSON] }],
    ["for a telephone", { [`${OFFICE}/联系电话`]: PERSON }],
    ["for a telephone, in a list", { [`${LEADER}/联系方式`]: [PERSON] }],
    ["too few names", { [NAMES]: [PERSON] }],
    ["one name twice", { [NAMES]: [PERSON, PERSON], [`${OFFICE}/人员总数`]: 3 }],
    ["names that are numbered", { [NAMES]: [`1、${PERSON}`, `2、${PERSON}`] }],
    ["names with a dash", { [NAMES]: [`-${PERSON}`] }],
    ["names in one line, parted by spaces", { [NAMES]: [`${PERSON}　${PERSON}`] }],
    ["names cut short", { [NAMES]: [`${PERSON}等3人`] }],
    ["names with numbers", { [NAMES]: [`${PERSON}13912345678`] }],
    ["a list in a list", { [NAMES]: [[PERSON]] }],
    ["parts in a list", { [NAMES]: [{ 姓名: PERSON }] }],
    ["by post", { [NAMES]: { 主任: PERSON } }],
    ["in curly quotes", { [`${LEADER}/姓名`]: `“${PERSON}”` }],
    ["with a curly quote", { [`${LEADER}/姓名`]: `${PERSON}”` }],
  ])("%s", async (_, changes) => {
    const report = await reportOn(application(changes));
    expect(report.diagnostics.length).toBeGreaterThan(0);
    expect(report.diagnostics.map(words).join("\n")).not.toMatch(/三丰|139/u);
    expect(await printed(report)).not.toMatch(/三丰|139/u);
  });
});

describe("a line with personal data that is mistyped", () => {
  const lines = [
    "表单: hunan-2024/推荐书",
    "联合体概况:",
    "  负责人:",
    "    姓名: 林知远",
    "    联系方式: 13900000001",
    "    职务: 主任",
    "  秘书处:",
    "    负责人: 苏景行",
    "    联系电话: 0731-55500001",
    "    人员姓名: [苏景行, 程若溪]",
    "    人员总数: 2",
  ];
  const personal = [3, 4, 8, 9];
  const secret = /林知远|苏景行|程若溪|13900000001|55500001/u;

  const SLIPS: Record<string, (line: string) => string> = {
    "a full-width colon": (line) => line.replace(": ", "："),
    "no space behind the colon": (line) => line.replace(": ", ":"),
    "a tab": (line) => line.replace("    ", "\t"),
    "a space too many": (line) => ` ${line}`,
    "a space too few": (line) => line.replace(" ", ""),
    "no indentation": (line) => line.trim(),
    "a dash": (line) => line.replace("    ", "    - "),
    "written twice": (line) => `${line}\n${line}`,
    "a quote that is not closed": (line) => line.replace(": ", ': "'),
    "curly quotes": (line) => line.replace(/: (.*)$/u, ": “$1”"),
    "half curly quotes": (line) => line.replace(/: (.*)$/u, ': "$1”'),
    "a bracket that is not closed": (line) => line.replace(": ", ": ["),
    "a brace that is not closed": (line) => line.replace(": ", ": {"),
    "a remark": (line) => line.replace(": ", ": 某 # "),
    "a mark of a reference": (line) => line.replace(": ", ": *"),
    "a mark of a name for it": (line) => line.replace(": ", ": &"),
    "a mark of a type": (line) => line.replace(": ", ": !"),
    "a mark that begins nothing": (line) => line.replace(": ", ": @"),
    "a text after the stroke": (line) => line.replace(": ", ": | "),
    "a colon in the value": (line) => line.replace(/: (.*)$/u, ": 某: $1"),
    "below its key": (line) => line.replace(": ", ":\n"),
    "without its key": (line) => line.replace(/^.*?: /u, "    "),
    "a key with a character left out": (line) => line.replace(/.: /u, ": "),
    "a control character": (line) => `${line}\u0007`,
    "full-width commas": (line) => line.replace("程若溪", "程若溪，林知远, 苏景行"),
  };

  it.each(Object.entries(SLIPS))("%s", async (_, slip) => {
    let findings = 0;
    for (const at of personal) {
      const mistyped = lines.with(at, slip(lines[at] as string)).join("\n");
      const report = await checkTexts({ 甲: `${mistyped}\n` });
      findings += report.diagnostics.length;
      expect(report.diagnostics.map(words).join("\n")).not.toMatch(secret);
      expect(await printed(report)).not.toMatch(secret);
    }
    expect(findings).toBeGreaterThan(0);
  });
});

describe("no sentence shows a value of the program", () => {
  const NO_WORD = /undefined|\bnull\b|NaN|Infinity|\[object|function|\$\{/u;
  const values = [undefined, "", -1, 0.125, 1e21, "文字", "12x", "2024-02-30", true, [], ["甲", ["乙"]], { 甲: 1 }];
  const kinds = Object.entries(BASES);

  it.each(values.flatMap((value) => kinds.map(([name, base]) => [value, name, base] as const)))(
    "where %j stands everywhere in a %s",
    async (value, _, base) => {
      let said = 0;
      for (const given of everywhere(base, value)) {
        const { diagnostics } = await reportOn(given);
        said += diagnostics.length;
        expect(diagnostics.map(words).filter((each) => NO_WORD.test(each))).toEqual([]);
      }
      expect(said).toBeGreaterThan(0);
    },
  );

  it("in any example or fixture that has mistakes", async () => {
    const files = globSync(["examples/hunan-2024/broken/**/*.yaml", "test/rules/**/*.yaml"], { cwd: root }).sort();
    const { diagnostics } = await checkFiles(files);
    expect(diagnostics.length).toBeGreaterThan(files.length);
    expect(diagnostics.map(words).filter((each) => NO_WORD.test(each))).toEqual([]);
  });

  it.each(kinds)("where all parts of a %s on one level are something else", async (_, base) => {
    const sections = [...new Set(pointersOf(base()).flatMap(holders))];
    for (const value of [5, "文字", [], { 甲: { 乙: 1 } }, ["甲", 2]])
      for (const depth of [1, 2, 3, 4]) {
        const level = sections.filter((each) => each.split("/").length === depth + 1);
        const { diagnostics } = await reportOn(base(Object.fromEntries(level.map((each) => [each, value]))));
        expect(
          diagnostics.map(words).filter((each) => NO_WORD.test(each)),
          `${depth}: ${value}`,
        ).toEqual([]);
      }
  });
});

/** Pointers of all that holds a field. */
function holders(pointer: string): string[] {
  return [...pointer.matchAll(/\//gu)].map(({ index }) => pointer.slice(0, index)).filter((each) => each !== "");
}
