require("./rolldown-runtime.cjs");const e=require("./style.cjs"),t=require("./wording2.cjs");function n(n){let i=t.o(n),a=[...t.t(n.changes)].map(([t,n])=>e.r`<h2>${t}</h2>
<dl>
${n.map(r)}</dl>
`),o=t.i(n).map(t=>e.r`<p>${t}</p>
`),s=e.r`<main>
<h1>${i}</h1>
${a}${o}</main>`;return`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${e.r`${i}`.text}</title>
<style>${e.t}
del { background: var(--bad); color: var(--bad-ink); }
ins { background: var(--good); color: var(--good-ink); text-decoration: underline; }
dt { font-weight: 600; margin-top: .75rem; }
dd { margin: .25rem 0 0 1.5rem; white-space: pre-line; }
</style>
</head>
<body>
${s.text}
</body>
</html>
`}function r(n){return e.r`<dt>${t.r(n)}</dt><dd>${i(n)}</dd>
`}function i(n){return n.kind===`list`?[...n.removed.map(t=>e.r`<div>− <del>${t}</del></div>`),...n.added.map(t=>e.r`<div>+ <ins>${t}</ins></div>`)]:n.kind===`text`?n.parts.map(({kind:t,text:n})=>t===`removed`?e.r`<del>${n}</del>`:t===`added`?e.r`<ins>${n}</ins>`:e.r`${n}`):t.n(n)}exports.diffHtml=n;