import { type Command, Option } from "commander";
import { type FormCatalog, openAll } from "../../model/form-catalog.js";
import { countBySeverity, type Report } from "../../model/report.js";
import { concise } from "../../report/diagnostics/concise.js";
import { pretty } from "../../report/diagnostics/pretty.js";
import type { ChangedReport, CheckAll } from "../check-changed.js";
import { checkInput, formsFolder, formsOf } from "../check-input.js";
import { type Context, withoutColour } from "../context.js";
import { EXIT_CODES, UsageError } from "../exit-codes.js";
import { fromRepositoryRoot } from "../from-repository-root.js";
import { day, outputName, wholeNumber } from "../option-values.js";
import { paintFor } from "../paint.js";
import { usageWords } from "../usage-words.js";
import { version } from "../version.js";
import { watch } from "../watch.js";
import { printWritten, resolveOutput, writeOutput } from "../write-output.js";

/** The output formats: each writes the report as text. Formats that few runs need are loaded when they are used. */
const FORMATS: Record<string, (report: Report, context: Context, forms: FormCatalog) => string | Promise<string>> = {
  pretty: async (report, context) => pretty(report, { paint: await paintFor(context), width: context.width }),
  concise,
  json: async (report) => (await import("../../report/diagnostics/json.js")).json(report),
  github: async (report, context) =>
    (await import("../../report/diagnostics/github.js")).github(fromRepositoryRoot(report, context)),
  sarif: async (report, context, forms) => {
    const { sarif } = await import("../../api/sarif.js");
    // without a document it is unknown which form is meant, so the first one is used
    const form = report.documents[0]?.form ?? (await openAll(forms))[0];
    return sarif(fromRepositoryRoot(report, context), { version: version(), form });
  },
  junit: async (report) => (await import("../../report/diagnostics/junit.js")).junit(report),
  markdown: async (report) => (await import("../../report/diagnostics/markdown.js")).markdown(report),
};

interface Options {
  draft?: boolean;
  format: string;
  output?: string;
  maxWarnings?: number;
  today?: string;
  since?: string;
  staged?: boolean;
  stdinFilename?: string;
  watch?: boolean;
  annotate?: boolean;
}

/** Adds the command `ptc validate`. @param exit receives the exit code when the command has run */
export function register(program: Command, context: Context, exit: (code: number) => void): void {
  program
    .command("validate")
    .usage("[选项] [文件|文件夹|通配符|-]…")
    .description(`校验填好的文件:格式、字数、数字关系,以及几份之间的冲突(如一个${usageWords.park}报了两份)`)
    .argument("[文件...]", `YAML 文件;文件夹会找出其中的 *.yaml;- 表示标准输入;不写就用 ${usageWords.file}`)
    .option("--draft", "草稿:没填的先不算错,只说还差多少")
    .addOption(new Option("--format <格式>", "输出格式").choices(Object.keys(FORMATS)).default("pretty", "pretty"))
    .option("-o, --output <文件>", "写到文件里;与 --annotate 一起:批注写到这个文件或文件夹", outputName)
    .option("--max-warnings <个数>", "警告多于这个数也算不通过", wholeNumber)
    .option("--today <日期>", "按这一天判断日期,如 2024-02-20", day)
    .option("--since <分支或提交>", "只报与它相比改动过的文件(git);其余的照样参加比对")
    .option("--staged", "只报要提交的文件,按暂存的内容(git);其余的照样参加比对")
    .option("--stdin-filename <文件>", "标准输入(-)是哪个文件的内容,如编辑器里还没保存的")
    .option("--watch", "文件一改就再检查")
    .option("--annotate", "把问题写成批注,放进 Word 的副本(.批注.docx);几份时另写一份退回意见")
    .action(async (files: string[], options: Options, command: Command) =>
      exit(
        options.watch
          ? await watch(files, () => run(files, options, command, context), context)
          : await run(files, options, command, context),
      ),
    );
}

async function run(files: string[], options: Options, command: Command, context: Context): Promise<number> {
  const { draft, since, stdinFilename, today } = options;
  if (stdinFilename !== undefined && !files.includes("-"))
    throw new UsageError("--stdin-filename 要和 - 一起用:ptc validate - --stdin-filename 文件");
  if (options.annotate && (options.watch || options.staged || files.includes("-")))
    throw new UsageError("--annotate 要有文件可写,不和 --watch、--staged、标准输入(-)一起用");
  if (since !== undefined && options.staged) throw new UsageError("--since 和 --staged 只能用一个");
  const forms = formsOf(command, context);
  const todayOption = today === undefined ? {} : { today };
  const checkAll = (where: Context) =>
    checkInput(files, command, where, {
      draft,
      stdinFilename,
      ...todayOption,
      forms,
      onlyFindings: !options.annotate,
      // one line for each finding leaves no room for anything else
      reportsWaivers: options.format !== "concise",
    });
  const { report, notes, nothing } = await limitedReport(options, forms, command, context, checkAll);
  for (const note of notes) context.err(`${note}\n`);
  const format = FORMATS[options.format] as (typeof FORMATS)[string];
  const { errors, warnings } = countBySeverity(report.diagnostics);
  if (options.annotate) {
    const { writeAnnotated } = await import("../annotate.js");
    const several = report.files.length > 1;
    context.out(await format(report, context, forms));
    await writeAnnotated(report, forms, { output: options.output, several }, context);
  } else if (options.output) {
    const file = resolveOutput(options.output, undefined, report.files, context);
    await writeOutput(file, await format(report, withoutColour(context), forms), context);
    printWritten(options.output, context, `${errors} 个错误,${warnings} 个警告`);
  } else if (nothing && report.diagnostics.length === 0 && options.format === "pretty") {
    context.out("没有改动,没有检查\n");
  } else context.out(await format(report, context, forms));
  if (report.unreadable) return EXIT_CODES.usage;
  return errors > 0 || warnings > (options.maxWarnings ?? Number.POSITIVE_INFINITY)
    ? EXIT_CODES.findings
    : EXIT_CODES.clean;
}

/** Checks the files, and limits the report to what changed where the options ask for it. */
async function limitedReport(
  { since, staged }: Options,
  forms: FormCatalog,
  command: Command,
  context: Context,
  checkAll: CheckAll,
): Promise<ChangedReport> {
  if (since === undefined && !staged) return { report: await checkAll(context), notes: [], nothing: false };
  const { checkSince, checkStaged } = await import("../check-changed.js");
  const folder = formsFolder(command, context);
  return since === undefined
    ? checkStaged(forms, folder, context, checkAll)
    : checkSince(since, folder, context, checkAll);
}
