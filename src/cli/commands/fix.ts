import path from "node:path";
import type { Command } from "commander";
import { check } from "../../api/check.js";
import { fix } from "../../api/fix.js";
import { findInputs, STDIN_NAME } from "../../io/files/find-inputs.js";
import { writeAtomically } from "../../io/files/write-atomically.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import { type Input, textInput } from "../../model/input.js";
import { countBySeverity } from "../../model/report.js";
import { printable } from "../../text/printable.js";
import { formsOf, loadPictures, usualFiles } from "../check-input.js";
import type { Context } from "../context.js";
import { EXIT_CODES } from "../exit-codes.js";
import { paintFor } from "../paint.js";
import { usageWords } from "../usage-words.js";

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
  const fixed: Input[] = [];
  const unreadable: Diagnostic[] = [];
  let changed = 0;
  let damaged = false;
  for (const input of inputs) {
    const { text: read, problems, problem } = input.read();
    if (problem) {
      unreadable.push(problem);
      continue;
    }
    const result = await fix(read, { ...options, problems });
    const remaining = problems.filter((each) => !each.fix);
    fixed.push(textInput({ ...read, text: result.text }, remaining));
    if (result.note) context.err(printable`${read.file}:${result.note}\n`);
    damaged ||= result.damaged === true;
    const piped = read.file === STDIN_NAME && !dryRun;
    if (piped && !result.damaged) context.out(result.content);
    if (!result.changed) continue;
    changed += 1;
    if (!piped) {
      if (result.fixes > 0) context.out(await difference(read.file, read.text, result.text, context));
      if (!dryRun) await writeAtomically(path.resolve(context.cwd, read.file), result.content, context.cwd);
    }
    context.err(
      printable`${dryRun ? "可改" : "已改"} ${read.file}:${result.fixes > 0 ? `${result.fixes} 处` : "编码"}\n`,
    );
  }
  for (const { file, message, hint } of unreadable) context.err(printable`${file}:${message}。${hint ?? ""}\n`);
  if (changed === 0 && fixed.length > 0) context.err("没有可以自动改的\n");
  const { diagnostics } = await check(fixed, { ...options, loadPictures: () => loadPictures(context) });
  const { errors, warnings } = countBySeverity(diagnostics);
  if (errors + warnings > 0)
    context.err(printable`还有 ${errors + warnings} 个问题要人来改:ptc validate ${wanted.join(" ")} --draft\n`);
  if (unreadable.length > 0 || fixed.length === 0 || damaged) return EXIT_CODES.usage;
  return dryRun && changed > 0 ? EXIT_CODES.findings : EXIT_CODES.clean;
}

/** Returns the changes to a file as a unified diff. */
async function difference(file: string, before: string, after: string, context: Context): Promise<string> {
  const { patch } = await import("../../report/fix/patch.js");
  return patch(file, before, after, await paintFor(context));
}
