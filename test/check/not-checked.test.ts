import { expect, it } from "vitest";
import { check, FormError } from "../../src/index.js";
import { countBySeverity } from "../../src/model/report.js";
import { junit } from "../../src/report/diagnostics/junit.js";
import { forms, today } from "../support/check.js";

const WITH_PICTURE = "表单: hunan-2024/推荐书\n建设规划: |\n  ![](甲.png)\n";
const WITHOUT = "表单: hunan-2024/推荐书\n联合体名称: 甲产教联合体\n";

/** Fails where pictures are looked for, as a bug might. */
const failing = (error: unknown) => async () => {
  throw error;
};

it("a bug met in one file is a finding of that file, and the others are checked", async () => {
  const defects: unknown[] = [];
  const inputs = [
    { file: "一.yaml", text: WITHOUT },
    { file: "二.yaml", text: WITH_PICTURE },
    { file: "三.yaml", text: WITHOUT },
  ];
  const report = await check(inputs, {
    forms,
    today,
    draft: true,
    loadPictures: failing(new RangeError("坏了")),
    onDefect: (error) => defects.push(error),
  });
  expect(report.unreadable).toBe(true);
  expect(report.files.toSorted()).toEqual(["一.yaml", "三.yaml", "二.yaml"]);
  expect(report.documents.map(({ source }) => source.file)).toEqual(["一.yaml", "三.yaml"]);
  expect(
    report.diagnostics.filter(({ file }) => file === "二.yaml").map(({ ruleId, message }) => [ruleId, message]),
  ).toEqual([["file/not-checked", "检查这个文件时 ptc 出错了,没有检查完:坏了"]]);
  // what is compared between the others is found as well
  expect(report.diagnostics.filter(({ file }) => file !== "二.yaml").map(({ ruleId }) => ruleId)).toContain(
    "same-name",
  );
  expect(defects).toEqual([expect.any(RangeError)]);
  expect(countBySeverity(report.diagnostics).errors).toBeGreaterThan(1);
  expect(junit(report)).toContain("<error ");
});

it("an error in the files of a form ends the run: it concerns every document", async () => {
  const wrong = { ...forms, open: failing(new FormError("表不对")) };
  await expect(check([{ file: "一.yaml", text: WITHOUT }], { forms: wrong, today })).rejects.toThrow("表不对");
});
