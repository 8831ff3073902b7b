import type { Command } from "commander";
import { coverage } from "../../api/views.js";
import { coverageWorkbook } from "../../api/workbooks.js";
import { coverageJson } from "../../report/coverage/json.js";
import { coverageMarkdown } from "../../report/coverage/markdown.js";
import { coverageText } from "../../report/coverage/text.js";
import { checkInput, formsOf } from "../check-input.js";
import type { Context } from "../context.js";
import { EXIT_CODES, UsageError } from "../exit-codes.js";
import { printUnchecked } from "../print-findings.js";
import { usageWords } from "../usage-words.js";
import { addViewOptions, type ViewOptions, writeView } from "../write-view.js";

const WORKBOOK = "覆盖情况.xlsx";

interface Options extends ViewOptions {
  published: boolean;
}

/** Adds the command `ptc coverage`. @param exit receives the exit code when the command has run */
export function register(program: Command, context: Context, exit: (code: number) => void): void {
  const described = program
    .command("coverage")
    .usage("[选项] [文件|文件夹]…")
    .description(
      `哪些${usageWords.city}有${usageWords.consortium},${usageWords.industries}的产业有没有${usageWords.consortium}服务:公布名单,加上给出的文件里填的`,
    )
    .argument("[文件...]", `${usageWords.application}、计划、总结;不写就只看公布名单`)
    .option("--no-published", "不算公布名单,只看给出的文件");
  addViewOptions(described, WORKBOOK).action(async (files: string[], options: Options, command: Command) =>
    exit(await run(files, options, command, context)),
  );
}

async function run(names: string[], options: Options, command: Command, context: Context): Promise<number> {
  const { published } = options;
  if (names.length === 0 && !published) throw new UsageError("--no-published 只看给出的文件:请写上文件或文件夹");
  const report = names.length > 0 ? await checkInput(names, command, context, { draft: true }) : undefined;
  const code = report ? await printUnchecked(report, context) : EXIT_CODES.clean;
  if (report?.documents.length === 0) throw new UsageError("没有一份文件能看;只看公布名单就不要写文件名");

  const found = await coverage(report?.documents ?? [], { published, forms: formsOf(command, context) });
  await writeView(
    {
      pretty: (paint) => coverageText(found, paint, context.width),
      json: () => coverageJson(found),
      markdown: () => coverageMarkdown(found),
      xlsx: () => coverageWorkbook(found),
    },
    options,
    WORKBOOK,
    report?.files ?? [],
    context,
  );
  return code;
}
