import { type Diagnostic, SEVERITY_LABELS } from "../../model/diagnostic.js";
import { lineOrCell } from "../../model/place.js";
import { scrollable } from "./accessible.js";
import { html, type Markup } from "./html-template.js";
import { fileLink, type Href, placeLink } from "./links.js";

/** Most findings shown of a file; the others are seen by running the check on it. */
const MAX_SHOWN = 30;

/** The section of what validation found, file by file. */
export function findingsSection(diagnostics: Diagnostic[], href: Href): Markup {
  if (diagnostics.length === 0) return html`<p>没有发现问题。</p>`;
  const files = new Map<string, Diagnostic[]>();
  for (const each of diagnostics) {
    const own = files.get(each.file) ?? [];
    own.push(each);
    files.set(each.file, own);
  }
  return html`${[...files].map(([file, own]) => fileFindings(file, own, href))}`;
}

function fileFindings(file: string, own: Diagnostic[], href: Href): Markup {
  const errors = own.filter(({ severity }) => severity === "error").length;
  const rest = own.length - MAX_SHOWN;
  const table = html`<table class="list">
<caption>${errors} 个错误,${own.length - errors} 个警告</caption>
<thead><tr><th scope="col">位置</th><th scope="col">级别</th><th scope="col">说明</th><th scope="col">依据</th><th scope="col">规则</th></tr></thead>
<tbody>${own.slice(0, MAX_SHOWN).map((each) => row(each, href))}
</tbody></table>`;
  return html`<h3>${fileLink(href, file)}</h3>
${scrollable(`${file} 的校验结果`, table)}
${rest > 0 ? html`<p>还有 ${rest} 条没有列出,用 ptc validate 看全部。</p>` : undefined}`;
}

function row({ file, place, severity, ruleId, message, hint, clause, related }: Diagnostic, href: Href): Markup {
  return html`
<tr><td>${placeLink(href, { file, ...lineOrCell(place) })}</td><td class="short ${severity}">${SEVERITY_LABELS[severity]}</td><td>${message}${hint === undefined ? undefined : html`<br>办法:${hint}`}${related.map((other) => html`<br>另见 ${placeLink(href, { file: other.file, ...lineOrCell(other.place) })} ${other.message}`)}</td><td>${clause}</td><td>${ruleId}</td></tr>`;
}
