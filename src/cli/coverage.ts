import { type Command, Option } from "commander";
import { coverage, coverageJson, coverageMarkdown, coverageText, coverageWorkbook, writeWhole } from "../index.js";
import { sentence } from "../text/visible.js";
import { type Context, EXIT, painter, UsageError, uncoloured } from "./context.js";
import { checkInput, formsFolders } from "./input.js";
import { outputFile, writeKeeping } from "./output.js";
import { sayUnchecked } from "./say-errors.js";

interface Options {
  format: string;
  output?: string;
  xlsx?: boolean;
  published: boolean;
}

export function register(program: Command, context: Context, exit: (code: number) => void): void {
  program
    .command("coverage")
    .usage("[选项] [文件|文件夹]…")
    .description("哪些市州有联合体,附件1的产业有没有联合体服务:公布名单,加上给出的文件里填的")
    .argument("[文件...]", "推荐书、计划、总结;不写就只看公布名单")
    .addOption(
      new Option("--format <格式>", "输出格式").choices(["pretty", "json", "markdown"]).default("pretty", "pretty"),
    )
    .option("--no-published", "不算公布名单,只看给出的文件")
    .option("--xlsx", "写成 Excel(默认 覆盖情况.xlsx)")
    .option("-o, --output <文件>", "写到文件里")
    .action(async (files: string[], options: Options, command: Command) =>
      exit(await run(files, options, command, context)),
    );
}

async function run(
  names: string[],
  { format, output, xlsx, published }: Options,
  command: Command,
  context: Context,
): Promise<number> {
  if (names.length === 0 && !published) throw new UsageError("--no-published 只看给出的文件:请写上文件或文件夹");
  const report = names.length > 0 ? await checkInput(names, command, context, { draft: true }) : undefined;
  const code = report ? sayUnchecked(report, context) : EXIT.clean;
  if (report?.documents.length === 0) throw new UsageError("没有一份文件能看;只看公布名单就不要写文件名");

  const found = await coverage(report?.documents ?? [], { published, forms: formsFolders(command, context) });
  const read = report?.files ?? [];
  if (xlsx || output?.toLowerCase().endsWith(".xlsx")) {
    const file = output ?? "覆盖情况.xlsx";
    await writeKeeping(outputFile(file, ".xlsx", read, context), await coverageWorkbook(found), context);
    context.err(sentence`已写入 ${file}\n`);
  } else {
    const { width } = context;
    const paint = painter(output ? uncoloured(context) : context);
    const text =
      format === "json"
        ? coverageJson(found)
        : format === "markdown"
          ? coverageMarkdown(found)
          : coverageText(found, paint, width);
    if (output) await writeWhole(outputFile(output, undefined, read, context), text);
    else context.out(text);
  }
  return code;
}
