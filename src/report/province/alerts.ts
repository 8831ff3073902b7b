import { ALERT_SEVERITY_LABELS, type Alert, type AlertSeverity, alertName, type Ledger } from "../../model/ledger.js";
import { alertClauses, alertCounts } from "../ledger/wording.js";
import { scrollable } from "./accessible.js";
import { html, join, type Markup } from "./html-template.js";
import { type Href, placeLink } from "./links.js";

/** When an alert has more places than this, they are folded away. */
const MAX_OPEN = 3;

/** The class that colours an alert. */
const TONE: Record<AlertSeverity, string> = { serious: "error", attention: "warning", note: "" };

/** The alerts of all consortia (an alert about several years names them itself), and the sentences of the notice that they are based on. */
export function alertTable(ledger: Ledger, href: Href): Markup {
  const withAlerts = ledger.consortia.filter(({ alerts }) => alerts.length > 0);
  if (withAlerts.length === 0) return html`<p>没有。</p>`;
  const clauses = alertClauses(ledger);
  const table = html`<table class="list">
<caption>${alertCounts(withAlerts.flatMap(({ alerts }) => alerts))}</caption>
<thead><tr><th scope="col">${ledger.presentation.terms.consortium}</th><th scope="col">提醒和出处</th></tr></thead>
<tbody>${withAlerts.map(
    ({ name, alerts }) => html`
<tr><th scope="row">${name}</th><td><ul class="alerts">${alerts.map((alert) => alertItem(alert, href))}</ul></td></tr>`,
  )}
</tbody></table>`;
  return html`${scrollable("提醒", table)}
${clauses.length > 0 ? html`<p class="clause">依据:${join(clauses, html`<br>`)}</p>` : undefined}`;
}

function alertItem(alert: Alert, href: Href): Markup {
  const { severity, year, since, message, evidence } = alert;
  const list = html`<ul>${evidence.map(({ message: what, ...origin }) => html`<li>${placeLink(href, origin)} ${what}</li>`)}</ul>`;
  const shown =
    evidence.length <= MAX_OPEN ? list : html`<details><summary>出处 ${evidence.length} 处</summary>${list}</details>`;
  return html`<li><span class="tag ${TONE[severity]}">${ALERT_SEVERITY_LABELS[severity]}</span> <b>${alertName(alert)}</b> ${year === undefined || since !== undefined ? "" : `${year} 年:`}${message}${evidence.length > 0 ? shown : undefined}</li>`;
}
