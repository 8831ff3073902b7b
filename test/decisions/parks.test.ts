import { describe, expect, it } from "vitest";
import { application, type Data, decide, halfYear, plan, reportOn, table, yearEnd } from "./decide.js";

const at = (parks: unknown, changes: Data = {}) => application({ "/依托园区": parks, ...changes });
const CITY = "/推荐市州";
const HIGH_TECH = "长沙高新技术产业开发区";

describe("one-per-park", () => {
  it.each<[string, unknown, unknown, string[]]>([
    ["alike", "长沙甲园区", "长沙甲园区", ["长沙甲园区"]],
    ["unlike", "长沙甲园区", "长沙乙园区", []],
    ["another spelling", HIGH_TECH, "长沙高新区", [HIGH_TECH]],
    ["园区 for 园", "长沙甲产业园区", "长沙甲产业园", ["长沙甲产业园区"]],
    ["with its 管理委员会", HIGH_TECH, "湖南省长沙高新技术产业开发区管理委员会", [HIGH_TECH]],
    ["with 市", HIGH_TECH, "长沙市高新区", [HIGH_TECH]],
    ["without the city", HIGH_TECH, "高新区", [HIGH_TECH]],
    ["another kind of park", HIGH_TECH, "长沙经济技术开发区", []],
    ["an area of it", HIGH_TECH, "长沙高新技术产业开发区隆平高科技园", []],
    ["another name in brackets", "郴州高新区(郴州自贸区)", "郴州自贸区", ["郴州高新区(郴州自贸区)"]],
    ["another name in brackets, in the second", "长沙乙园", "长沙甲园(长沙乙园)", ["长沙乙园"]],
    ["a place in brackets that is no park", "长沙甲园(长沙县)", "长沙乙园(长沙县)", []],
    ["an alias", "郴州高新技术产业开发区", "湖南自贸试验区郴州片区", ["郴州高新技术产业开发区"]],
    ["one of several", ["长沙甲园", "长沙乙园"], ["长沙丙园", "长沙乙园"], ["长沙乙园"]],
    ["twice in the first", ["长沙甲园", "长沙甲园区"], "长沙甲园", ["长沙甲园"]],
    ["none", undefined, "长沙甲园", []],
    ["none in either", undefined, undefined, []],
    ["no name", null, null, []],
  ])("%s", async (_, one, other, parks) => {
    const index = Array.isArray(other) ? 1 : 0;
    const decisions = parks.map((park) => `乙 error /依托园区/${index} → 甲 ${park}`);
    expect(await decide("one-per-park", [at(one), at(other)])).toEqual(decisions);
  });

  it.each<[string, Data[], string[]]>([
    ["twice in one file", [at(["长沙甲园", "长沙甲园区", "长沙甲园"])], []],
    ["twice in one file, beside another", [at("长沙乙园"), at(["长沙甲园", "长沙甲园区"])], []],
    [
      "twice in the second",
      [at("长沙甲园"), at(["长沙甲园", "长沙甲园区"])],
      ["乙 error /依托园区/0 → 甲 长沙甲园", "乙 error /依托园区/1 → 甲 长沙甲园"],
    ],
    [
      "three files",
      [at("长沙甲园"), at("长沙甲园"), at("长沙甲园")],
      ["乙 error /依托园区/0 → 甲 长沙甲园", "丙 error /依托园区/0 → 甲 长沙甲园"],
    ],
    ["without a city, in another city", [at(HIGH_TECH), at("高新区", { [CITY]: "株洲市" })], []],
    ["without a city in either, in two", [at("高新区"), at("高新区", { [CITY]: "株洲市" })], []],
    [
      "with its city, in another city",
      [at(HIGH_TECH), at("长沙高新区", { [CITY]: "株洲市" })],
      [`乙 error /依托园区/0 → 甲 ${HIGH_TECH}`],
    ],
    [
      "without a city and none written",
      [at("高新区", { [CITY]: undefined }), at("高新区", { [CITY]: undefined })],
      ["乙 error /依托园区/0 → 甲 高新区"],
    ],
    ["an application and a plan", [at(plan()["依托园区"]), plan()], []],
  ])("%s", async (_, given, decisions) => {
    expect(await decide("one-per-park", given)).toEqual(decisions);
  });
});

