import type { Command } from "commander";
import { didYouMean, explain, explainSuggestions } from "../../index.js";
import { printable } from "../../text/printable.js";
import { formsFolders } from "../check-input.js";
import { type Context, EXIT_CODES, UsageError } from "../context.js";
import { usageWords } from "../usage-words.js";

export function register(program: Command, context: Context, exit: (code: number) => void): void {
  program
    .command("explain")
    .usage("<规则编号|栏目>")
    .description("解释一条规则或一个栏目:意思、依据、对错示例;标签、单位、字数上限")
    .argument("<名称>", `如 one-per-park、word-limit、${usageWords.field}`)
    .action(async (name: string, _: object, command: Command) => {
      const folders = formsFolders(command, context);
      const text = await explain(name, folders);
      if (text === undefined)
        throw new UsageError(
          [printable`没有叫“${name}”的规则或栏目`, didYouMean(await explainSuggestions(name, folders))]
            .filter(Boolean)
            .join(","),
        );
      context.out(text);
      exit(EXIT_CODES.clean);
    });
}
