import { Argument, type Command } from "commander";
import type { Context } from "../context.js";
import { EXIT_CODES } from "../exit-codes.js";

const SHELLS = { bash, zsh, fish };

/** A command, with the words and options that a shell can complete after it. */
interface CompletedCommand {
  /** The words of the command, e.g. `template check`; empty for `ptc` itself. */
  path: string;
  description: string;
  /** Words that may follow: subcommands, or values of its argument. */
  words: { name: string; description: string }[];
  options: { names: string[]; description: string; takesValue: boolean; choices: string[] }[];
}

/** Adds the command `ptc completion`. @param exit receives the exit code when the command has run */
export function register(program: Command, context: Context, exit: (code: number) => void): void {
  program
    .command("completion")
    .usage("<bash|zsh|fish>")
    .description("输出命令行补全脚本,如 bash:把 source <(ptc completion bash) 加到 ~/.bashrc")
    .addArgument(new Argument("<shell>", "哪一种").choices(Object.keys(SHELLS)))
    .action((shell: keyof typeof SHELLS) => {
      context.out(SHELLS[shell](listCommands(program, "")));
      exit(EXIT_CODES.clean);
    });
}

/** Lists a command and all of its subcommands. */
function listCommands(command: Command, path: string): CompletedCommand[] {
  const inner = command.commands.flatMap((each) => listCommands(each, `${path} ${each.name()}`.trim()));
  const words = [
    ...command.commands.map((each) => ({ name: each.name(), description: each.description() })),
    ...command.registeredArguments.flatMap(({ argChoices = [] }) =>
      argChoices.map((name) => ({ name, description: "" })),
    ),
  ];
  const options = [...command.options, ...command.createHelp().visibleOptions(command)]
    .filter((option, index, all) => all.findIndex((other) => other.long === option.long) === index)
    .map(({ long, short, description, required, optional, argChoices = [] }) => ({
      names: [long, short].filter((name) => name !== undefined && name !== null),
      description,
      takesValue: required || optional,
      choices: argChoices,
    }));
  return [{ path, description: command.description(), words, options }, ...inner];
}

/** Writes the script for bash. It finds the innermost command typed so far and offers its words, options, or files. */
function bash(all: CompletedCommand[]): string {
  const cases = all.map(({ path, words, options }) => {
    const values = options
      .filter(({ choices }) => choices.length > 0)
      .map(
        ({ names, choices }) =>
          `      ${names.join("|")}) COMPREPLY=($(compgen -W "${choices.join(" ")}" -- "$cur")); return ;;`,
      );
    return [
      `    "${path}")`,
      ...(values.length > 0 ? ['      case "$prev" in', ...values.map((line) => `  ${line}`), "      esac"] : []),
      `      words="${words.map(({ name }) => name).join(" ")}"`,
      `      options="${options.flatMap(({ names }) => names).join(" ")}" ;;`,
    ].join("\n");
  });
  const paths = all.flatMap(({ path }) => (path === "" ? [] : [`"${path}"`])).join("|");
  return `# ptc 的 bash 补全
_ptc() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" at="" word words options
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "\${at:+$at }$word" in ${paths}) at="\${at:+$at }$word" ;; esac
  done
  case "$at" in
${cases.join("\n")}
  esac
  case "$cur" in
    -*) COMPREPLY=($(compgen -W "$options" -- "$cur")) ;;
    *) COMPREPLY=($(compgen -W "$words" -- "$cur") $(compgen -f -- "$cur")) ;;
  esac
}
complete -o filenames -F _ptc ptc
`;
}

/** Writes the script for zsh. */
function zsh(all: CompletedCommand[]): string {
  const text = (value: string) =>
    value
      .replace(/[\\"`$]/gu, "\\$&")
      .replaceAll(":", "\\:")
      .replace(/[[\]]/gu, "");
  const cases = all.map(({ path, words, options }) => {
    const specs = options.flatMap(({ names, description, takesValue, choices }) =>
      names.map((name) => {
        const value = takesValue ? `:值:${choices.length > 0 ? `(${choices.join(" ")})` : "_files"}` : "";
        return `"${name}[${text(description)}]${value}"`;
      }),
    );
    const offered = words.map(({ name, description }) => `"${name}:${text(description)}"`).join(" ");
    return `    "${path}") offered=(${offered}); specs=(${specs.join(" ")}) ;;`;
  });
  const paths = all.flatMap(({ path }) => (path === "" ? [] : [`"${path}"`])).join("|");
  return `#compdef ptc
# ptc 的 zsh 补全
_ptc() {
  local at="" word
  local -a words_before=("\${(@)words[2,CURRENT-1]}") specs
  for word in "\${words_before[@]}"; do
    case "\${at:+$at }$word" in ${paths}) at="\${at:+$at }$word" ;; esac
  done
  local -a offered
  case "$at" in
${cases.join("\n")}
  esac
  [[ "$PREFIX" != -* && \${#offered} -gt 0 ]] && _describe -t commands 命令 offered
  _arguments -s "\${specs[@]}" "*:文件:_files"
}
compdef _ptc ptc
`;
}

/** Writes the script for fish. */
function fish(all: CompletedCommand[]): string {
  const quoted = (value: string) => `'${value.replace(/['\\]/gu, "\\$&")}'`;
  const lines = all.flatMap(({ path, words, options }) => {
    const names = all.flatMap((each) => (each.path === "" || each.path.includes(" ") ? [] : [each.path])).join(" ");
    const seen = path.split(" ").map((word) => `__fish_seen_subcommand_from ${word}`);
    const condition = quoted(path === "" ? `not __fish_seen_subcommand_from ${names}` : seen.join("; and "));
    return [
      ...words.map(({ name, description }) => `complete -c ptc -n ${condition} -a ${name} -d ${quoted(description)}`),
      ...options.map(({ names: [long = "", short], description, takesValue, choices }) =>
        [
          `complete -c ptc -n ${condition} -l ${long.slice(2)}`,
          ...(short ? [`-s ${short.slice(1)}`] : []),
          ...(takesValue ? ["-r"] : []),
          ...(choices.length > 0 ? [`-f -a ${quoted(choices.join(" "))}`] : []),
          `-d ${quoted(description)}`,
        ].join(" "),
      ),
    ];
  });
  return `# ptc 的 fish 补全\n${lines.join("\n")}\n`;
}
