import {
  ALERT_SEVERITY_LABELS,
  type Alert,
  type AlertSeverity,
  type Filing,
  FULFILMENT_LABELS,
  type Ledger,
  type YearLedger,
} from "../../model/ledger.js";
import { absentByCity, alertTally, amountWord, clausesOf, filingWord } from "../ledger/words.js";
import { html, joined, type Markup } from "./html.js";
import { fileLink, type Href, link, place, wide } from "./links.js";
import { tasksBar } from "./tasks-bar.js";

/** Plans, filings and tasks year by year, then what calls for somebody's attention. */
export function filings(ledger: Ledger, href: Href): Markup {
  const { consortia, leftOut, presentation } = ledger;
  const { consortium } = presentation.terms;
  const years = [...new Set(consortia.flatMap((each) => each.years.map(({ year }) => year)))].sort((a, b) => b - a);
  const absent = absentByCity(ledger);
  return html`${years.length === 0 ? html`<p>给出的文件里没有入选后要报计划和总结的${consortium}。</p>` : undefined}
${years.map((year) => yearTable(year, ledger, href))}
<h3>提醒</h3>
${alertTable(ledger, href)}
${
  absent.length > 0
    ? html`<h3>名单上没有给出任何文件的${consortium}</h3>
<ul>${absent.map(({ city, names }) => html`<li>${city}:${names.join("、")}</li>`)}</ul>`
    : undefined
}
${
  leftOut.length > 0
    ? html`<h3>没有计入的文件</h3>
<ul>${leftOut.map(({ file, line, message }) => html`<li>${line === undefined ? fileLink(href, file) : place(href, file, line)} ${message}</li>`)}</ul>`
    : undefined
}`;
}

function yearTable(year: number, { consortia, presentation }: Ledger, href: Href): Markup {
  const rows = consortia.flatMap(({ name, years }) =>
    years.filter((each) => each.year === year).map((own) => ({ name, own })),
  );
  const kinds = rows[0]?.own.filings.map(({ kind }) => kind) ?? [];
  const table = html`<table class="list">
<caption>${year} 年的报送、任务和经费</caption>
<thead><tr><th scope="col">${presentation.terms.consortium}</th>${kinds.map((kind) => html`<th scope="col">${kind}</th>`)}<th scope="col">任务</th><th scope="col">完成${presentation.filings.plan}计划</th><th scope="col">经费:承诺 / 计划 / 实际</th></tr></thead>
<tbody>${rows.map(
    ({ name, own }) => html`
<tr><th scope="row">${name}</th>${own.filings.map((filing) => filingCell(filing, href))}<td>${tasksBar(own, presentation)}</td><td class="${FULFILLED_TONE[own.fulfilled]}">${FULFILMENT_LABELS[own.fulfilled]}${reasonsOf(own).map((reason) => html`<br><small>${reason}</small>`)}</td><td>${joined(own.amounts.map(money), html`<br>`)}</td></tr>`,
  )}
</tbody></table>`;
  return html`<h3>${year} 年</h3>
${wide(`${year} 年的报送、任务和经费`, table)}`;
}

const FULFILLED_TONE: Record<YearLedger["fulfilled"], string> = { yes: "served", no: "unserved", unknown: "" };

/** Of a year in which nothing was filed, the columns beside it say all there is. */
function reasonsOf({ filings: own, reasons }: YearLedger): string[] {
  return own.some(({ file }) => file !== undefined) ? reasons : [];
}

const STATE_TONE: Record<Filing["state"], string> = {
  filed: "served",
  late: "unknown",
  draft: "unknown",
  missing: "unserved",
  due: "",
  excused: "",
};

function filingCell(filing: Filing, href: Href): Markup {
  const { file, state } = filing;
  const word = filingWord(filing);
  return html`<td class="short ${STATE_TONE[state]}">${file === undefined ? word : link(href(file, 1), word)}</td>`;
}

function money(amount: YearLedger["amounts"][number]): string {
  const { title, unit, pledged, planned, actual } = amount;
  return pledged || planned || actual ? `${title} ${amountWord(amount)} ${unit}` : "-";
}

/** Evidence beyond this many places is folded away. */
const SHOWN = 3;

const ALERT_TONE: Record<AlertSeverity, string> = { serious: "error", attention: "warning", note: "" };

function alertTable(ledger: Ledger, href: Href): Markup {
  const having = ledger.consortia.filter(({ alerts }) => alerts.length > 0);
  if (having.length === 0) return html`<p>没有。</p>`;
  const clauses = clausesOf(ledger);
  const table = html`<table class="list">
<caption>${alertTally(having.flatMap(({ alerts }) => alerts))}</caption>
<thead><tr><th scope="col">${ledger.presentation.terms.consortium}</th><th scope="col">提醒和出处</th></tr></thead>
<tbody>${having.map(
    ({ name, alerts }) => html`
<tr><th scope="row">${name}</th><td><ul class="alerts">${alerts.map((alert) => alertItem(alert, href))}</ul></td></tr>`,
  )}
</tbody></table>`;
  return html`${wide("提醒", table)}
${clauses.length > 0 ? html`<p class="clause">依据:${joined(clauses, html`<br>`)}</p>` : undefined}`;
}

function alertItem({ severity, year, message, evidence }: Alert, href: Href): Markup {
  const list = html`<ul>${evidence.map(({ file, line, message: what }) => html`<li>${place(href, file, line)} ${what}</li>`)}</ul>`;
  const shown =
    evidence.length <= SHOWN ? list : html`<details><summary>出处 ${evidence.length} 处</summary>${list}</details>`;
  return html`<li><span class="tag ${ALERT_TONE[severity]}">${ALERT_SEVERITY_LABELS[severity]}</span> ${year === undefined ? "" : `${year} 年 `}${message}${evidence.length > 0 ? shown : undefined}</li>`;
}
