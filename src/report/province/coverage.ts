import {
  type Coverage,
  type CoverageCell,
  cellSign,
  citiesWithout,
  industryNames,
  legend,
} from "../../model/coverage.js";
import { scrollable, signWithWords } from "./accessible.js";
import { html, type Markup } from "./html-template.js";

/** The section of the coverage: industries down and cities across; then the cities and core industries without any. */
export function coverageSection(coverage: Coverage): Markup {
  const { cities, industries, marks, source, clause, presentation } = coverage;
  const { consortium, city: region, industry: chosen } = presentation.terms;
  const { none, unpublished } = citiesWithout(coverage);
  const [core = ""] = Object.values(marks);
  const table = html`<table class="map">
<caption>${cities.length} 个${region} × ${industries.length} 个产业(${source})</caption>
<thead><tr><th scope="col">产业</th>${cities.map(({ short }) => html`<th scope="col">${short}</th>`)}</tr>
<tr><th scope="row">${consortium}(个)</th>${cities.map(({ consortia }) => html`<td class="${consortia.length === 0 ? "unserved" : "number"}">${consortia.length}</td>`)}</tr></thead>
<tbody>${industries.map(
    ({ code, name, cells }) => html`
<tr><th scope="row">${code} ${name}</th>${cells.map((cell) => cellOf(cell, coverage))}</tr>`,
  )}
</tbody></table>`;
  return html`${scrollable(`${region}和产业的覆盖情况`, table)}
<ul class="legend">${legend(coverage).map((line) => html`<li>${line}</li>`)}</ul>
<h3>没有${consortium}的${region}</h3>
<p>${none.length === 0 ? "没有。" : `${none.map(({ name }) => name).join("、")}(${none.length} 个)。`}</p>
<p class="clause">依据:${clause}</p>
${
  unpublished.length === 0
    ? undefined
    : html`<p>只有公布名单以外的${consortium}:${unpublished.map(({ name }) => name).join("、")}。</p>`
}
<h3>${core}有没有${consortium}服务</h3>
<table><caption>不明:有${consortium}没有填${chosen}的代码</caption>
<thead><tr><th scope="col">${region}</th><th scope="col">没有</th><th scope="col">不明</th></tr></thead>
<tbody>${cities
    .filter(({ unserved, unknown }) => unserved.length + unknown.length > 0)
    .map(
      ({ name, unserved, unknown }) => html`
<tr><th scope="row">${name}</th><td>${industryNames(coverage, unserved) || "-"}</td><td>${industryNames(coverage, unknown) || "-"}</td></tr>`,
    )}
</tbody></table>`;
}

function cellOf(cell: CoverageCell, { marks, presentation: { terms } }: Coverage): Markup {
  const states = { served: `有${terms.consortium}服务`, unserved: "没有", unknown: "不明" };
  const sign = cellSign(cell, marks);
  if (sign === "") return html`<td></td>`;
  const words = [cell.mark === undefined ? "布局之外" : marks[cell.mark], states[cell.state], ...cell.served];
  return html`<td class="${cell.state}">${signWithWords(sign, words.join(" "))}</td>`;
}
