import {
  ALERT_SEVERITY_LABELS,
  type Alert,
  type AlertSeverity,
  alertName,
  type ConsortiumLedger,
  type Ledger,
} from "../../model/ledger.js";
import type { Paint } from "../../model/paint.js";
import { formatLineOrCell } from "../../model/place.js";
import type { LedgerPresentation } from "../../model/presentation.js";
import { showControlCharacters } from "../../text/printable.js";
import { textTable } from "../text-table.js";
import {
  absentByCity,
  alertClauses,
  alertCounts,
  errorSentences,
  fulfilmentCounts,
  type YearCell,
  yearCells,
  yearHeading,
} from "./wording.js";

/** The ledger for a terminal: the years and alerts of each consortium, then the counts. */
export function ledgerText(ledger: Ledger, paint: Paint): string {
  const { consortia, leftOut, presentation } = ledger;
  const lines = [
    ...consortia.flatMap((each) => [...consortiumLines(each, presentation, paint), ""]),
    ...leftOut.map(
      ({ message, ...origin }) =>
        `${paint.bold(showControlCharacters(formatLineOrCell(origin)))}  没有列入台账:${showControlCharacters(message)}`,
    ),
    ...(leftOut.length > 0 ? [""] : []),
    ...countLines(ledger),
    ...alertClauses(ledger).map((clause) => paint.dim(`依据:${clause}`)),
  ];
  return `${lines.join("\n")}\n`;
}

function consortiumLines(consortium: ConsortiumLedger, presentation: LedgerPresentation, paint: Paint): string[] {
  const { name, city, published, otherNames = [], alerts } = consortium;
  const heading = [
    paint.bold(showControlCharacters(name)),
    showControlCharacters(city ?? ""),
    published === undefined ? "" : paint.dim(`名单第 ${published} 号`),
    otherNames.length === 0 ? "" : paint.dim(showControlCharacters(`又名 ${otherNames.join("、")}`)),
  ];
  return [
    heading.filter((part) => part !== "").join("  "),
    ...yearTable(consortium, presentation, paint).map((line) => `  ${line}`),
    ...yearNotes(consortium, presentation).map((line) => paint.dim(`  ${showControlCharacters(line)}`)),
    ...errorSentences(consortium).map((line) => paint.yellow(`  ${showControlCharacters(line)}`)),
    ...alerts.flatMap((alert) => alertLines(alert, paint)),
  ];
}

function yearTable({ years }: ConsortiumLedger, presentation: LedgerPresentation, paint: Paint): string[] {
  const [first] = years;
  if (!first) return [];
  const colours: Record<NonNullable<YearCell["state"]>, Paint["red"]> = {
    filed: paint.green,
    late: paint.yellow,
    draft: paint.yellow,
    missing: paint.red,
    due: paint.dim,
    excused: paint.dim,
    released: paint.dim,
    yes: paint.green,
    changed: paint.yellow,
    no: paint.red,
    pending: paint.yellow,
    unknown: paint.dim,
  };
  const heading = yearHeading(first).map((text) => ({ text, paint: paint.dim }));
  const rows = years.map((year) =>
    yearCells(year, presentation).map(({ text, state }) => ({ text, ...(state && { paint: colours[state] }) })),
  );
  return textTable([heading, ...rows]);
}

/** What else there is to say of each year. Why a plan was not fulfilled is not among it: an alert says so. */
function yearNotes({ years }: ConsortiumLedger, presentation: LedgerPresentation): string[] {
  return years.flatMap(({ year, fulfilled, reasons, examples }) => [
    ...(fulfilled === "no" || reasons.length === 0 ? [] : [`${year} 年:${reasons.join(";")}`]),
    ...(examples.length === 0 ? [] : [`${year} 年${presentation.examples}:${examples.join("、")}`]),
  ]);
}

function alertLines(alert: Alert, paint: Paint): string[] {
  const { id, severity, year, message, evidence, clause } = alert;
  const colours: Record<AlertSeverity, Paint["red"]> = {
    serious: paint.red,
    attention: paint.yellow,
    note: paint.cyan,
  };
  return [
    `  ${colours[severity](ALERT_SEVERITY_LABELS[severity])}  ${year ?? "    "}  ${paint.bold(alertName(alert))}  ${showControlCharacters(message)}`,
    ...evidence.map(
      ({ message: what, ...origin }) =>
        `        ${showControlCharacters(formatLineOrCell(origin))}  ${paint.dim(showControlCharacters(what))}`,
    ),
    // an alert that may cost a consortium its place quotes the notice at once
    ...(id === "removal" && clause !== undefined ? [`        依据:${clause}`] : []),
  ];
}

function countLines(ledger: Ledger): string[] {
  const { today, consortia, absent, presentation } = ledger;
  const alerts = alertCounts(consortia.flatMap((each) => each.alerts));
  return [
    consortia.length === 0
      ? `截至 ${today}:没有一份文件列入台账`
      : `截至 ${today}:${consortia.length} 个${presentation.terms.consortium};提醒:${alerts === "" ? "没有" : alerts}`,
    ...fulfilmentCounts(ledger),
    ...(absent.length > 0 ? [`名单上的 ${absent.length} 个没有任何文件:`] : []),
    ...absentByCity(ledger).map(({ city, names }) => `  ${city}  ${names.join("、")}`),
  ];
}
