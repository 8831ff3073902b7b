import { type Coverage, citiesWithout } from "../../model/coverage.js";
import type { Province } from "../../model/province.js";
import { countBySeverity } from "../../model/report.js";
import { formatChineseDate } from "../../text/format-values.js";
import { sha256Base64 } from "../../text/sha256.js";
import { alertCounts } from "../ledger/wording.js";
import { checklistsSection } from "./checklists.js";
import { consortiaSection } from "./consortia.js";
import { coverageSection } from "./coverage.js";
import { figuresSection } from "./figures.js";
import { filingsSection } from "./filings.js";
import { findingsSection } from "./findings.js";
import { html, Markup } from "./html-template.js";
import type { Href } from "./links.js";
import { STYLE } from "./style.js";

interface Section {
  id: string;
  title: string;
  content: Markup;
}

/**
 * The province's page: one HTML file that loads nothing else and runs no program.
 * @param href gives the addresses that names of files link to
 */
export function provinceHtml(province: Province, href: Href): string {
  const sections = sectionsOf(province, href);
  const heading = `${province.title}${province.presentation.terms.whole}情况`;
  const page = html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${heading}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
<header>
<h1>${heading}</h1>
<p>${overviewText(province)}</p>
${keyFigures(province)}
</header>
<nav aria-label="目录"><ol>${sections.map(({ id, title: name }) => html`<li><a href="#${id}">${name}</a></li>`)}</ol></nav>
<main id="main" tabindex="-1">
${sections.map(
  ({ id, title: name, content }, index) => html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${index + 1}. ${name}</h2>
${content}
</section>
`,
)}</main>
<footer><p>由 ptc 按给出的文件生成,${formatChineseDate(province.today)}。只列情况,不打分,不替人判断。</p></footer>
</body>
</html>
`;
  return page.text;
}

function sectionsOf(province: Province, href: Href): Section[] {
  const { coverage, figures, checklists, ledger, diagnostics, presentation } = province;
  const { terms } = presentation;
  return [
    ...(coverage ? [{ id: "coverage", title: "覆盖情况", content: coverageSection(coverage) }] : []),
    { id: "consortia", title: terms.consortium, content: consortiaSection(province, href) },
    ...(ledger ? [{ id: "filings", title: "报送、任务和提醒", content: filingsSection(ledger, href) }] : []),
    { id: "figures", title: "年度数据", content: figuresSection(figures, presentation) },
    { id: "points", title: `${terms.point}核对`, content: checklistsSection(checklists, presentation) },
    { id: "findings", title: "校验结果", content: findingsSection(diagnostics, href) },
  ];
}

/** A policy that lets the page load nothing and run nothing; its one style is allowed by its hash. */
function contentSecurityPolicy(): string {
  return `default-src 'none'; style-src 'sha256-${sha256Base64(STYLE)}'; base-uri 'none'; form-action 'none'`;
}

function overviewText({ files, checked, kinds, today }: Province): string {
  const read = kinds.map(({ kind, count: number }) => `${kind} ${number} 份`).join("、");
  const unchecked = files > checked ? `,另有 ${files - checked} 份没能检查` : "";
  return `截至${formatChineseDate(today)}。看了 ${files} 份文件${read === "" ? "" : `:${read}`}${unchecked}。`;
}

function keyFigures({ coverage, consortia, ledger, diagnostics, presentation: { terms } }: Province): Markup {
  const { errors, warnings } = countBySeverity(diagnostics);
  const published = consortia.filter((each) => each.published !== undefined).length;
  const alerts = ledger?.consortia.flatMap((each) => each.alerts) ?? [];
  const silent = consortia.filter(({ files }) => files.length === 0).length;
  const items: [string, string][] = [
    [terms.consortium, `${consortia.length} 个${published > 0 ? `(公布名单上 ${published} 个)` : ""}`],
    ...(coverage ? [[`有${terms.consortium}的${terms.city}`, citiesServed(coverage)] as [string, string]] : []),
    [`没有给出文件的${terms.consortium}`, `${silent} 个`],
    ...(ledger ? [["提醒", alertCounts(alerts) || "没有"] as [string, string]] : []),
    ["校验", `${errors} 个错误,${warnings} 个警告`],
  ];
  return html`<dl class="stats">${items.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function citiesServed(coverage: Coverage): string {
  const all = coverage.cities.length;
  return `${all - citiesWithout(coverage).none.length} / ${all}`;
}
