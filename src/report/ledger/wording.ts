import {
  ALERT_SEVERITY_LABELS,
  type Alert,
  type AlertSeverity,
  type ConsortiumLedger,
  type Filing,
  FULFILMENTS,
  type Fulfilment,
  fulfilmentLabel,
  type Ledger,
  type YearLedger,
} from "../../model/ledger.js";
import type { LedgerPresentation } from "../../model/presentation.js";
import { formatWithUnit } from "../../text/format-values.js";

// The words for the ledger that all its formats share, and the province's page.

/** The headings over the rows of `yearCells`. */
export function yearHeading({ filings, amounts }: YearLedger): string[] {
  return [
    "年度",
    ...filings.map(({ kind }) => kind),
    "任务完成",
    "计划情况",
    ...amounts.map(({ title, unit }) => `${title}(${unit}):承诺/计划/实际`),
  ];
}

/** A cell of a year's row. */
export interface YearCell {
  text: string;
  /** What the cell says, for a format that colours it. */
  state?: Filing["state"] | Fulfilment;
}

/** The row of one year. */
export function yearCells(year: YearLedger, presentation: LedgerPresentation): YearCell[] {
  return [
    { text: String(year.year) },
    ...year.filings.map((filing) => ({ text: filingText(filing), state: filing.state })),
    { text: tasksText(year, presentation) },
    { text: fulfilmentLabel(year.fulfilled, presentation), state: year.fulfilled },
    ...year.amounts.map((amount) => ({ text: amountText(amount) })),
  ];
}

/** What became of a filing, in a few characters. */
export function filingText({ state, filed, due }: Filing): string {
  switch (state) {
    case "filed":
      return `✓ ${filed}`;
    case "late":
      return `迟 ${filed}`;
    case "draft":
      return "草稿,没有报";
    case "missing":
      return "缺";
    case "due":
      return `待报 ${due}`;
    case "excused":
      return "不追究";
    case "released":
      return "不再要报";
  }
}

/** How many of a year's tasks are done, as the latest report on them says. */
function tasksText({ tasks }: YearLedger, { filings }: LedgerPresentation): string {
  if (tasks.length === 0) return "-";
  const role = tasks.some(({ final }) => final) ? "final" : "interim";
  const done = tasks.filter((task) => task[role]?.state === "done").length;
  const changed = tasks.filter((task) => task[role]?.state === "changed").length;
  const withinYear = role === "interim" && tasks.some(({ interim }) => interim) ? `(${filings.interim})` : "";
  return `${done}/${tasks.length}${changed > 0 ? ` 调整 ${changed}` : ""}${withinYear}`;
}

/** An amount as pledged, planned and spent; a dash stands for what has not been filled in. */
export function amountText({ pledged, planned, actual }: YearLedger["amounts"][number]): string {
  return [pledged, planned, actual].map((each) => (each ? formatWithUnit(each.value) : "-")).join(" / ");
}

/** How many alerts of each severity there are; empty when there are none. */
export function alertCounts(alerts: Alert[]): string {
  const counts = (Object.keys(ALERT_SEVERITY_LABELS) as AlertSeverity[]).map((severity) => ({
    severity,
    number: alerts.filter((alert) => alert.severity === severity).length,
  }));
  return counts
    .flatMap(({ severity, number }) => (number > 0 ? `${ALERT_SEVERITY_LABELS[severity]} ${number}` : []))
    .join(",");
}

/** How many consortia fulfilled their plan, a sentence for each year. */
export function fulfilmentCounts({ consortia, presentation }: Ledger): string[] {
  const years = [...new Set(consortia.flatMap(({ years: own }) => own.map(({ year }) => year)))].sort((a, b) => a - b);
  return years.map((year) => {
    const own = consortia.flatMap((each) => each.years.filter((one) => one.year === year));
    const counts = FULFILMENTS.flatMap((fulfilled) => {
      const number = own.filter((each) => each.fulfilled === fulfilled).length;
      // the rare results are only mentioned when there are any
      const always = fulfilled === "yes" || fulfilled === "no" || fulfilled === "unknown";
      return always || number > 0 ? [`${fulfilmentLabel(fulfilled, presentation)} ${number}`] : [];
    });
    return `${year} 年计划:${counts.join(",")}`;
  });
}

/** The published consortia without any file, by city. */
export function absentByCity({ absent }: Ledger): { city: string; names: string[] }[] {
  const cities = [...new Set(absent.map(({ city }) => city))];
  return cities.map((city) => ({
    city,
    names: absent.filter((each) => each.city === city).map(({ no, name }) => `${no} ${name}`),
  }));
}

/** Which of a consortium's documents have errors, a sentence for each. */
export function errorSentences({ documents }: ConsortiumLedger): string[] {
  return documents.flatMap(({ file, errors }) => (errors > 0 ? `${file} 有 ${errors} 处错误,见 ptc validate` : []));
}

/** The sentences of the notice that the alerts are based on, each once. */
export function alertClauses({ consortia }: Ledger): string[] {
  return [...new Set(consortia.flatMap(({ alerts }) => alerts.flatMap(({ clause }) => clause ?? [])))];
}
