import type { Change, Comparison } from "../../model/comparison.js";
import { type Content, html, type Markup } from "../province/html-template.js";
import { STYLE } from "../province/style.js";
import { bySection, inOneLine, labelOf, noteLines, summaryLine } from "./wording.js";

const DIFF_STYLE = `
del { background: var(--bad); color: var(--bad-ink); }
ins { background: var(--good); color: var(--good-ink); text-decoration: underline; }
dt { font-weight: 600; margin-top: .75rem; }
dd { margin: .25rem 0 0 1.5rem; white-space: pre-line; }
`;

/** Formats the differences of two versions as a page that can be opened without a network, and printed. */
export function diffHtml(comparison: Comparison): string {
  const summary = summaryLine(comparison);
  const sections = [...bySection(comparison.changes)].map(
    ([section, changes]) => html`<h2>${section}</h2>
<dl>
${changes.map(entry)}</dl>
`,
  );
  const notes = noteLines(comparison).map(
    (note) => html`<p>${note}</p>
`,
  );
  const page = html`<main>
<h1>${summary}</h1>
${sections}${notes}</main>`;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html`${summary}`.text}</title>
<style>${STYLE}${DIFF_STYLE}</style>
</head>
<body>
${page.text}
</body>
</html>
`;
}

function entry(change: Change): Markup {
  return html`<dt>${labelOf(change)}</dt><dd>${detail(change)}</dd>
`;
}

function detail(change: Change): Content {
  if (change.kind === "list")
    return [
      ...change.removed.map((name) => html`<div>− <del>${name}</del></div>`),
      ...change.added.map((name) => html`<div>+ <ins>${name}</ins></div>`),
    ];
  if (change.kind !== "text") return inOneLine(change);
  return change.parts.map(({ kind, text }) =>
    kind === "removed" ? html`<del>${text}</del>` : kind === "added" ? html`<ins>${text}</ins>` : html`${text}`,
  );
}
