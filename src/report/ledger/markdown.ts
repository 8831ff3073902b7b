import {
  ALERT_SEVERITY_LABELS,
  type Alert,
  alertName,
  type ConsortiumLedger,
  type Ledger,
} from "../../model/ledger.js";
import { formatLineOrCell } from "../../model/place.js";
import type { LedgerPresentation } from "../../model/presentation.js";
import { escapeMarkdown } from "../../text/escape-markdown.js";
import { markdownTable } from "../markdown-table.js";
import {
  absentByCity,
  alertClauses,
  alertCounts,
  errorSentences,
  fulfilmentCounts,
  yearCells,
  yearHeading,
} from "./wording.js";

/** The ledger as Markdown, for a page or a comment: for each consortium a table of years and a table of alerts. */
export function ledgerMarkdown(ledger: Ledger): string {
  const { today, consortia, absent, leftOut, presentation } = ledger;
  const alerts = alertCounts(consortia.flatMap((each) => each.alerts));
  const parts = [
    `## 年度台账:${consortia.length} 个${presentation.terms.consortium}(截至 ${today})`,
    [`提醒:${alerts === "" ? "没有" : alerts}`, ...fulfilmentCounts(ledger)].map((line) => `- ${line}`).join("\n"),
    ...consortia.flatMap((each) => consortiumSection(each, presentation)),
    ...list(
      "没有列入台账",
      leftOut.map(({ message, ...origin }) => `${formatLineOrCell(origin)} ${message}`),
    ),
    ...list(
      `名单上的 ${absent.length} 个没有任何文件`,
      absentByCity(ledger).map(({ city, names }) => `${city}:${names.join("、")}`),
    ),
    ...list("依据", alertClauses(ledger)),
  ];
  return `${parts.join("\n\n")}\n`;
}

function consortiumSection(consortium: ConsortiumLedger, presentation: LedgerPresentation): string[] {
  const { name, city, published, otherNames = [], years, alerts } = consortium;
  const about = [
    ...(city === undefined ? [] : [city]),
    ...(published === undefined ? [] : [`名单第 ${published} 号`]),
    ...(otherNames.length === 0 ? [] : [`又名 ${otherNames.join("、")}`]),
  ];
  const reasons = years.flatMap((year) => (year.reasons.length > 0 ? `${year.year} 年:${year.reasons.join(";")}` : []));
  return [
    `### ${escapeMarkdown([name, ...about].join(" · "))}`,
    ...yearTable(consortium, presentation),
    ...list("", [...reasons, ...errorSentences(consortium)]),
    ...(alerts.length > 0 ? [alertTable(alerts)] : []),
  ];
}

function yearTable({ years }: ConsortiumLedger, presentation: LedgerPresentation): string[] {
  const [first] = years;
  if (!first) return [];
  const rows = years.map((year) => yearCells(year, presentation).map(({ text }) => text));
  return [markdownTable(yearHeading(first), rows)];
}

function alertTable(alerts: Alert[]): string {
  const rows = alerts.map((alert) => {
    const { severity, year, message, evidence } = alert;
    const places = evidence.map(
      ({ message: what, ...origin }) => `${escapeMarkdown(formatLineOrCell(origin))} ${escapeMarkdown(what)}`,
    );
    const text = [escapeMarkdown(message), ...places].join("<br>");
    return [ALERT_SEVERITY_LABELS[severity], alertName(alert), String(year ?? ""), text];
  });
  return markdownTable(["级别", "提醒", "年度", "说明和出处"], rows);
}

/** A bulleted list with a title, or without one where it is empty; nothing when there are no items. */
function list(title: string, items: string[]): string[] {
  if (items.length === 0) return [];
  return [...(title === "" ? [] : [`**${title}**`]), items.map((item) => `- ${escapeMarkdown(item)}`).join("\n")];
}
