import { type Filing, type Fulfilment, fulfilmentLabel, type Ledger, type YearLedger } from "../../model/ledger.js";
import { absentByCity, amountText, filingText } from "../ledger/wording.js";
import { scrollable } from "./accessible.js";
import { alertTable } from "./alerts.js";
import { html, join, type Markup } from "./html-template.js";
import { type Href, link, placeLink } from "./links.js";
import { taskBar } from "./task-bar.js";

/** The section of plans, filings and tasks year by year, and of the alerts. */
export function filingsSection(ledger: Ledger, href: Href): Markup {
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
<ul>${leftOut.map(({ message, ...origin }) => html`<li>${placeLink(href, origin)} ${message}</li>`)}</ul>`
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
<tr><th scope="row">${name}</th>${own.filings.map((filing) => filingCell(filing, href))}<td>${taskBar(own, presentation)}</td><td class="${FULFILLED_TONE[own.fulfilled]}">${fulfilmentLabel(own.fulfilled, presentation)}${reasonsShown(own).map((reason) => html`<br><small>${reason}</small>`)}</td><td>${join(own.amounts.map(amountWithUnit), html`<br>`)}</td></tr>`,
  )}
</tbody></table>`;
  return html`<h3>${year} 年</h3>
${scrollable(`${year} 年的报送、任务和经费`, table)}`;
}

const FULFILLED_TONE: Record<Fulfilment, string> = {
  yes: "served",
  changed: "unknown",
  no: "unserved",
  pending: "unknown",
  unknown: "",
};

/** Why a plan was fulfilled or not; in a year in which nothing was filed, the other columns say it already. */
function reasonsShown({ filings: own, reasons }: YearLedger): string[] {
  return own.some(({ file }) => file !== undefined) ? reasons : [];
}

const STATE_TONE: Record<Filing["state"], string> = {
  filed: "served",
  late: "unknown",
  draft: "unknown",
  missing: "unserved",
  due: "",
  excused: "",
  released: "",
};

function filingCell(filing: Filing, href: Href): Markup {
  const { file, state } = filing;
  const text = filingText(filing);
  return html`<td class="short ${STATE_TONE[state]}">${file === undefined ? text : link(href(file, 1), text)}</td>`;
}

function amountWithUnit(amount: YearLedger["amounts"][number]): string {
  const { title, unit, pledged, planned, actual } = amount;
  return pledged || planned || actual ? `${title} ${amountText(amount)} ${unit}` : "-";
}