describe("park-within-park", () => {
  const AREA = "长沙高新技术产业开发区隆平高科技园";
  it.each<[string, Data[], string[]]>([
    ["the whole, then an area", [at(HIGH_TECH), at(AREA)], [`乙 warning /依托园区/0 → 甲 ${HIGH_TECH}`]],
    ["an area, then the whole", [at(AREA), at(HIGH_TECH)], [`甲 warning /依托园区/0 → 乙 ${HIGH_TECH}`]],
    ["another spelling of the whole", [at("长沙高新区"), at(AREA)], ["乙 warning /依托园区/0 → 甲 长沙高新区"]],
    ["both in one file", [at([HIGH_TECH, AREA])], []],
    ["both in one file, beside another", [at("长沙甲园"), at([HIGH_TECH, AREA])], []],
    [
      "both in one file, and the whole in another",
      [at([HIGH_TECH, AREA]), at(HIGH_TECH)],
      [`甲 warning /依托园区/1 → 乙 ${HIGH_TECH}`],
    ],
    ["the same", [at(HIGH_TECH), at("长沙高新区")], []],
    ["two areas", [at(AREA), at(`${HIGH_TECH}麓谷园`)], []],
    [
      "an area spelled twice",
      [at(HIGH_TECH), at([AREA, AREA])],
      [0, 1].map((n) => `乙 warning /依托园区/${n} → 甲 ${HIGH_TECH}`),
    ],
    [
      "the second park of a file",
      [at(["长沙甲园", HIGH_TECH]), at(["长沙乙园", AREA])],
      [`乙 warning /依托园区/1 → 甲 ${HIGH_TECH}`],
    ],
    ["a common beginning that is no park", [at("长沙高新"), at("长沙高新创业中心")], []],
    ["a base", [at("长沙甲基地"), at("长沙甲基地乙园")], ["乙 warning /依托园区/0 → 甲 长沙甲基地"]],
    ["an area of an area", [at("长沙甲园乙区"), at("长沙甲园乙区丙片")], ["乙 warning /依托园区/0 → 甲 长沙甲园乙区"]],
    ["of three", [at(HIGH_TECH), at(AREA), at(HIGH_TECH)], [`乙 warning /依托园区/0 → 甲 ${HIGH_TECH}`]],
    ["without the city", [at("高新区"), at(AREA)], ["乙 warning /依托园区/0 → 甲 高新区"]],
    ["an application and a plan", [at(AREA), plan()], []],
  ])("%s", async (_, given, decisions) => {
    expect(await decide("park-within-park", given)).toEqual(decisions);
  });
});

const OWNER = "长沙市先进制造业产教联合体";
table("park-already-approved", application, [
  ["a published park", { "/依托园区": HIGH_TECH }, ["warning /依托园区/0"]],
  ["another spelling", { "/依托园区": "长沙高新区" }, ["warning /依托园区/0"]],
  ["without the city", { "/依托园区": "高新区" }, ["warning /依托园区/0"]],
  ["the second", { "/依托园区": ["长沙甲园", HIGH_TECH] }, ["warning /依托园区/1"]],
  ["of the same consortium", { "/依托园区": HIGH_TECH, "/联合体名称": OWNER }, []],
  ["of the same in another spelling", { "/依托园区": HIGH_TECH, "/联合体名称": `“${OWNER}”` }, []],
  ["without a name", { "/依托园区": HIGH_TECH, "/联合体名称": undefined }, []],
  [
    "of a published consortium with two",
    { "/依托园区": ["怀化国际陆港", "怀化高新区"] },
    ["warning /依托园区/0", "warning /依托园区/1"],
  ],
  [
    "of its own and another's",
    { "/依托园区": ["长沙高新区", "长沙经开区"], "/联合体名称": OWNER },
    ["warning /依托园区/1"],
  ],
  [
    "of two published parks: the first on the list",
    { "/依托园区": "长沙经开区(长沙高新区)", "/联合体名称": OWNER },
    [],
  ],
  ["an area of a published park", { "/依托园区": `${HIGH_TECH}麓谷园` }, []],
  ["a park that is not published", { "/依托园区": "长沙甲园" }, []],
  ["none", { "/依托园区": undefined }, []],
  ["in another city", { "/依托园区": "高新区", [CITY]: "永州市" }, []],
]);

