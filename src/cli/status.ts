import type { Command } from "commander";
import { pretty, status, statusText } from "../index.js";
import { type Context, EXIT, painter } from "./context.js";
import { checkInput } from "./input.js";

export function register(program: Command, context: Context, exit: (code: number) => void): void {
  program
    .command("status")
    .usage("[文件…]")
    .description("填了多少:各部分填写进度,各段文字的字数")
    .argument("[文件...]", "YAML 文件;不写就用 application.yaml")
    .action(async (files: string[], _: object, command: Command) => {
      const report = await checkInput(files, command, context, { draft: true, whole: true });
      const paint = painter(context);
      for (const document of report.documents) context.out(`${statusText(status(document), paint)}\n`);
      const checked = new Set(report.documents.map(({ source }) => source.file));
      const unchecked = report.diagnostics.filter(({ file }) => !checked.has(file));
      if (unchecked.length > 0)
        context.err(pretty({ ...report, diagnostics: unchecked }, { paint, width: context.width }));
      exit(report.unreadable ? EXIT.usage : unchecked.length > 0 ? EXIT.findings : EXIT.clean);
    });
}
