import type { Province } from "../../model/province.js";
import { scrollable } from "./accessible.js";
import { html, join, type Markup } from "./html-template.js";
import { fileLink, type Href } from "./links.js";

/** The section of the consortia, with their parks, leads and files. */
export function consortiaSection(
  { consortia, presentation: { terms }, parksLabel }: Pick<Province, "consortia" | "presentation" | "parksLabel">,
  href: Href,
): Markup {
  const personal = consortia.some((each) => each.personal.length > 0);
  const lines = (items: (Markup | string)[]) => join(items, html`<br>`);
  const table = html`<table class="list">
<caption>${consortia.length} 个${terms.consortium};序号是公布名单上的</caption>
<thead><tr><th scope="col">序号</th><th scope="col">${terms.consortium}</th><th scope="col">${terms.city}</th><th scope="col">${parksLabel}</th><th scope="col">牵头单位</th><th scope="col">文件</th>${personal ? html`<th scope="col">人员和电话</th>` : undefined}</tr></thead>
<tbody>${consortia.map(
    (each) => html`
<tr><td class="short">${each.published ?? "不在名单上"}</td><th scope="row">${each.name}</th><td class="short">${each.city ?? "不明"}${each.inferred ? html`<br><small>由${terms.park}推断</small>` : undefined}</td><td>${lines(each.parks)}</td><td>${lines(each.leads)}</td><td>${each.files.length === 0 ? "没有" : lines(each.files.map((file) => fileLink(href, file)))}</td>${personal ? html`<td>${lines(each.personal.map(({ label, text }) => `${label}:${text}`))}</td>` : undefined}</tr>`,
  )}
</tbody></table>`;
  return scrollable(terms.consortium, table);
}
