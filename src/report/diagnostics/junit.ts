import { type Diagnostic, SEVERITY_LABELS } from "../../model/diagnostic.js";
import { countBySeverity, type Report } from "../../model/report.js";
import { showControlCharacters } from "../../text/printable.js";
import { byFile } from "./by-file.js";
import { detailLines, printablePlace, UNREADABLE } from "./detail-lines.js";

/**
 * Findings as JUnit XML, for CI servers that list test results. A file is a test suite, a finding a test case:
 * errors fail, warnings pass and say what they have to say as output; a file without findings is one case that passes.
 */
export function junit(report: Report): string {
  const suites = [...byFile(report)].map(([file, own]) => ({ ...totals(own), xml: suite(file, own) }));
  const sum = (key: "tests" | "failures" | "errors") => suites.reduce((total, each) => total + each[key], 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: "ptc", tests: sum("tests"), failures: sum("failures"), errors: sum("errors") })}>`,
    ...suites.map(({ xml }) => xml),
    "</testsuites>",
    "",
  ].join("\n");
}

function totals(own: Diagnostic[]): { tests: number; failures: number; errors: number } {
  const errors = own.filter(({ ruleId }) => ruleId === UNREADABLE).length;
  return { tests: Math.max(1, own.length), failures: countBySeverity(own).errors - errors, errors };
}

function suite(file: string, own: Diagnostic[]): string {
  const passed = `  <testcase${attributes({ classname: showControlCharacters(file), name: "没有发现问题", time: 0 })}/>`;
  const cases = own.length === 0 ? [passed] : testCases(own);
  return [
    ` <testsuite${attributes({ name: showControlCharacters(file), ...totals(own), skipped: 0, time: 0 })}>`,
    ...cases,
    " </testsuite>",
  ].join("\n");
}

function testCases(own: Diagnostic[]): string[] {
  // servers compare runs by name: it holds no line numbers, and is unlike every other of its file
  const used = new Map<string, number>();
  return own.map((each) => {
    const what = showControlCharacters(`${each.ruleId} ${each.pointer}`).trim();
    const times = (used.get(what) ?? 0) + 1;
    used.set(what, times);
    return testCase(each, times === 1 ? what : `${what} (${times})`);
  });
}

function testCase(diagnostic: Diagnostic, name: string): string {
  const { file, severity, ruleId, message } = diagnostic;
  const body = [
    `${printablePlace(diagnostic)}  ${SEVERITY_LABELS[severity]}  ${ruleId}`,
    ...detailLines(diagnostic),
  ].join("\n");
  const tag = ruleId === UNREADABLE ? "error" : "failure";
  const inner =
    severity === "warning"
      ? `<system-out>${escaped(body)}</system-out>`
      : `<${tag}${attributes({ message: showControlCharacters(message), type: ruleId })}>${escaped(body)}</${tag}>`;
  return `  <testcase${attributes({ classname: showControlCharacters(file), name, time: 0 })}>${inner}</testcase>`;
}

function attributes(values: Record<string, string | number>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join("");
}

/** Text as XML holds it; control characters and halves of surrogate pairs have been spelled out before. */
function escaped(text: string): string {
  return text
    .replace(/[\ufffe\uffff]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
