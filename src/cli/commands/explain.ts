import { readFileSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import { explain, explainSuggestions } from "../../api/explain.js";
import { packageFolder } from "../../io/forms/package-folder.js";
import { didYouMean } from "../../text/did-you-mean.js";
import { printable } from "../../text/printable.js";
import { formsOf } from "../check-input.js";
import type { Context } from "../context.js";
import { EXIT_CODES, UsageError } from "../exit-codes.js";
import { usageWords } from "../usage-words.js";

/** Adds the command `ptc explain`. @param exit receives the exit code when the command has run */
export function register(program: Command, context: Context, exit: (code: number) => void): void {
  program
    .command("explain")
    .usage("<规则编号|栏目>")
    .description("解释一条规则或一个栏目:意思、依据、对错示例;标签、单位、字数上限")
    .argument("<名称>", `如 one-per-park、word-limit、${usageWords.field}`)
    .action(async (name: string, _: object, command: Command) => {
      const forms = formsOf(command, context);
      const explanation = await explain(name, forms);
      if (explanation === undefined)
        throw new UsageError(
          [printable`没有叫“${name}”的规则或栏目`, didYouMean(await explainSuggestions(name, forms))]
            .filter(Boolean)
            .join(","),
        );
      context.out(explanation.kind === "text" ? explanation.text : pageOf(explanation.id));
      exit(EXIT_CODES.clean);
    });
}

/** Reads the page of a rule. */
function pageOf(id: string): string {
  return readFileSync(path.join(packageFolder, "docs", "rules", `${id}.md`), "utf8");
}
