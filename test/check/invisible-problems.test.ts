import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { fieldSpans } from "../../src/check/field-spans.js";
import { fix } from "../../src/index.js";
import { fieldAt } from "../../src/model/field.js";
import { characterNumber } from "../../src/text/invisible.js";
import { checkTexts, forms, root, today } from "../support/check.js";
import { INVISIBLE_CHARACTERS } from "../support/invisible-characters.js";
import { runs } from "../support/random-text.js";
import { readYaml } from "../support/read-yaml.js";

const EXAMPLE = readFileSync(path.join(root, "examples/hunan-2024/application.yaml"), "utf8");
const form = await forms.open("hunan-2024");
const application = form?.documents.推荐书?.root;
const isNarrative = (pointer: string) => application && fieldAt(application, pointer)?.wordLimit !== undefined;
const { source } = readYaml("甲.yaml", EXAMPLE);
const spans = source ? fieldSpans(source) : [];
/** Keys, names, figures, dates and telephone numbers. */
const short = spans.filter(({ pointer, part }) => part === "key" || !isNarrative(pointer));
const character = fc.constantFrom(...INVISIBLE_CHARACTERS);

const insert = (text: string, at: number, char: string) => text.slice(0, at) + char + text.slice(at);
const fixed = async (text: string) => (await fix({ file: "甲.yaml", text }, { forms, today })).text;
const findings = async (text: string) =>
  (await checkTexts({ "甲.yaml": text })).diagnostics.filter(({ ruleId }) => ruleId !== "members-complete");

it("is an error in every key, name and figure, and fixed", async () => {
  const place = fc.tuple(fc.constantFrom(...short), fc.double({ min: 0, max: 1, noNaN: true }));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(place, character), { minLength: 1, maxLength: 3 }), async (slips) => {
      let text = EXAMPLE;
      const typed = slips.map(([[span, part], char]) => {
        return { ...span, char, at: span.start + Math.round((span.end - span.start) * part) };
      });
      for (const { at, char } of typed.toSorted((a, b) => b.at - a.at)) text = insert(text, at, char);
      const found = await findings(text);
      expect(found.every(({ ruleId, severity }) => ruleId === "text/invisible" && severity === "error")).toBe(true);
      for (const { pointer, part, char } of typed) {
        const own = found.find(
          (each) => each.pointer === pointer && each.message.startsWith("键") === (part === "key"),
        );
        expect(own).toBeDefined();
        if (typed.length === 1) expect(own?.message).toContain(characterNumber(char));
      }
      expect(await fixed(text)).toBe(EXAMPLE);
    }),
    runs(80),
  );
});

it("is fixed wherever it stands in the file but in comments", async () => {
  const at = fc.integer({ min: EXAMPLE.indexOf("表单"), max: EXAMPLE.length });
  await fc.assert(
    fc.asyncProperty(at, character, async (place, char) => {
      expect(await fixed(insert(EXAMPLE, place, char))).toBe(EXAMPLE);
    }),
    runs(80),
  );
});

it("changes nothing else that is found in a file with other mistakes", async () => {
  const broken = EXAMPLE.replace("推荐市州: 长沙市", "推荐市州：长沙").replace(
    "固定办公面积: 320",
    "固定办公面积: 320平方米",
  );
  const before = await findings(broken);
  const repaired = await fixed(broken);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...short.filter(({ start }) => start > 400)), character, async (span, char) => {
      const moved = broken.length - EXAMPLE.length;
      const text = insert(broken, span.start > 1000 ? span.start + moved : broken.indexOf("成立时间"), char);
      const found = await findings(text);
      const others = found.filter(({ ruleId }) => ruleId !== "text/invisible");
      expect(others.map(({ message }) => message)).toEqual(before.map(({ message }) => message));
      expect(others.map(({ fix: own }) => own !== undefined)).toEqual(before.map(({ fix: own }) => own !== undefined));
      expect(await fixed(text)).toBe(repaired);
    }),
    runs(25),
  );
});

it.each(INVISIBLE_CHARACTERS.map((char) => [characterNumber(char), char]))(
  "takes two copies that differ in %s for one consortium, park and lead",
  async (_, char) => {
    const copy = EXAMPLE.replace("长沙市云麓湾", `长沙市${char}云麓湾`)
      .replace("长沙云麓湾高新", `长沙云麓湾${char}高新`)
      .replace("牵头学校: 云麓", `牵头学校: 云${char}麓`);
    const { diagnostics } = await checkTexts({ "甲.yaml": EXAMPLE, "乙.yaml": copy });
    const ids = diagnostics.filter(({ file }) => file === "乙.yaml").map(({ ruleId }) => ruleId);
    expect(ids).toEqual(expect.arrayContaining(["same-name", "one-per-park", "shared-lead"]));
    expect(ids.filter((id) => id === "text/invisible")).toHaveLength(3);
    // the lead is a member in spite of it
    expect(ids).not.toContain("leads-are-members");
  },
);

it.each([
  ["a narrative", "  我们\u200b建设实训基地。\n", "warning"],
  ["a narrative that it ends", "  我们建设实训基地。\u200b\n", "warning"],
])("is a warning in %s", async (_, line, severity) => {
  const text = EXAMPLE.replace(/特色与创新: \|\n/u, (head) => `${head}${line}`);
  expect(text).not.toBe(EXAMPLE);
  const found = await findings(text);
  expect(found.map((each) => [each.ruleId, each.severity, each.pointer])).toEqual([
    ["text/invisible", severity, "/特色与创新"],
  ]);
  expect(await fixed(text)).toBe(text.replace("\u200b", ""));
});

it.each(["❤️", "1️⃣", "👨‍👩‍👧", "🏳️‍🌈", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "☎︎"])("says nothing of %s in a narrative", async (emoji) => {
  const text = EXAMPLE.replace(/特色与创新: \|\n/u, (head) => `${head}  校企同行${emoji}。\n`);
  expect(await findings(text)).toEqual([]);
});

it.each([
  ["a comment", "# 说明\u200b\n"],
  ["a comment beside a value", "填表日期: 2024-02-20 # 说明\u200b\n"],
])("says nothing of %s", async (_, line) => {
  const text = line.startsWith("#") ? line + EXAMPLE : EXAMPLE.replace("填表日期: 2024-02-20\n", line);
  expect(await findings(text)).toEqual([]);
});

it("is found as an escape, too", async () => {
  const text = EXAMPLE.replace("推荐市州: 长沙市", '推荐市州: "长\\u200b沙\\uFEFF\\U000E0001市"');
  expect((await findings(text)).map((each) => [each.ruleId, each.severity])).toEqual([["text/invisible", "error"]]);
  expect(await fixed(text)).toBe(EXAMPLE.replace("推荐市州: 长沙市", '推荐市州: "长沙市"'));
});

it("is found in a file that does not parse", async () => {
  const text = EXAMPLE.replace("推荐市州: 长沙市", "推荐市州: [长\u200b沙市");
  expect((await findings(text)).map(({ ruleId }) => ruleId)).toContain("text/invisible");
});
