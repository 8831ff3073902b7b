import type { Command } from "commander";
import { track } from "../../api/track.js";
import { ledgerWorkbook } from "../../api/workbooks.js";
import { ledgerJson } from "../../report/ledger/json.js";
import { ledgerMarkdown } from "../../report/ledger/markdown.js";
import { ledgerText } from "../../report/ledger/text.js";
import { attachmentFinder, checkInput } from "../check-input.js";
import type { Context } from "../context.js";
import { EXIT_CODES } from "../exit-codes.js";
import { day, year } from "../option-values.js";
import { usageWords } from "../usage-words.js";
import { addViewOptions, type ViewOptions, writeView } from "../write-view.js";

const WORKBOOK = "年度台账.xlsx";

interface Options extends ViewOptions {
  today?: string;
  year?: number;
}

/** Adds the command `ptc track`. @param exit receives the exit code when the command has run */
export function register(program: Command, context: Context, exit: (code: number) => void): void {
  const described = program
    .command("track")
    .usage("[选项] [文件|文件夹|通配符]…")
    .description("入选以后的年度台账:计划和总结报了没有、任务完成了没有、经费到位没有,哪些要提醒")
    .argument("[文件...]", `${usageWords.application}、${usageWords.filings};不写就看当前文件夹及其下的全部`)
    .option("--today <日期>", "按这一天看,如 2026-01-10", day)
    .option("--year <年份>", "只看这一年", year);
  addViewOptions(described, WORKBOOK).action(async (files: string[], options: Options, command: Command) =>
    exit(await run(files, options, command, context)),
  );
}

async function run(files: string[], options: Options, command: Command, context: Context): Promise<number> {
  const { today = context.today } = options;
  const report = await checkInput(files.length > 0 ? files : ["."], command, context, { today });
  const ledger = track(report, { today, year: options.year, attachmentExists: attachmentFinder(context) });
  await writeView(
    {
      pretty: (paint) => ledgerText(ledger, paint),
      json: () => ledgerJson(ledger),
      markdown: () => ledgerMarkdown(ledger),
      xlsx: () => ledgerWorkbook(ledger),
    },
    options,
    WORKBOOK,
    report.files,
    context,
  );
  if (report.unreadable) return EXIT_CODES.usage;
  // alerts are the normal result of this command; only errors and files that it left out are findings
  const faulty = ledger.consortia.some(({ documents }) => documents.some(({ errors }) => errors > 0));
  return faulty || ledger.leftOut.length > 0 ? EXIT_CODES.findings : EXIT_CODES.clean;
}
