import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { concise } from "../src/index.js";
import { rules } from "../src/rules/index.js";
import { checkFiles, root } from "./support/check.js";

/** The documents of a fixture: `ok.yaml`, or all in the folder `ok/`. */
function fixture(id: string, name: "ok" | "err"): string[] {
  const single = `test/rules/${id}/${name}.yaml`;
  if (existsSync(path.join(root, single))) return [single];
  return readdirSync(path.join(root, "test/rules", id, name))
    .sort()
    .map((file) => `test/rules/${id}/${name}/${file}`);
}

describe.each(rules.map(({ id }) => id))("rule %s", (id) => {
  it("finds nothing in its ok fixture", async () => {
    const report = await checkFiles(fixture(id, "ok"), { draft: true, base: `test/rules/${id}` });
    expect(report.documents.length).toBeGreaterThan(0);
    // the fixtures' consortia are made up, and so on no list
    const others = report.diagnostics.filter(({ ruleId }) => ruleId === id || ruleId !== "agrees-with-roster");
    expect(concise({ ...report, diagnostics: others })).toBe("");
  });

  it("says in its err fixture what it should", async () => {
    const report = await checkFiles(fixture(id, "err"), { base: `test/rules/${id}` });
    expect(report.diagnostics.map(({ ruleId }) => ruleId)).toContain(id);
    const own = { ...report, diagnostics: report.diagnostics.filter(({ ruleId }) => ruleId === id) };
    await expect(concise(own)).toMatchFileSnapshot(`rules/${id}/err.txt`);
  });
});

it("has a fixture folder for each rule and no other", () => {
  const folders = readdirSync(path.join(root, "test/rules")).filter((name) =>
    statSync(path.join(root, "test/rules", name)).isDirectory(),
  );
  expect(folders.sort()).toEqual(rules.map(({ id }) => id).sort());
});
