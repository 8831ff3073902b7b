import type { Checklist, ChecklistPoint, PointStatus } from "../../model/checklist.js";
import type { Presentation } from "../../model/presentation.js";
import { pointsOf } from "../checklist/points.js";
import { scrollable, signWithWords } from "./accessible.js";
import { html, type Markup } from "./html-template.js";

/** The sign of a status in a narrow cell, and the class that colours it. */
const SIGNS: Record<PointStatus, { sign: string; tone?: string }> = {
  有数据支撑: { sign: "✓", tone: "served" },
  部分支撑: { sign: "△", tone: "unknown" },
  不满足: { sign: "✗", tone: "unserved" },
  缺失: { sign: "缺" },
  有佐证: { sign: "证" },
  需人工评审: { sign: "人" },
};
const STATUSES = Object.keys(SIGNS) as PointStatus[];

/** The section of the checklists: consortia down and points across; then how many consortia have each status. */
export function checklistsSection(checklists: Checklist[], { terms }: Presentation): Markup {
  const [first] = checklists;
  if (!first) return html`<p>给出的文件里没有可以核对的。</p>`;
  const points = pointsOf(first);
  const matrix = html`<table class="map">
<caption>${first.title}:${points.length} 个${terms.point} × ${checklists.length} 份文件</caption>
<thead><tr><th scope="col">${terms.consortium}</th>${points.map(({ id }) => html`<th scope="col">${id}</th>`)}</tr></thead>
<tbody>${checklists.map(
    (each) => html`
<tr><th scope="row">${each.name || each.file}</th>${pointsOf(each).map(cellOf)}</tr>`,
  )}
</tbody></table>`;
  const all = checklists.map(pointsOf);
  const count = (status: PointStatus, index: number) => all.filter((own) => own[index]?.status.includes(status)).length;
  return html`${scrollable(`${terms.point}核对`, matrix)}
<ul class="legend"><li>${STATUSES.map((status) => `${SIGNS[status].sign} ${status}`).join("  ")}。${terms.scores};未填不等于不满足。</li></ul>
${scrollable(
  `各${terms.point}`,
  html`<table class="list"><caption>每个${terms.point}各有几个${terms.consortium}</caption>
<thead><tr><th scope="col">${terms.point}</th><th scope="col">内容</th>${STATUSES.map((status) => html`<th scope="col">${status}</th>`)}</tr></thead>
<tbody>${points.map(
    ({ id, text }, index) => html`
<tr><th scope="row">${id}</th><td>${text}</td>${STATUSES.map((status) => html`<td class="number">${count(status, index)}</td>`)}</tr>`,
  )}
</tbody></table>`,
)}`;
}

function cellOf({ status }: ChecklistPoint): Markup {
  const tone = status.map((each) => SIGNS[each].tone).find((each) => each !== undefined);
  const signs = status.map((each) => SIGNS[each].sign).join("");
  return html`<td class="${tone ?? ""}">${signWithWords(signs, status.join("、"))}</td>`;
}
