function e(e,t,n=e.map(()=>`---`)){return[e,n,...t].map(e=>`| ${e.join(` | `)} |`).join(`
`)}Object.defineProperty(exports,"t",{enumerable:!0,get:function(){return e}});