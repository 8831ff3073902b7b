import { existsSync } from "node:fs";
import path from "node:path";
import { type Command, Option } from "commander";
import { toDisplayPath } from "../../io/files/find-inputs.js";
import { readBytes, readFile } from "../../io/files/read-input.js";
import type { Comparison } from "../../model/comparison.js";
import type { FileText, ReadInput, WordBytes } from "../../model/input.js";
import { printable } from "../../text/printable.js";
import { formsOf } from "../check-input.js";
import { type Context, withoutColour } from "../context.js";
import { EXIT_CODES, UsageError } from "../exit-codes.js";
import { outputName } from "../option-values.js";
import { paintFor } from "../paint.js";
import { printWritten, resolveOutput, writeOutput } from "../write-output.js";

/** The output formats. Those that few runs need are loaded when they are used. */
const FORMATS: Record<string, (comparison: Comparison, context: Context) => Promise<string>> = {
  pretty: async (comparison, context) =>
    (await import("../../report/diff/pretty.js")).diffPretty(comparison, await paintFor(context)),
  json: async (comparison) => (await import("../../report/diff/json.js")).diffJson(comparison),
  markdown: async (comparison) => (await import("../../report/diff/markdown.js")).diffMarkdown(comparison),
  html: async (comparison) => (await import("../../report/diff/html.js")).diffHtml(comparison),
};

interface Options {
  format: string;
  output?: string;
}

/** Adds the command `ptc diff`. @param exit receives the exit code when the command has run */
export function register(program: Command, context: Context, exit: (code: number) => void): void {
  program
    .command("diff")
    .usage("[选项] <甲> <乙>")
    .description("比较一份文件的两个版本:数字改了多少,名单多了谁、少了谁,文字改了哪里")
    .argument("<甲>", "原来的:YAML、Word,或 提交:文件(git 里的,如 HEAD~1:文件)")
    .argument("<乙>", "后来的:同上")
    .addOption(new Option("--format <格式>", "输出格式").choices(Object.keys(FORMATS)).default("pretty", "pretty"))
    .option("-o, --output <文件>", "写到文件里", outputName)
    .action(async (before: string, after: string, options: Options, command: Command) =>
      exit(await run([before, after], options, command, context)),
    );
}

async function run(names: [string, string], { format, output }: Options, command: Command, context: Context) {
  const [before, after] = [await version(names[0], context), await version(names[1], context)];
  const comparison = await comparisonOf(before, after, command, context);
  const write = FORMATS[format] as (typeof FORMATS)[string];
  if (output === undefined) context.out(await write(comparison, context));
  else {
    const file = resolveOutput(output, undefined, names, context);
    await writeOutput(file, await write(comparison, withoutColour(context)), context);
    printWritten(output, context, `${comparison.changes.length} 处不同`);
  }
  return comparison.changes.length > 0 ? EXIT_CODES.findings : EXIT_CODES.clean;
}

async function comparisonOf(
  before: FileText | WordBytes,
  after: FileText | WordBytes,
  command: Command,
  context: Context,
): Promise<Comparison> {
  const { compare, NotADocument, WordFileError } = await import("../../api/compare.js");
  try {
    return await compare(before, after, { forms: formsOf(command, context), today: context.today });
  } catch (error) {
    if (error instanceof NotADocument || error instanceof WordFileError) throw new UsageError(error.message);
    throw error;
  }
}

/** Reads one of the versions: a file, or a file in a commit. */
async function version(name: string, { cwd }: Context): Promise<FileText | WordBytes> {
  const shown = toDisplayPath(name);
  const file = readFile(shown, path.resolve(cwd, name));
  const [, revision, inCommit] = /^([^:]{2,}):(.+)$/u.exec(name) ?? [];
  // a file of this name comes first
  const read: ReadInput =
    file.problem && revision !== undefined && inCommit !== undefined
      ? readBytes(shown, (await import("../../io/git/show-file.js")).showFile(revision, inCommit, cwd))
      : file;
  if (read.word) return read.word;
  if (read.text) return read.text;
  if (!existsSync(path.resolve(cwd, name))) throw new UsageError(printable`${shown}:找不到这个文件;检查路径和文件名`);
  throw new UsageError(printable`${shown}:${read.problem.message}。${read.problem.hint ?? ""}`);
}
