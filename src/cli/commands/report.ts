import type { Command } from "commander";
import { provincePage } from "../../api/province.js";
import { attachmentFinder, checkInput, formsOf } from "../check-input.js";
import type { Context } from "../context.js";
import { UsageError } from "../exit-codes.js";
import { hrefOf } from "../href-of.js";
import { day, outputName } from "../option-values.js";
import { printUnchecked } from "../print-findings.js";
import { usageWords } from "../usage-words.js";
import { printWritten, resolveOutput, writeOutput } from "../write-output.js";

interface Options {
  html?: boolean;
  output: string;
  draft?: boolean;
  published: boolean;
  personal?: boolean;
  linkBase?: string;
  today?: string;
}

/** Adds the command `ptc report`. @param exit receives the exit code when the command has run */
export function register(program: Command, context: Context, exit: (code: number) => void): void {
  program
    .command("report")
    .usage("--html [选项] [文件|文件夹]…")
    .description(
      `${usageWords.whole}情况:覆盖、${usageWords.consortium}、年度数据、${usageWords.point}、报送和提醒、校验结果,都在一个网页里`,
    )
    .argument("[文件...]", `${usageWords.application}、计划、总结;不写就看当前文件夹及其下的全部`)
    .option("--html", "生成网页,不联网也能打开、打印")
    .option("-o, --output <文件>", "写到这个文件", outputName, "报告.html")
    .option("--draft", "没有填的不算错")
    .option("--no-published", `不列公布名单上没有给出文件的${usageWords.consortium}`)
    .option("--personal", "列出姓名和电话;不写就不列")
    .option("--link-base <网址>", "文件的链接改为指向代码仓库的网页:网址/文件#L行号")
    .option("--today <日期>", "按这一天判断,如 2025-01-31", day)
    .action(async (files: string[], options: Options, command: Command) =>
      exit(await run(files, options, command, context)),
    );
}

async function run(files: string[], options: Options, command: Command, context: Context): Promise<number> {
  const { html, output, draft, linkBase, today = context.today, published, personal } = options;
  if (!html) throw new UsageError("请写明生成什么:ptc report … --html");
  if (linkBase !== undefined && !/^https?:\/\/[^\s"'<>]+$/u.test(linkBase))
    throw new UsageError(`--link-base ${linkBase}:要以 http:// 或 https:// 开头`);
  const report = await checkInput(files.length > 0 ? files : ["."], command, context, { draft, today });
  const code = await printUnchecked(report, context);
  if (report.documents.length === 0) throw new UsageError(`没有一份文件能看,没有生成 ${output}`);
  const target = resolveOutput(output, ".html", report.files, context);
  const page = await provincePage(report, {
    forms: formsOf(command, context),
    today,
    attachmentExists: attachmentFinder(context),
    hrefOf: (file, line) => hrefOf(file, line, { folder: context.cwd, page: target, linkBase }),
    published,
    personal,
  });
  await writeOutput(target, page, context);
  printWritten(output, context, `${report.documents.length} 份文件`);
  return code;
}
