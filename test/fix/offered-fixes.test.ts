import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { root } from "../support/check.js";
import { holdOffers } from "../support/offered-fixes.js";
import { sample } from "../support/scale.js";

// What is offered to be fixed is fixed, and nothing else changes.

const TRACKED = "tracking/株洲市渌岸湾新能源装备产教联合体";
const FILES = ["test/rules", "examples/hunan-2024/broken", "examples/hunan-2024/tracking"].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => path.join(root, folder, file)),
);

it("holds for every file of the tests and examples", async () => {
  let offered = 0;
  for (const file of FILES) offered += await holdOffers(readFileSync(file, "utf8"));
  expect(offered).toBeGreaterThan(8);
});

/** Values as people type them, right in one field and wrong in another. */
const VALUES = [
  ..."５ 8人 500万元 1.5亿元 1,234 12，000 “5” '5' 五十 五百万元 95% 百分之九十五 约300 300-400 58/860 -1 1e3 007 0.932 ３６０ 360".split(
    " ",
  ),
  ..."是 否 有 无 √ × true TRUE 没有 / — 待定".split(" "),
  ..."2024年2月20日 2024.2.20 2024/2/20 20240220 2024年2月 2024.10 二〇二四年二月 2023-06-31 拟2024年6月".split(" "),
  ..."13900000001 １３９００００００００１ （0731）84720000 138 1.39E+10 +8613900000001".split(" "),
  ...[
    "“甲”",
    '"甲”',
    "‘甲’",
    "甲 # 乙",
    "甲: 乙",
    "甲：乙",
    "甲、乙",
    "甲，乙",
    "- 甲",
    "1. 甲",
    "长 沙",
    "[甲，乙, 丙]",
    "［甲，乙］",
  ],
  ...[
    "{2022：1，2023:2}",
    "{2022:1}",
    "{2023: 12,000}",
    "{２０２２: 1, 2023: 2}",
    "{上年: 1，本年: 2}",
    "[]",
    "{}",
    "{甲: 乙}",
  ],
];

const ANY_VALUE = /^( *(?:- )?[^\s:#"'{[]+: )([^|>\s#].*)$/u;
const EXAMPLES = ["application.yaml", ...["计划", "总结"].map((kind) => `${TRACKED}/2025-年度工作${kind}.yaml`)].map(
  (file) => readFileSync(path.join(root, "examples/hunan-2024", file), "utf8").split("\n"),
);
/** A text, a line with a value in it, and what is typed instead. */
const TYPED = EXAMPLES.flatMap((lines) =>
  lines.flatMap((line, at) => (ANY_VALUE.test(line) ? VALUES.map((value) => ({ lines, at, value })) : [])),
);

it("holds for every field with any value", async () => {
  let offered = 0;
  for (const { lines, at, value } of sample(TYPED, 150)) {
    const line = (lines[at] as string).replace(ANY_VALUE, (_, head: string) => head + value);
    offered += await holdOffers(lines.with(at, line).join("\n"));
  }
  expect(offered).toBeGreaterThan(15);
});

const ANY_KEY = /^( *(?:- )?)([^\s:#"'{[]+)(?=:)/u;
/** Keys as people mistype them. */
const MISTYPED: ((key: string) => string)[] = [
  (key) => key.slice(1),
  (key) => key.slice(0, -1),
  (key) => key.replace(/^(.)(.)/u, "$2$1"),
  (key) => key.replace(/^(.)/u, "$1　"),
  (key) => `“${key}”`,
  (key) => `"${key}"`,
  (key) => `${key}数`,
  (key) => `${key}（万元）`,
  (key) => key.replace("与", "和"),
  (key) => key.replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
];
const KEYS = EXAMPLES.flatMap((lines) =>
  lines.flatMap((line, at) => (ANY_KEY.test(line) ? MISTYPED.map((mistype) => ({ lines, at, mistype })) : [])),
);

it("holds for every key, however it is mistyped", async () => {
  let offered = 0;
  for (const { lines, at, mistype } of sample(KEYS, 100)) {
    const line = (lines[at] as string).replace(ANY_KEY, (_, lead: string, key: string) => lead + mistype(key));
    offered += await holdOffers(lines.with(at, line).join("\n"));
  }
  expect(offered).toBeGreaterThan(20);
});