table("park-in-city", application, [
  ["a published park in its city", { "/依托园区": HIGH_TECH }, []],
  ["in another city", { "/依托园区": HIGH_TECH, [CITY]: "株洲市" }, ["warning /依托园区/0"]],
  ["in its city by the short name", { "/依托园区": HIGH_TECH, [CITY]: "长沙" }, []],
  ["in another by the short name", { "/依托园区": HIGH_TECH, [CITY]: "株洲" }, ["warning /依托园区/0"]],
  ["another spelling", { "/依托园区": "长沙高新区", [CITY]: "株洲市" }, ["warning /依托园区/0"]],
  ["the second", { "/依托园区": ["株洲甲园", HIGH_TECH], [CITY]: "株洲市" }, ["warning /依托园区/1"]],
  ["two", { "/依托园区": ["衡阳高新区", HIGH_TECH], [CITY]: "株洲市" }, ["warning /依托园区/0", "warning /依托园区/1"]],
  ["one that is not published", { "/依托园区": "长沙甲园", [CITY]: "株洲市" }, []],
  ["no city", { "/依托园区": HIGH_TECH, [CITY]: undefined }, []],
  ["no park", { "/依托园区": undefined, [CITY]: "株洲市" }, []],
  ["a city that the form does not have", { "/依托园区": HIGH_TECH, [CITY]: "林知远" }, []],
]);

describe("park-in-city", () => {
  it.each([
    ["a plan", plan],
    ["a half-year summary", halfYear],
    ["a year-end summary", yearEnd],
  ])("looks at %s", async (_, base) => {
    expect(await decide("park-in-city", base({ "/所在市州": "湘潭市" }))).toEqual(["warning /依托园区/0"]);
  });
});

const CODES = "/联合体概况/主导产业/产业";
table("lead-industry-in-layout", application, [
  ["a core industry", { [CODES]: ["B1"] }, []],
  ["an important industry", { [CODES]: ["A1"] }, []],
  ["one of neither", { [CODES]: ["B2"] }, [`warning ${CODES}/0`]],
  ["the second", { [CODES]: ["B1", "B2"] }, [`warning ${CODES}/1`]],
  ["in one line", { [CODES]: "B1、B2" }, [`warning ${CODES}/1`]],
  ["several", { [CODES]: ["B1", "C1", "C4"], [CITY]: "衡阳市" }, [0, 1, 2].map((n) => `warning ${CODES}/${n}`)],
  ["another city", { [CODES]: ["B2"], [CITY]: "株洲市" }, []],
  ["another city by its short name", { [CODES]: ["B2"], [CITY]: "株洲" }, []],
  ["the prefecture by its short name", { [CODES]: ["B1"], [CITY]: "湘西州" }, [`warning ${CODES}/0`]],
  ["no city", { [CODES]: ["B2"], [CITY]: undefined }, []],
  ["an unknown city", { [CODES]: ["B2"], [CITY]: "长沙县" }, []],
  ["an unknown code", { [CODES]: ["Z9"] }, []],
  ["none", { [CODES]: undefined }, []],
]);

it("lead-industry-in-layout offers the city's core industries, and no others", async () => {
  const { diagnostics } = await reportOn(application({ [CODES]: ["D1"], [CITY]: "娄底市" }));
  const [found] = diagnostics.filter(({ ruleId }) => ruleId === "lead-industry-in-layout");
  expect(found?.hint?.match(/[A-D]\d/gu)).toEqual(["A2", "B1"]);
  expect(found?.message).toContain("D1 人工智能");
});
