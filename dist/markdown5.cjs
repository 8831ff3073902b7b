require("./rolldown-runtime.cjs");const e=require("./escape-markdown.cjs"),t=require("./wording2.cjs");function n(n){let i=[...t.t(n.changes)].map(([t,n])=>[`### ${e.t(t)}`,``,...n.flatMap(r)].join(`
`)),a=t.i(n).map(t=>`- ${e.t(t)}`);return`${[`## ${e.t(t.o(n))}`,...i,...a.length>0?[a.join(`
`)]:[]].join(`

`)}\n`}function r(n){let r=`- **${e.t(t.r(n))}**:`,a=t.n(n);return a===void 0?n.kind===`list`?[r,...n.removed.map(t=>`  - − <del>${e.t(t)}</del>`),...n.added.map(t=>`  - + <ins>${e.t(t)}</ins>`)]:n.kind===`text`?[r+t.a(n.parts).map(({kind:e,text:t})=>{let n=t.split(`
`).map(i).join(`<br>`);return e===`removed`?`<del>${n}</del>`:e===`added`?`<ins>${n}</ins>`:n}).join(``)]:[]:[r+e.t(a)]}function i(t){let[,n=``,r=``,i=``]=/^(\s*)(.*?)(\s*)$/su.exec(t)??[];return n+e.t(r)+i}exports.diffMarkdown=n;