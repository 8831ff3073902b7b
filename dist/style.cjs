const e=require("./start.cjs");var t=class{text;constructor(e){this.text=e}};function n(e,...n){return new t(String.raw({raw:e},...n.map(r)))}function r(e){return e===void 0?``:e instanceof t?e.text:Array.isArray(e)?e.map(r).join(``):a(String(e))}const i={"&":`&amp;`,"<":`&lt;`,">":`&gt;`,'"':`&quot;`,"'":`&#39;`};function a(t){return e.cr(t).replace(/[&<>"']/gu,e=>i[e]).replace(/\p{Noncharacter_Code_Point}/gu,`�`)}function o(e,t){return e.flatMap((e,n)=>n===0?[e]:[t,e])}Object.defineProperty(exports,"i",{enumerable:!0,get:function(){return o}}),Object.defineProperty(exports,"n",{enumerable:!0,get:function(){return t}}),Object.defineProperty(exports,"r",{enumerable:!0,get:function(){return n}}),Object.defineProperty(exports,"t",{enumerable:!0,get:function(){return`
:root {
  --paper: #fff; --card: #f5f7fb; --ink: #1d2433; --soft: #525c74; --line: #ccd3e0; --link: #1a56b0;
  --good: #dcf0e2; --good-ink: #0f4f28; --bad: #fbdeda; --bad-ink: #8a1c12; --open: #fff1c7; --open-ink: #634500;
  --bar: #2f6fbd; --earlier: #7a97c2; --grid: #dde2ec;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #14181f; --card: #1c222c; --ink: #e7eaf1; --soft: #a9b2c5; --line: #3a4355; --link: #8fb8fa;
    --good: #143c25; --good-ink: #b3ebc6; --bad: #4b1d19; --bad-ink: #ffbcb4; --open: #41340c; --open-ink: #ffe29a;
    --bar: #8fb8fa; --earlier: #5b7cab; --grid: #2a3240;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 1.5rem clamp(.75rem, 3vw, 2.5rem) 3rem; max-width: 88rem;
  background: var(--paper); color: var(--ink);
  font: 1rem/1.6 "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif;
  overflow-wrap: anywhere;
}
h1 { font-size: 1.75rem; line-height: 1.3; margin: 0 0 .5rem; }
h2 { font-size: 1.35rem; margin: 2.5rem 0 .75rem; padding-bottom: .25rem; border-bottom: 2px solid var(--line); }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .5rem; }
p { margin: .5rem 0; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
main:focus { outline: none; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: .75rem; top: .5rem; background: var(--paper); padding: .25rem .75rem; z-index: 2; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.stats { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1rem 0; }
.stats div { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .5rem 1rem; }
.stats dt { color: var(--soft); font-size: .85rem; }
.stats dd { margin: 0; font-size: 1.1rem; font-weight: 600; }
nav ol { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 1rem 0 0; padding: 0; list-style: none; }
footer, .clause, caption small { color: var(--soft); }
footer { margin-top: 3rem; border-top: 1px solid var(--line); font-size: .9rem; }
.legend { margin: .5rem 0; padding: 0; list-style: none; color: var(--soft); font-size: .9rem; white-space: pre-wrap; }
.scroll { position: relative; overflow-x: auto; }
table { border-collapse: collapse; font-size: .9rem; overflow-wrap: break-word; }
caption { text-align: left; color: var(--soft); padding: .25rem 0; }
th, td { border: 1px solid var(--line); padding: .3rem .5rem; text-align: left; vertical-align: top; }
thead th { background: var(--card); }
th { font-weight: 600; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.short { white-space: nowrap; }
.list { width: 100%; min-width: 56rem; }
.map td { text-align: center; white-space: nowrap; padding: .3rem .35rem; }
.map thead th { text-align: center; white-space: nowrap; }
.map th[scope="row"], .map thead th:first-child { position: sticky; left: 0; background: var(--card); text-align: left; z-index: 1; }
.map th[scope="row"] { min-width: 6.5rem; }
.served { background: var(--good); color: var(--good-ink); }
.unserved, .error { background: var(--bad); color: var(--bad-ink); }
.unknown, .warning { background: var(--open); color: var(--open-ink); }
.served a, .unserved a, .unknown a { color: inherit; }
.charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(24rem, 100%), 1fr)); gap: 1rem; align-items: start; }
.figure { width: 100%; table-layout: fixed; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; border-collapse: separate; border-spacing: 0; }
.figure caption { color: var(--ink); font-weight: 600; }
.figure th, .figure td { border: 0; border-top: 1px solid var(--grid); background: none; vertical-align: middle; }
.figure th { font-weight: 400; font-size: .8rem; line-height: 1.35; }
.figure th:first-child { width: 36%; }
.figure thead th { border-top: 0; padding-bottom: 0; color: var(--soft); }
.chart { display: block; width: 100%; height: auto; }
.chart text { fill: var(--ink); font-size: 10px; font-variant-numeric: tabular-nums; }
.chart .tick { text-anchor: middle; fill: var(--soft); }
.chart .year { fill: var(--soft); }
.grid { stroke: var(--grid); }
.bar { fill: var(--bar); }
.provisional { fill: none; stroke: var(--bar); stroke-dasharray: 3 2; }
.tasks { display: inline-block; }
.done { fill: var(--bar); }
.open { fill: var(--earlier); }
.failed { fill: var(--bad-ink); }
.changed, .silent { fill: var(--line); }
.alerts { margin: 0; padding: 0; list-style: none; }
.alerts li { margin: 0 0 .35rem; }
.alerts ul { margin: .15rem 0; padding-left: 1.25rem; }
.tag { padding: 0 .35rem; border-radius: .25rem; border: 1px solid var(--line); }
summary { cursor: pointer; color: var(--link); }
@media print {
  @page { size: A4 landscape; margin: 12mm 14mm; }
  @page upright { size: A4 portrait; margin: 14mm 12mm; }
  html { font-size: 9pt; }
  body { padding: 0; max-width: none; }
  h1 { font-size: 16pt; }
  h2 { font-size: 13pt; }
  h2, h3, caption { break-after: avoid; }
  nav, .skip { display: none; }
  #figures { page: upright; }
  .scroll { overflow: visible; }
  .list { min-width: 0; }
  tr { break-inside: avoid; }
  thead { display: table-header-group; }
  .map th[scope="row"], .map thead th:first-child { position: static; }
  .map td, .map th { padding: .15rem .2rem; }
  .charts { grid-template-columns: 1fr 1fr; gap: 4mm; }
  td, th, rect { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  details::details-content { content-visibility: visible; block-size: auto; }
  a { color: inherit; text-decoration: none; }
}
`}});