import { describe, expect, it } from "vitest";
import { builtinChecks } from "../../src/check/builtin-checks.js";
import { createDiagnostic } from "../../src/model/diagnostic.js";
import { BUILTIN_CHECK_IDS, isSchemaCheck, RULE_IDS } from "../../src/model/diagnostic-ids.js";
import { BEGINNING } from "../../src/model/place.js";
import type { Rule, SettingKinds } from "../../src/model/rule.js";
import { rules } from "../../src/rules/index.js";
import unitSlip from "../../src/rules/unit-slip.js";

const at = { file: "甲.yaml", place: BEGINNING, message: "错了" };

describe("a diagnostic", () => {
  it("has no more than was given, and no holes", () => {
    expect(Object.entries(createDiagnostic({ ruleId: "yaml/syntax", ...at }))).toEqual([
      ["ruleId", "yaml/syntax"],
      ["severity", "error"],
      ["file", "甲.yaml"],
      ["pointer", ""],
      ["place", BEGINNING],
      ["message", "错了"],
      ["related", []],
    ]);
  });

  it("keeps all that was given", () => {
    const whole = {
      ruleId: "unit-slip",
      severity: "warning",
      ...at,
      pointer: "/人员总数",
      hint: "改",
      clause: "第3条",
      related: [{ file: "乙.yaml", place: BEGINNING, message: "另一处" }],
      unfilled: true,
      fix: { title: "改", edits: [] },
    } as const;
    expect(createDiagnostic({ ...whole, related: [...whole.related], fix: { title: "改", edits: [] } })).toEqual(whole);
  });

  it("is as severe as its check, unless it says otherwise", () => {
    expect(createDiagnostic({ ruleId: "yaml/lost-text", ...at }).severity).toBe("warning");
    expect(createDiagnostic({ ruleId: "picture/file", ...at }).severity).toBe("error");
    expect(createDiagnostic({ ruleId: "picture/file", severity: "warning", ...at }).severity).toBe("warning");
  });
});

describe("ids", () => {
  it("do not compile when they are wrong", () => {
    // @ts-expect-error: there is no such rule
    createDiagnostic({ ruleId: "unit-slipp", severity: "error", ...at });
    // @ts-expect-error: there is no such check
    createDiagnostic({ ruleId: "yaml/syntacks", ...at });
    // @ts-expect-error: how severe a rule is, the rule says
    createDiagnostic({ ruleId: "unit-slip", ...at });
    // @ts-expect-error: another rule's place
    const misplaced: Rule<SettingKinds, "word-limit"> = unitSlip;
    expect(misplaced.id).toBe("unit-slip");
  });

  it("are those of the rules and of the checks, each once", () => {
    expect(rules.map(({ id }) => id)).toEqual(RULE_IDS);
    expect(builtinChecks.map(({ id }) => id)).toEqual(BUILTIN_CHECK_IDS);
    expect(new Set([...RULE_IDS, ...BUILTIN_CHECK_IDS]).size).toBe(RULE_IDS.length + BUILTIN_CHECK_IDS.length);
  });

  it("tell what the schema found", () => {
    expect(BUILTIN_CHECK_IDS.filter(isSchemaCheck)).toHaveLength(8);
    expect(isSchemaCheck("form/unknown")).toBe(false);
  });
});
