import type { CommanderError } from "commander";

/** Sentences for commander's error codes. `name` is the text that commander quotes. */
const SENTENCES: Record<string, (name: string) => string> = {
  "commander.unknownOption": (name) => `没有 ${name} 这个选项`,
  "commander.unknownCommand": (name) => `没有 ${name} 这个命令`,
  "commander.missingArgument": (name) => `缺少参数:${name}`,
  "commander.optionMissingArgument": (name) => `选项 ${name} 后面要写一个值`,
  "commander.invalidArgument": (name) => `${name} 的值不对`,
  "commander.excessArguments": () => "多写了参数",
  "commander.missingMandatoryOptionValue": (name) => `要写上选项 ${name}`,
};

/** Describes a usage error of commander in Chinese, with commander's suggestion of what was meant. */
export function usageErrorText({ code, message }: CommanderError): string {
  const name = /'([^']*)'/u.exec(message)?.[1] ?? "";
  const allowed = /Allowed choices are (.*?)\.?$/mu.exec(message)?.[1];
  const wanted = /is invalid\. (?!Allowed)(.+)$/mu.exec(message)?.[1];
  const suggestion = /Did you mean (?:one of )?([^?]*)\?/u.exec(message)?.[1];
  return [
    SENTENCES[code]?.(name) ?? message,
    allowed && `,可以是:${allowed}`,
    wanted && `:${wanted}`,
    suggestion && `,是不是要写 ${suggestion}?`,
    "\n用 ptc --help 或 ptc <命令> --help 查看用法",
  ]
    .filter(Boolean)
    .join("");
}
