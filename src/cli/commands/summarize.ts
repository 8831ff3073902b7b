import type { Command } from "commander";
import { summarize } from "../../api/workbooks.js";
import type { DocumentKind } from "../../model/form.js";
import { countBySeverity, type Report } from "../../model/report.js";
import { valueAt } from "../../text/json-pointer.js";
import { printable } from "../../text/printable.js";
import { checkInput, formsOf } from "../check-input.js";
import type { Context } from "../context.js";
import { excludeKinds } from "../exclude-kinds.js";
import { EXIT_CODES, UsageError } from "../exit-codes.js";
import { kindsWith } from "../kinds-with.js";
import { outputName } from "../option-values.js";
import { printErrors } from "../print-findings.js";
import { usageWords } from "../usage-words.js";
import { printWritten, resolveOutput, writeOutput } from "../write-output.js";

interface Options {
  xlsx?: boolean;
  output: string;
  unit?: string;
  contact?: string;
  force?: boolean;
}

/** Adds the command `ptc summarize`. @param exit receives the exit code when the command has run */
export function register(program: Command, context: Context, exit: (code: number) => void): void {
  program
    .command("summarize")
    .usage("--xlsx [选项] <文件|文件夹|通配符>…")
    .description(
      `生成 Excel 汇总表:${usageWords.summary}(每个${usageWords.city}一张)、数据总表、指标核对、校验结果;有错误就不生成`,
    )
    .argument("[文件...]", `${usageWords.application} YAML 文件`)
    .option("--xlsx", "生成 Excel")
    .option("-o, --output <文件>", "写到这个文件", outputName, usageWords.summaryFile)
    .option(`--unit <${usageWords.unit}>`, `填在“${usageWords.unit}”后面;不写就留出横线`)
    .option(`--contact <${usageWords.contact}>`, `填在“${usageWords.contact}”后面;不写就留出横线`)
    .option("--force", "有错误也生成,并标明是草稿")
    .action(async (files: string[], options: Options, command: Command) =>
      exit(await run(files, options, command, context)),
    );
}

const hasSummary = ({ summary }: DocumentKind): boolean => summary !== undefined;

async function run(files: string[], options: Options, command: Command, context: Context): Promise<number> {
  if (!options.xlsx) throw new UsageError("请写明生成什么:ptc summarize … --xlsx");
  const all = await checkInput(files, command, context);
  const report = excludeKinds(all, hasSummary, () => "没有汇总表", context);
  if (report.documents.length === 0 && all.documents.length > 0)
    throw new UsageError(`没有可以汇总的${kindsWith(all, hasSummary)}`);
  const target = resolveOutput(options.output, ".xlsx", report.files, context);
  const allowed = await permission(report, options.force, context);
  if (!allowed) return EXIT_CODES.findings;
  const { unit, contact, output } = options;
  const bytes = await summarize(report, { unit, contact, ...allowed, forms: formsOf(command, context) });
  await writeOutput(target, bytes, context);
  const groups = new Set(report.documents.map(({ kind, data }) => kind.summary && valueAt(data, kind.summary.group)));
  if (unit !== undefined && groups.size > 1)
    context.err(printable`注意:“${unit}”写在了全部 ${groups.size} 张汇总表上\n`);
  printWritten(output, context, `${report.documents.length} 份${report.documents[0]?.kindName}`);
  return allowed.note === undefined ? EXIT_CODES.clean : EXIT_CODES.findings;
}

/**
 * Decides whether a summary may be written; if not, says on stderr why.
 * @returns an object with the note to print on the summary, if any; undefined when nothing may be written
 * @throws {UsageError} when a file could not be read
 */
async function permission(
  report: Report,
  force: boolean | undefined,
  context: Context,
): Promise<{ note?: string } | undefined> {
  const { errors } = countBySeverity(report.diagnostics);
  if (errors === 0 && !report.unreadable) return {};
  if (force && !report.unreadable && report.documents.length > 0)
    return { note: `草稿:未通过校验(${errors} 个错误),不得报送` };
  await printErrors(report, context);
  if (report.unreadable) throw new UsageError("有文件读不了,没有生成汇总表");
  context.err(`有错误,没有生成汇总表。改好再来${force ? "" : ";急用草稿可加 --force"}\n`);
  return undefined;
}
