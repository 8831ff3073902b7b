import type { Command } from "commander";
import { checklists } from "../../api/views.js";
import { checklistWorkbook } from "../../api/workbooks.js";
import { annexOf } from "../../model/clause.js";
import type { DocumentKind } from "../../model/form.js";
import { checklistJson } from "../../report/checklist/json.js";
import { checklistMarkdown } from "../../report/checklist/markdown.js";
import { checklistMatrix } from "../../report/checklist/matrix.js";
import { checklistText } from "../../report/checklist/text.js";
import { checkInput } from "../check-input.js";
import type { Context } from "../context.js";
import { excludeKinds } from "../exclude-kinds.js";
import { UsageError } from "../exit-codes.js";
import { kindsWith } from "../kinds-with.js";
import { printUnchecked } from "../print-findings.js";
import { usageWords } from "../usage-words.js";
import { addViewOptions, type ViewOptions, writeView } from "../write-view.js";

const WORKBOOK = "指标核对.xlsx";

/** Adds the command `ptc checklist`. @param exit receives the exit code when the command has run */
export function register(program: Command, context: Context, exit: (code: number) => void): void {
  const described = program
    .command("checklist")
    .usage("[选项] [文件…]")
    .description(`对照${usageWords.indicators}的${usageWords.point}核对:哪些有数据支撑,哪些没填,哪些要人工评审(不打分)`)
    .argument("[文件...]", `YAML 文件;几份一起给出对照表;不写就用 ${usageWords.file}`);
  addViewOptions(described, WORKBOOK).action(async (files: string[], options: ViewOptions, command: Command) =>
    exit(await run(files, options, command, context)),
  );
}

const hasIndicators = ({ indicators }: DocumentKind): boolean => indicators !== undefined;

/** Names the places in the notice where the lists are printed that documents are checked against. */
function annexesOf(lists: { source: string }[]): string {
  return [...new Set(lists.map(annexOf))].join("、");
}

async function run(files: string[], options: ViewOptions, command: Command, context: Context): Promise<number> {
  const all = await checkInput(files, command, context, { draft: true });
  const report = excludeKinds(
    all,
    hasIndicators,
    ({ documents }) => `不对照${annexesOf(Object.values(documents).flatMap(({ indicators }) => indicators ?? []))}核对`,
    context,
  );
  const lists = await checklists(report);
  const code = await printUnchecked(report, context);
  if (new Set(lists.map(({ title }) => title)).size > 1) throw new UsageError("一次只能核对同一种表");
  const [first, ...others] = lists;
  if (!first) throw new UsageError(`没有可以核对的${kindsWith(all, hasIndicators)}`);
  await writeView(
    {
      pretty: (paint) => (others.length === 0 ? checklistText(first, paint) : checklistMatrix(lists, paint)),
      json: () => checklistJson(lists),
      markdown: () => checklistMarkdown(lists),
      xlsx: () => checklistWorkbook(lists),
    },
    options,
    WORKBOOK,
    report.files,
    context,
  );
  return code;
}
