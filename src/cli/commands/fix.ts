import type { Command } from "commander";
import { check } from "../../api/check.js";
import { fix } from "../../api/fix.js";
import { findInputs, STDIN_NAME } from "../../io/files/find-inputs.js";
import { type Input, textInput } from "../../model/input.js";
import { countBySeverity } from "../../model/report.js";
import { printable } from "../../text/printable.js";
import { formsOf, loadPictures, usualFiles } from "../check-input.js";
import type { Context } from "../context.js";
import { EXIT_CODES } from "../exit-codes.js";
import { paintFor } from "../paint.js";
import { usageWords } from "../usage-words.js";
import { writeFixed } from "../write-fixed.js";

interface Options {
  dryRun?: boolean;
}

/** Adds the command `ptc fix`. @param exit receives the exit code when the command has run */
export function register(program: Command, context: Context, exit: (code: number) => void): void {
  program
    .command("fix")
    .usage("[选项] [文件|文件夹|通配符|-]…")
    .description("改正写法:意思没有疑问的才改(全角冒号、缩进、500万元、2024年2月20日……),注释和排版不动")
    .argument("[文件...]", `YAML 文件、文件夹;- 读标准输入,改好的写到标准输出;不写就用 ${usageWords.file}`)
    .option("--dry-run", "只显示会怎样改,不写文件;有可改的退出码为 1")
    .action(async (files: string[], options: Options, command: Command) =>
      exit(await run(files, options, command, context)),
    );
}

async function run(names: string[], { dryRun }: Options, command: Command, context: Context): Promise<number> {
  const forms = formsOf(command, context);
  const wanted = names.length > 0 ? names : await usualFiles(forms, context);
  const inputs = await findInputs(wanted, { ...context, found: names.length === 0 });
  const options = { today: context.today, draft: true, forms };
  const after: Input[] = [];
  const failures: string[] = [];
  let changed = 0;
  let hasDamage = false;
  for (const input of inputs) {
    const { text: read, problems, problem, word } = input.read();
    if (word) {
      failures.push(`${word.file}:Word 文件不在这里改;在 Word 里改,或用 ptc import 转成 YAML`);
      continue;
    }
    if (problem) {
      failures.push(`${problem.file}:${problem.message}。${problem.hint ?? ""}`);
      continue;
    }
    const result = await fix(read, { ...options, problems });
    if (result.note) context.err(printable`${read.file}:${result.note}\n`);
    const isPiped = read.file === STDIN_NAME && !dryRun;
    if (isPiped && !result.damaged) context.out(result.content);
    const failure = result.changed && !isPiped && !dryRun && (await writeFixed(input, read, result.content, context));
    if (failure) failures.push(failure);
    const text = failure ? read.text : result.text;
    after.push(textInput({ ...read, text }, failure ? problems : problems.filter((each) => !each.fix)));
    hasDamage ||= result.damaged === true;
    if (!result.changed || failure) continue;
    changed += 1;
    if (!isPiped && result.fixes > 0) context.out(await difference(read.file, read.text, result.text, context));
    const what = result.fixes > 0 ? `${result.fixes} 处` : "编码";
    context.err(printable`${dryRun ? "可改" : "已改"} ${read.file}:${what}\n`);
  }
  for (const failure of failures) context.err(printable`${failure}\n`);
  if (changed === 0 && failures.length === 0 && after.length > 0) context.err("没有可以自动改的\n");
  const { diagnostics } = await check(after, { ...options, loadPictures: () => loadPictures(context) });
  const { errors, warnings } = countBySeverity(diagnostics);
  if (errors + warnings > 0)
    context.err(printable`还有 ${errors + warnings} 个问题要人来改:ptc validate ${wanted.join(" ")} --draft\n`);
  if (failures.length > 0 || after.length === 0 || hasDamage) return EXIT_CODES.usage;
  return dryRun && changed > 0 ? EXIT_CODES.findings : EXIT_CODES.clean;
}

/** Returns the changes to a file as a unified diff. */
async function difference(file: string, before: string, after: string, context: Context): Promise<string> {
  const { patch } = await import("../../report/fix/patch.js");
  return patch(file, before, after, await paintFor(context));
}
