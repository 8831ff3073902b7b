import { type Command, Option } from "commander";
import {
  checklistJson,
  checklistMarkdown,
  checklistMatrix,
  checklists,
  checklistText,
  checklistWorkbook,
  writeWhole,
} from "../index.js";
import { sentence } from "../text/visible.js";
import { type Context, painter, UsageError, uncoloured } from "./context.js";
import { checkInput } from "./input.js";
import { leaveOut } from "./leave-out.js";
import { outputFile, writeKeeping } from "./output.js";
import { sayUnchecked } from "./say-errors.js";

interface Options {
  format: string;
  output?: string;
  xlsx?: boolean;
}

export function register(program: Command, context: Context, exit: (code: number) => void): void {
  program
    .command("checklist")
    .usage("[选项] [文件…]")
    .description("对照附件2的观测点核对:哪些有数据支撑,哪些没填,哪些要人工评审(不打分)")
    .argument("[文件...]", "YAML 文件;几份一起给出对照表;不写就用 application.yaml")
    .addOption(
      new Option("--format <格式>", "输出格式").choices(["pretty", "json", "markdown"]).default("pretty", "pretty"),
    )
    .option("--xlsx", "写成 Excel(默认 指标核对.xlsx)")
    .option("-o, --output <文件>", "写到文件里")
    .action(async (files: string[], options: Options, command: Command) =>
      exit(await run(files, options, command, context)),
    );
}

async function run(
  files: string[],
  { format, output, xlsx }: Options,
  command: Command,
  context: Context,
): Promise<number> {
  const all = await checkInput(files, command, context, { draft: true });
  const report = leaveOut(all, ({ indicators }) => indicators !== undefined, "不对照附件2核对", context);
  const lists = await checklists(report);
  const code = sayUnchecked(report, context);
  if (new Set(lists.map(({ title }) => title)).size > 1) throw new UsageError("一次只能核对同一种表");
  if (lists.length === 0) throw new UsageError("没有可以核对的推荐书");

  if (xlsx || output?.toLowerCase().endsWith(".xlsx")) {
    const file = output ?? "指标核对.xlsx";
    await writeKeeping(outputFile(file, ".xlsx", report.files, context), await checklistWorkbook(lists), context);
    context.err(sentence`已写入 ${file}\n`);
  } else {
    const paint = painter(output ? uncoloured(context) : context);
    const text =
      format === "json"
        ? checklistJson(lists)
        : format === "markdown"
          ? checklistMarkdown(lists)
          : lists.length === 1 && lists[0]
            ? checklistText(lists[0], paint)
            : checklistMatrix(lists, paint);
    if (output) await writeWhole(outputFile(output, undefined, report.files, context), text);
    else context.out(text);
  }
  return code;
}
