import { type Diagnostic, SEVERITY_LABELS } from "../../model/diagnostic.js";
import { countBySeverity, type Report } from "../../model/report.js";
import { showControlCharacters } from "../../text/printable.js";
import { byFile } from "./by-file.js";
import { detailLines, isUnchecked, printablePlace } from "./detail-lines.js";
import { waiversNote } from "./waivers-note.js";

/**
 * Formats a report as JUnit XML, for CI servers that list test results. Each file is a test suite, and each finding is a
 * test case. An error is a case that fails. A warning is a case that passes, with the finding as its output. A file
 * without findings has one case, which passes.
 */
export function junit(report: Report): string {
  const suites = [...byFile(report)].map(([file, own]) => ({
    ...totals(own),
    xml: suite(file, own, waiversNote(report)),
  }));
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
  const errors = own.filter(isUnchecked).length;
  return { tests: Math.max(1, own.length), failures: countBySeverity(own).errors - errors, errors };
}

function suite(file: string, own: Diagnostic[], waivers: string | undefined): string {
  const passed = `  <testcase${attributes({ classname: showControlCharacters(file), name: "没有发现问题", time: 0 })}/>`;
  const cases = own.length === 0 ? [passed] : testCases(own);
  return [
    ` <testsuite${attributes({ name: showControlCharacters(file), ...totals(own), skipped: 0, time: 0 })}>`,
    ...cases,
    ...(waivers === undefined ? [] : [`  <system-out>${escaped(waivers)}</system-out>`]),
    " </testsuite>",
  ].join("\n");
}

function testCases(own: Diagnostic[]): string[] {
  // Servers compare runs by the names of cases. A name therefore has no line number, and is unique in its file.
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
  const tag = isUnchecked({ ruleId }) ? "error" : "failure";
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

/**
 * Escapes a text for XML. Control characters and single surrogates, which XML does not allow, have already been written
 * out by `showControlCharacters`.
 */
function escaped(text: string): string {
  return text
    .replace(/[\ufffe\uffff]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
