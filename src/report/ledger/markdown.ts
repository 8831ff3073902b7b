import { ALERT_SEVERITY_LABELS, type ConsortiumLedger, type Ledger } from "../../model/ledger.js";
import type { LedgerPresentation } from "../../model/presentation.js";
import { escapeMarkdown as escaped } from "../../text/escape-markdown.js";
import {
  absentByCity,
  alertTally,
  clausesOf,
  errorSentences,
  formatOrigin,
  yearCells,
  yearHeading,
  yearTallies,
} from "./words.js";

/** The ledger for a page or a comment: a table of years for each consortium, what calls for attention in another. */
export function ledgerMarkdown(ledger: Ledger): string {
  const { today, consortia, absent, leftOut, presentation } = ledger;
  const alerts = alertTally(consortia.flatMap((each) => each.alerts));
  const parts = [
    `## 年度台账:${consortia.length} 个${presentation.terms.consortium}(截至 ${today})`,
    [`提醒:${alerts === "" ? "没有" : alerts}`, ...yearTallies(ledger)].map((line) => `- ${line}`).join("\n"),
    ...consortia.flatMap((each) => section(each, presentation)),
    ...list(
      "没有列入台账",
      leftOut.map(({ message, ...place }) => `${formatOrigin(place)} ${message}`),
    ),
    ...list(
      `名单上的 ${absent.length} 个没有任何文件`,
      absentByCity(ledger).map(({ city, names }) => `${city}:${names.join("、")}`),
    ),
    ...list("依据", clausesOf(ledger)),
  ];
  return `${parts.join("\n\n")}\n`;
}

function section(consortium: ConsortiumLedger, presentation: LedgerPresentation): string[] {
  const { name, city, published, years, alerts } = consortium;
  const about = [...(city === undefined ? [] : [city]), ...(published === undefined ? [] : [`名单第 ${published} 号`])];
  const sentences = years.flatMap(({ year, reasons }) => (reasons.length > 0 ? `${year} 年:${reasons.join(";")}` : []));
  return [
    `### ${escaped([name, ...about].join(" · "))}`,
    ...(years[0]
      ? [
          table(
            yearHeading(years[0]),
            years.map((year) => yearCells(year, presentation).map(({ text }) => text)),
          ),
        ]
      : []),
    ...list("", [...sentences, ...errorSentences(consortium)]),
    ...(alerts.length > 0 ? [alertTable(alerts)] : []),
  ];
}

function alertTable(alerts: ConsortiumLedger["alerts"]): string {
  const rows = alerts.map(({ severity, id, year, message, evidence }) => {
    const places = evidence.map(({ message: what, ...place }) => `${escaped(formatOrigin(place))} ${escaped(what)}`);
    return [ALERT_SEVERITY_LABELS[severity], id, String(year ?? ""), [escaped(message), ...places].join("<br>")];
  });
  return table(["级别", "提醒", "年度", "说明和出处"], rows);
}

/** A table; what stands in its cells has been escaped where it needs to be. */
function table(heading: string[], rows: string[][]): string {
  const lines = [heading, heading.map(() => "---"), ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function list(title: string, items: string[]): string[] {
  if (items.length === 0) return [];
  return [...(title === "" ? [] : [`**${title}**`]), items.map((item) => `- ${escaped(item)}`).join("\n")];
}
