import { type Command, InvalidArgumentError, Option } from "commander";
import { concise, count, json, pretty, type Report, writeWhole } from "../index.js";
import { type Context, EXIT, painter } from "./context.js";
import { checkInput } from "./input.js";
import { outputFile } from "./output.js";

/** Output formats: a function of the report each. */
const FORMATS: Record<string, (report: Report, context: Context) => string> = {
  pretty: (report, context) => pretty(report, { paint: painter(context), width: context.width }),
  concise,
  json,
};

interface Options {
  draft?: boolean;
  format: string;
  output?: string;
  maxWarnings?: number;
  today?: string;
}

export function register(program: Command, context: Context, exit: (code: number) => void): void {
  program
    .command("validate")
    .usage("[选项] [文件|文件夹|通配符|-]…")
    .description("校验推荐书:格式、字数、数字关系,以及几份之间的冲突(如一个园区报了两份)")
    .argument("[文件...]", "YAML 文件;文件夹会找出其中的 *.yaml;- 表示标准输入;不写就用 application.yaml")
    .option("--draft", "草稿:没填的先不算错,只说还差多少")
    .addOption(new Option("--format <格式>", "输出格式").choices(Object.keys(FORMATS)).default("pretty", "pretty"))
    .option("-o, --output <文件>", "写到文件里")
    .option("--max-warnings <个数>", "警告多于这个数也算不通过", wholeNumber)
    .option("--today <日期>", "按这一天判断日期,如 2024-02-20", day)
    .action(async (files: string[], options: Options, command: Command) =>
      exit(await run(files, options, command, context)),
    );
}

async function run(files: string[], options: Options, command: Command, context: Context): Promise<number> {
  const report = await checkInput(files, command, context, {
    draft: options.draft,
    ...(options.today && { today: options.today }),
  });
  const format = FORMATS[options.format] as (typeof FORMATS)[string];
  if (options.output)
    await writeWhole(
      outputFile(options.output, undefined, report.files, context),
      format(report, { ...context, env: {}, outIsTerminal: false }),
    );
  else context.out(format(report, context));
  if (report.unreadable) return EXIT.usage;
  const { errors, warnings } = count(report.diagnostics);
  return errors > 0 || warnings > (options.maxWarnings ?? Number.POSITIVE_INFINITY) ? EXIT.findings : EXIT.clean;
}

function wholeNumber(text: string): number {
  if (!/^\d+$/u.test(text)) throw new InvalidArgumentError("");
  return Number(text);
}

function day(text: string): string {
  const real = /^\d{4}-\d{2}-\d{2}$/u.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text);
  if (!real) throw new InvalidArgumentError("");
  return text;
}
