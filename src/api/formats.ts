import { readFileSync } from "node:fs";
import path from "node:path";
import { builtinChecks } from "../check/builtin-checks.js";
import { describedBy } from "../model/description.js";
import type { Report } from "../model/report.js";
import { rules } from "../rules/index.js";
import { allForms, packageFolder } from "./forms.js";

/** The report as workflow commands of GitHub Actions. */
export async function github(report: Report): Promise<string> {
  return (await import("../report/diagnostics/github.js")).github(report);
}

/** The report as SARIF 2.1.0, with a description of every rule and check in the words of the first document's form. */
export async function sarif(report: Report): Promise<string> {
  const { version } = JSON.parse(readFileSync(path.join(packageFolder, "package.json"), "utf8"));
  const form = report.documents[0]?.form ?? (await allForms())[0];
  const described = [...rules, ...builtinChecks].map((each) => describedBy(form, each));
  return (await import("../report/diagnostics/sarif.js")).sarif(report, described, version);
}

/** The report as JUnit XML. */
export async function junit(report: Report): Promise<string> {
  return (await import("../report/diagnostics/junit.js")).junit(report);
}

/** The report as Markdown, for a comment or a job's summary. */
export async function markdown(report: Report): Promise<string> {
  return (await import("../report/diagnostics/markdown.js")).markdown(report);
}
