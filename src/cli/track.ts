import { type Command, Option } from "commander";
import { ledgerJson, ledgerMarkdown, ledgerText, ledgerWorkbook, track, writeWhole } from "../index.js";
import { sentence } from "../text/visible.js";
import { type Context, EXIT, painter, uncoloured } from "./context.js";
import { checkInput } from "./input.js";
import { day, year } from "./option-values.js";
import { outputFile, writeKeeping } from "./output.js";

interface Options {
  format: string;
  output?: string;
  xlsx?: boolean;
  today?: string;
  year?: number;
}

export function register(program: Command, context: Context, exit: (code: number) => void): void {
  program
    .command("track")
    .usage("[选项] [文件|文件夹|通配符]…")
    .description("入选以后的年度台账:计划和总结报了没有、任务完成了没有、经费到位没有,哪些要提醒")
    .argument("[文件...]", "推荐书、年度工作计划、半年和年度工作总结;不写就看当前文件夹及其下的全部")
    .option("--today <日期>", "按这一天看,如 2026-01-10", day)
    .option("--year <年份>", "只看这一年", year)
    .addOption(
      new Option("--format <格式>", "输出格式").choices(["pretty", "json", "markdown"]).default("pretty", "pretty"),
    )
    .option("--xlsx", "写成 Excel(默认 年度台账.xlsx)")
    .option("-o, --output <文件>", "写到文件里")
    .action(async (files: string[], options: Options, command: Command) =>
      exit(await run(files, options, command, context)),
    );
}

async function run(files: string[], options: Options, command: Command, context: Context): Promise<number> {
  const { format, output, xlsx, today = context.today } = options;
  const report = await checkInput(files.length > 0 ? files : ["."], command, context, { today });
  const ledger = track(report, { today, folder: context.cwd, year: options.year });
  if (xlsx || output?.toLowerCase().endsWith(".xlsx")) {
    const file = output ?? "年度台账.xlsx";
    await writeKeeping(outputFile(file, ".xlsx", report.files, context), await ledgerWorkbook(ledger), context);
    context.err(sentence`已写入 ${file}\n`);
  } else {
    const paint = painter(output ? uncoloured(context) : context);
    const text =
      format === "json"
        ? ledgerJson(ledger)
        : format === "markdown"
          ? ledgerMarkdown(ledger)
          : ledgerText(ledger, paint);
    if (output) await writeWhole(outputFile(output, undefined, report.files, context), text);
    else context.out(text);
  }
  if (report.unreadable) return EXIT.usage;
  // alerts are what it is for; what it could not take as it stands is a finding
  const faulty = ledger.consortia.some(({ documents }) => documents.some(({ errors }) => errors > 0));
  return faulty || ledger.leftOut.length > 0 ? EXIT.findings : EXIT.clean;
}
