import type { Command } from "commander";
import { deadlines } from "../../api/track.js";
import { ics } from "../../report/deadlines/ics.js";
import { deadlinesText } from "../../report/deadlines/text.js";
import { attachmentFinder, checkInput, formsOf } from "../check-input.js";
import { type Context, withoutColour } from "../context.js";
import { EXIT_CODES, UsageError } from "../exit-codes.js";
import { day, outputName, year } from "../option-values.js";
import { paintFor } from "../paint.js";
import { printUnchecked } from "../print-findings.js";
import { usageWords } from "../usage-words.js";
import { printWritten, resolveOutput, writeOutput } from "../write-output.js";

interface Options {
  ics?: boolean;
  output?: string;
  today?: string;
  year?: number;
}

/** Adds the command `ptc deadlines`. @param exit receives the exit code when the command has run */
export function register(program: Command, context: Context, exit: (code: number) => void): void {
  program
    .command("deadlines")
    .usage("[选项] [文件|文件夹|通配符]…")
    .description("接下来什么时候要报什么;--ics 写成日历,提前 14 天提醒")
    .argument("[文件...]", `给出各${usageWords.consortium}的文件,就列出每个还没有报的;不写就列出通知的各个日期`)
    .option("--ics", "输出日历(iCalendar),可以导入手机、Outlook、WPS 日历")
    .option("--year <年份>", "哪一年的;不写就是今年和明年,以及过期未报的", year)
    .option("--today <日期>", "按这一天看,如 2026-01-10", day)
    .option("-o, --output <文件>", "写到文件里", outputName)
    .action(async (files: string[], options: Options, command: Command) =>
      exit(await run(files, options, command, context)),
    );
}

async function run(files: string[], options: Options, command: Command, context: Context): Promise<number> {
  const { output, today = context.today } = options;
  const report = files.length > 0 ? await checkInput(files, command, context, { today }) : undefined;
  const code = report ? await printUnchecked(report, context) : EXIT_CODES.clean;
  if (report?.documents.length === 0) throw new UsageError("没有一份文件能看;只看通知的各个日期就不要写文件名");
  const found = await deadlines(report, {
    forms: formsOf(command, context),
    today,
    year: options.year,
    attachmentExists: attachmentFinder(context),
  });
  const asCalendar = options.ics || output?.toLowerCase().endsWith(".ics");
  const coming = found.filter(({ daysLeft }) => daysLeft >= 0);
  if (asCalendar && coming.length === 0) throw new UsageError("没有接下来要报的,没有写日历");
  const paint = await paintFor(output ? withoutColour(context) : context);
  const text = asCalendar ? ics(coming) : deadlinesText(found, paint);
  if (output) {
    const target = resolveOutput(output, asCalendar ? ".ics" : undefined, report?.files ?? [], context);
    await writeOutput(target, text, context);
    printWritten(output, context);
  } else context.out(text);
  return code;
}
