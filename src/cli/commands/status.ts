import type { Command } from "commander";
import { reading, status } from "../../api/views.js";
import { readingText } from "../../report/reading/text.js";
import { statusText } from "../../report/status/text.js";
import { checkInput } from "../check-input.js";
import type { Context } from "../context.js";
import { paintFor } from "../paint.js";
import { printUnchecked } from "../print-findings.js";
import { usageWords } from "../usage-words.js";

/** Adds the command `ptc status`. @param exit receives the exit code when the command has run */
export function register(program: Command, context: Context, exit: (code: number) => void): void {
  program
    .command("status")
    .usage("[文件…]")
    .description("填了多少:各部分填写进度,各段文字的字数")
    .argument("[文件...]", `YAML 文件;不写就用 ${usageWords.file}`)
    .action(async (files: string[], _: object, command: Command) => {
      const report = await checkInput(files, command, context, { draft: true });
      const paint = await paintFor(context);
      for (const document of report.documents)
        context.out(`${statusText(status(document), paint, readingText(reading(document)))}\n`);
      exit(await printUnchecked(report, context));
    });
}
