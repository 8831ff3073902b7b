import { expect, it } from "vitest";
import { parse } from "yaml";
import type { Diagnostic } from "../../src/index.js";
import { leafFields } from "../../src/model/field.js";
import { splitPointer, valueAt } from "../../src/text/json-pointer.js";
import { application, type Changes, type Data, halfYear, plan, reportOn, yearEnd } from "../decisions/decide.js";
import { sample } from "../support/scale.js";

// Whoever types what a 办法 names has no such problem any more.

const BASES: ((changes?: Changes) => Data)[] = [application, plan, halfYear, yearEnd];

/** Values that are wrong in some field or other. */
const WRONG = ["某", 0.125, -1, true, "2024年13月", "300-400", ["某"], { 某: 1 }, 13900000001, "长沙县", 2024];

/** How a 办法 names spellings. */
const NAMED = [
  /写成 ?([-\d]+)(?: 或 ([-\d]+))?/gu,
  /写 (true|false|0|\{.*?\})/gu,
  /如 ?([^;,。、:]+?)(?: 或 ([^;,。]+?))?(?:;|,|。|$)/gu,
  /(?:可以写|只能写)[: ](.+)$/gu,
  /(?<=是不是要写.*)“([^”]+)”/gu,
];

function spellingsIn(hint: string): string[] {
  return NAMED.flatMap((pattern) => [...hint.matchAll(pattern)])
    .flatMap(([, ...named]) => named.filter((each) => each !== undefined))
    .flatMap((named) => (/^[{"]/u.test(named) ? named : named.split("、")));
}

async function problemsAt(data: Data, pointer: string): Promise<Diagnostic[]> {
  const { diagnostics } = await reportOn(data);
  return diagnostics.filter((each) => each.pointer.startsWith(pointer) && each.ruleId.startsWith("schema/"));
}

const PLACES = await Promise.all(
  BASES.map(async (base) => {
    const [document] = (await reportOn(base())).documents;
    const root = document?.kind.root;
    const fields = root ? leafFields(root, document.data) : [];
    // what is typed in a short form stands a step higher
    const typed = fields.map(({ pointer }) => {
      const above = pointer.slice(0, pointer.lastIndexOf("/"));
      return typeof valueAt(base(), above) === "object" ? pointer : above;
    });
    return [...new Set(typed)].map((pointer) => ({ base, pointer }));
  }),
);

it("takes every value that is named as a way to write it", async () => {
  const tried = PLACES.flat().flatMap((place) => WRONG.map((wrong) => ({ ...place, wrong })));
  const followed = new Set<string>();
  for (const { base, pointer, wrong } of sample(tried, 250)) {
    for (const { hint = "", ruleId } of await problemsAt(base({ [pointer]: wrong }), pointer)) {
      if (ruleId === "schema/unknown-key") continue;
      for (const spelling of spellingsIn(hint)) {
        const left = await problemsAt(base({ [pointer]: parse(spelling) }), pointer);
        expect([pointer, spelling, left.map(({ message }) => message)]).toEqual([pointer, spelling, []]);
        followed.add(spelling);
      }
    }
  }
  expect(followed.size).toBeGreaterThan(5);
});

it("takes every key that is named instead of an unknown one", async () => {
  const tried = PLACES.flat().flatMap(({ base, pointer }) => {
    const key = splitPointer(pointer).at(-1) ?? "";
    const above = pointer.slice(0, pointer.lastIndexOf("/"));
    return [`${key}些`, `某${key.slice(1)}`, "某某某"].map((wrong) => ({ base, above, wrong }));
  });
  let followed = 0;
  for (const { base, above, wrong } of sample(tried, 120)) {
    const others = above === "" ? { 表单: base()["表单"] } : {};
    const under = (entry: Data) => (above === "" ? { ...others, ...entry } : base({ [above]: entry }));
    const found = await problemsAt(under({ [wrong]: "甲" }), `${above}/${wrong}`);
    for (const { hint = "" } of found) {
      const keys = spellingsIn(hint).concat(/只填 (.+?)(?: 年)?$/u.exec(hint)?.[1]?.split("、") ?? []);
      for (const key of keys) {
        const value = valueAt(base(), `${above}/${key}`) ?? null;
        const left = await problemsAt(under({ [key]: value }), `${above}/${key}`);
        expect([above, key, left.map(({ ruleId }) => ruleId)]).toEqual([above, key, []]);
        followed += 1;
      }
    }
  }
  expect(followed).toBeGreaterThan(50);
});
