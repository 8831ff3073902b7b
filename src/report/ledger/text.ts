import {
  ALERT_SEVERITY_LABELS,
  type Alert,
  type AlertSeverity,
  type ConsortiumLedger,
  type Ledger,
} from "../../model/ledger.js";
import type { Paint } from "../../model/paint.js";
import type { LedgerPresentation } from "../../model/presentation.js";
import { showControlCharacters } from "../../text/printable.js";
import { table } from "../table.js";
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

/** The ledger for people: a block for each consortium, what calls for attention below it, then the sums. */
export function ledgerText(ledger: Ledger, paint: Paint): string {
  const { consortia, leftOut, presentation } = ledger;
  const lines = [
    ...consortia.flatMap((each) => [...block(each, presentation, paint), ""]),
    ...leftOut.map(
      ({ message, ...place }) =>
        `${paint.bold(showControlCharacters(formatOrigin(place)))}  没有列入台账:${showControlCharacters(message)}`,
    ),
    ...(leftOut.length > 0 ? [""] : []),
    ...closing(ledger),
    ...clausesOf(ledger).map((clause) => paint.dim(`依据:${clause}`)),
  ];
  return `${lines.join("\n")}\n`;
}

function block(consortium: ConsortiumLedger, presentation: LedgerPresentation, paint: Paint): string[] {
  const { name, city, published, alerts } = consortium;
  return [
    [
      paint.bold(showControlCharacters(name)),
      showControlCharacters(city ?? ""),
      published === undefined ? "" : paint.dim(`名单第 ${published} 号`),
    ]
      .filter((part) => part !== "")
      .join("  "),
    ...years(consortium, presentation, paint).map((line) => `  ${line}`),
    ...remarks(consortium, presentation).map((line) => paint.dim(`  ${showControlCharacters(line)}`)),
    ...errorSentences(consortium).map((line) => paint.yellow(`  ${showControlCharacters(line)}`)),
    ...alerts.flatMap((alert) => alertLines(alert, paint)),
  ];
}

function years({ years: all }: ConsortiumLedger, presentation: LedgerPresentation, paint: Paint): string[] {
  const [first] = all;
  if (!first) return [];
  const colours: Record<NonNullable<ReturnType<typeof yearCells>[number]["state"]>, Paint["red"]> = {
    filed: paint.green,
    late: paint.yellow,
    draft: paint.yellow,
    missing: paint.red,
    due: paint.dim,
    excused: paint.dim,
    yes: paint.green,
    no: paint.red,
    unknown: paint.dim,
  };
  const heading = yearHeading(first).map((text) => ({ text, paint: paint.dim }));
  const rows = all.map((year) =>
    yearCells(year, presentation).map(({ text, state }) => ({ text, ...(state && { paint: colours[state] }) })),
  );
  return table([heading, ...rows]);
}

/** What else is to be known of a year; why a plan was not fulfilled stands in its alert. */
function remarks({ years: all }: ConsortiumLedger, presentation: LedgerPresentation): string[] {
  return all.flatMap(({ year, fulfilled, reasons, examples }) => [
    ...(fulfilled === "no" || reasons.length === 0 ? [] : [`${year} 年:${reasons.join(";")}`]),
    ...(examples.length === 0 ? [] : [`${year} 年${presentation.examples}:${examples.join("、")}`]),
  ]);
}

function alertLines({ id, severity, year, message, evidence, clause }: Alert, paint: Paint): string[] {
  const colours: Record<AlertSeverity, Paint["red"]> = {
    serious: paint.red,
    attention: paint.yellow,
    note: paint.cyan,
  };
  return [
    `  ${colours[severity](ALERT_SEVERITY_LABELS[severity])}  ${year ?? "    "}  ${paint.dim(id)}  ${showControlCharacters(message)}`,
    ...evidence.map(
      ({ message: what, ...place }) =>
        `        ${showControlCharacters(formatOrigin(place))}  ${paint.dim(showControlCharacters(what))}`,
    ),
    // what may cost a consortium its place is said in the notice's words, at once
    ...(id === "removal" && clause !== undefined ? [`        依据:${clause}`] : []),
  ];
}

function closing(ledger: Ledger): string[] {
  const { today, consortia, absent, presentation } = ledger;
  const alerts = alertTally(consortia.flatMap((each) => each.alerts));
  return [
    consortia.length === 0
      ? `截至 ${today}:没有一份文件列入台账`
      : `截至 ${today}:${consortia.length} 个${presentation.terms.consortium};提醒:${alerts === "" ? "没有" : alerts}`,
    ...yearTallies(ledger),
    ...(absent.length > 0 ? [`名单上的 ${absent.length} 个没有任何文件:`] : []),
    ...absentByCity(ledger).map(({ city, names }) => `  ${city}  ${names.join("、")}`),
  ];
}
