import type { Presentation } from "../../model/presentation.js";
import type { FigureGroup, FigureSeries } from "../../model/province.js";
import { barCharts } from "./bar-chart.js";
import { html, type Markup } from "./html-template.js";

/** The section of the figures by year: for each figure a table, with a chart for every consortium. */
export function figuresSection(groups: FigureGroup[], { terms }: Presentation): Markup {
  if (groups.length === 0) return html`<p>文件里还没有填年度数据。</p>`;
  return html`<p>每个数字一张图,各${terms.consortium}同一比例,从 0 起;虚线框、标“暂”的是还没有到年底的暂定数。几份文件里同一年的数字不一致时,取后报的。</p>
${groups.map(
  ({ title, figures }) => html`<h3>${title}</h3>
<div class="charts">${figures.map((series) => figureTable(series, terms))}</div>`,
)}`;
}

function figureTable(series: FigureSeries, terms: Presentation["terms"]): Markup {
  const { name, unit, consortia } = series;
  const { axis, chart } = barCharts(series);
  return html`<table class="figure">
<caption>${name}${unit === undefined || name.includes(unit) ? undefined : html` <small>(${unit})</small>`}</caption>
<thead><tr><th scope="col">${terms.consortium}</th><th scope="col"><span class="unseen">各年的数字</span>${axis}</th></tr></thead>
<tbody>${consortia.map(
    (each) => html`
<tr><th scope="row">${each.name}</th><td>${chart(each.values)}</td></tr>`,
  )}
</tbody></table>`;
}
