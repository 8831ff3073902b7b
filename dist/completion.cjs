require("./rolldown-runtime.cjs");const e=require("./start.cjs"),t={bash:i,zsh:a,fish:o};function n(n,i,a){n.command(`completion`).usage(`<bash|zsh|fish>`).description(`输出命令行补全脚本,如 bash:把 source <(ptc completion bash) 加到 ~/.bashrc`).addArgument(new e.xr(`<shell>`,`哪一种`).choices(Object.keys(t))).action(o=>{i.out(t[o](r(n,``))),a(e.Jn.clean)})}function r(e,t){let n=e.commands.flatMap(e=>r(e,`${t} ${e.name()}`.trim())),i=[...e.commands.map(e=>({name:e.name(),description:e.description()})),...e.registeredArguments.flatMap(({argChoices:e=[]})=>e.map(e=>({name:e,description:``})))],a=[...e.options,...e.createHelp().visibleOptions(e)].filter((e,t,n)=>n.findIndex(t=>t.long===e.long)===t).map(({long:e,short:t,description:n,required:r,optional:i,argChoices:a=[]})=>({names:[e,t].filter(e=>e!=null),description:n,takesValue:r||i,choices:a}));return[{path:t,description:e.description(),words:i,options:a},...n]}function i(e){let t=e.map(({path:e,words:t,options:n})=>{let r=n.filter(({choices:e})=>e.length>0).map(({names:e,choices:t})=>`      ${e.join(`|`)}) COMPREPLY=($(compgen -W "${t.join(` `)}" -- "$cur")); return ;;`);return[`    "${e}")`,...r.length>0?[`      case "$prev" in`,...r.map(e=>`  ${e}`),`      esac`]:[],`      words="${t.map(({name:e})=>e).join(` `)}"`,`      options="${n.flatMap(({names:e})=>e).join(` `)}" ;;`].join(`
`)});return`# ptc 的 bash 补全
_ptc() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" at="" word words options
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "\${at:+$at }$word" in ${e.flatMap(({path:e})=>e===``?[]:[`"${e}"`]).join(`|`)}) at="\${at:+$at }$word" ;; esac
  done
  case "$at" in
${t.join(`
`)}
  esac
  case "$cur" in
    -*) COMPREPLY=($(compgen -W "$options" -- "$cur")) ;;
    *) COMPREPLY=($(compgen -W "$words" -- "$cur") $(compgen -f -- "$cur")) ;;
  esac
}
complete -o filenames -F _ptc ptc
`}function a(e){let t=e=>e.replace(/[\\"`$]/gu,`\\$&`).replaceAll(`:`,`\\:`).replace(/[[\]]/gu,``),n=e.map(({path:e,words:n,options:r})=>{let i=r.flatMap(({names:e,description:n,takesValue:r,choices:i})=>e.map(e=>{let a=r?`:值:${i.length>0?`(${i.join(` `)})`:`_files`}`:``;return`"${e}[${t(n)}]${a}"`}));return`    "${e}") offered=(${n.map(({name:e,description:n})=>`"${e}:${t(n)}"`).join(` `)}); specs=(${i.join(` `)}) ;;`});return`#compdef ptc
# ptc 的 zsh 补全
_ptc() {
  local at="" word
  local -a words_before=("\${(@)words[2,CURRENT-1]}") specs
  for word in "\${words_before[@]}"; do
    case "\${at:+$at }$word" in ${e.flatMap(({path:e})=>e===``?[]:[`"${e}"`]).join(`|`)}) at="\${at:+$at }$word" ;; esac
  done
  local -a offered
  case "$at" in
${n.join(`
`)}
  esac
  [[ "$PREFIX" != -* && \${#offered} -gt 0 ]] && _describe -t commands 命令 offered
  _arguments -s "\${specs[@]}" "*:文件:_files"
}
compdef _ptc ptc
`}function o(e){let t=e=>`'${e.replace(/['\\]/gu,`\\$&`)}'`;return`# ptc 的 fish 补全\n${e.flatMap(({path:n,words:r,options:i})=>{let a=e.flatMap(e=>e.path===``||e.path.includes(` `)?[]:[e.path]).join(` `),o=n.split(` `).map(e=>`__fish_seen_subcommand_from ${e}`),s=t(n===``?`not __fish_seen_subcommand_from ${a}`:o.join(`; and `));return[...r.map(({name:e,description:n})=>`complete -c ptc -n ${s} -a ${e} -d ${t(n)}`),...i.map(({names:[e=``,n],description:r,takesValue:i,choices:a})=>[`complete -c ptc -n ${s} -l ${e.slice(2)}`,...n?[`-s ${n.slice(1)}`]:[],...i?[`-r`]:[],...a.length>0?[`-f -a ${t(a.join(` `))}`]:[],`-d ${t(r)}`].join(` `))]}).join(`
`)}\n`}exports.register=n;