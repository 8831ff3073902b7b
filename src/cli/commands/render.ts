import path from "node:path";
import type { Command } from "commander";
import { reading } from "../../api/views.js";
import { type RenderWord, wordRenderer } from "../../api/word.js";
import { toDisplayPath } from "../../io/files/find-inputs.js";
import type { FormDocument } from "../../model/document.js";
import { countBySeverity, type Report } from "../../model/report.js";
import { readingText } from "../../report/reading/text.js";
import { printable } from "../../text/printable.js";
import { checkInput, formsOf, loadPictures, readTemplateFile } from "../check-input.js";
import type { Context } from "../context.js";
import { DocumentWriter, type RenderJob } from "../document-writer.js";
import { EXIT_CODES, UsageError } from "../exit-codes.js";
import { chooseForm, type FormOptions, withFormOptions } from "../form-choice.js";
import { outputName } from "../option-values.js";
import { printFindings } from "../print-findings.js";
import { baseName, targetsOf } from "../render-targets.js";
import { usageWords } from "../usage-words.js";

interface Options extends FormOptions {
  docx?: boolean;
  pdf?: boolean;
  output?: string;
  template?: string;
  blank?: boolean;
  force?: boolean;
}

/** Adds the command `ptc render`. @param exit receives the exit code when the command has run */
export function register(program: Command, context: Context, exit: (code: number) => void): void {
  const render = program
    .command("render")
    .usage("--docx|--pdf [选项] [文件…]")
    .description("生成 Word 文件(或 PDF);先校验,有错误的那份不生成")
    .argument("[文件...]", `YAML 文件、文件夹;不写就用 ${usageWords.file}`)
    .option("--docx", "生成 Word")
    .option("--pdf", "生成 PDF(要装有 LibreOffice)")
    .option("-o, --output <路径>", "写到这个文件或文件夹(默认与 YAML 同处、同名)", outputName)
    .option("--template <文件>", "用自己改过的 Word 模板(先用 ptc template check 检查)")
    .option("--blank", "打印空表,不填内容")
    .option("--force", "有错误也生成,并在每页标明是草稿;覆盖改动过的文件,原来的留作 .bak");
  withFormOptions(render).action(async (files: string[], options: Options, command: Command) =>
    exit(await run(files, options, command, context)),
  );
}

async function run(files: string[], options: Options, command: Command, context: Context): Promise<number> {
  const formats = (["docx", "pdf"] as const).filter((format) => options[format]);
  if (formats.length === 0) throw new UsageError("请写明生成什么:ptc render --docx 或 ptc render --pdf");
  const office = options.pdf
    ? (await import("../../io/office/find-office.js")).findOffice({ env: context.env })
    : undefined;
  const writer = new DocumentWriter(formats, { office, force: options.force ?? false }, context);
  const forms = formsOf(command, context);
  const template = options.template === undefined ? undefined : readTemplateFile(options.template, context);
  const read = options.template === undefined ? [] : [options.template];
  if (options.blank) {
    if (files.length > 0) throw new UsageError("--blank 打印空表,不读文件;去掉文件名,或去掉 --blank");
    const { form, kindName } = await chooseForm(options, forms);
    const name = `${kindName}(空表)`;
    const base =
      options.output === undefined ? name : (baseName(options.output, formats) ?? path.join(options.output, name));
    const fill = await wordRenderer(form, kindName, { template, forms });
    return writer.write([{ form, base: toDisplayPath(base), word: () => fill(undefined) }], read);
  }

  if (options.form !== undefined || options.kind !== undefined)
    throw new UsageError("--form、--kind 说明打印哪张空表,和 --blank 一起用;填好的文件自己写着是哪张表");
  const report = await checkInput(files, command, context);
  const errors = errorsByFile(report);
  const renderable = report.documents.filter(({ source }) => options.force || !errors.has(source.file));
  const targets = targetsOf(renderable, report.files.length > 1, options.output, formats);
  const kinds = new Set(renderable.map(({ kindName }) => kindName));
  if (template && kinds.size > 1)
    throw new UsageError(`--template ${options.template}:一个模板只合一种文件,这里有${[...kinds].join("、")};分开生成`);
  const findPicture = await loadPictures(context);
  const fillers = new Map<FormDocument["kind"], RenderWord>();
  for (const { form, kind, kindName } of renderable)
    if (!fillers.has(kind)) fillers.set(kind, await wordRenderer(form, kindName, { template, forms, findPicture }));
  const jobs = targets.map(({ document, base }): RenderJob => {
    const found = errors.get(document.source.file);
    const note = found === undefined ? undefined : `草稿:未通过校验(${found} 个错误),不得报送`;
    return { form: document.form, base, word: () => (fillers.get(document.kind) as RenderWord)(document, note) };
  });
  const code = await writer.write(jobs, [...report.files, ...read]);
  if (code === EXIT_CODES.clean)
    printReadings(
      targets.map(({ document }) => document),
      context,
    );
  const what = formats.includes("docx") ? "Word" : "PDF";
  return Math.max(
    code,
    await printProblems(report, { renderable: renderable.length, force: options.force, what }, context),
  );
}

/** Up to this many documents are summed up. */
const MAX_READINGS = 20;

/** Says what was read of each document: whoever typed it sees whether something is missing. */
function printReadings(documents: FormDocument[], context: Context): void {
  if (documents.length > MAX_READINGS) return;
  for (const document of documents) {
    const text = readingText(reading(document));
    if (text !== "") context.err(`${printable`读到 ${document.source.file}`}:${text}\n`);
  }
}

/** Counts the errors of each file: those found in it, and those in other files that are related to it. */
function errorsByFile({ diagnostics }: Report): Map<string, number> {
  const errors = new Map<string, number>();
  for (const { severity, file, related } of diagnostics) {
    if (severity !== "error") continue;
    for (const each of new Set([file, ...related.map((place) => place.file)]))
      errors.set(each, (errors.get(each) ?? 0) + 1);
  }
  return errors;
}

/** Prints the findings, and says how many documents were not made because of errors. @returns the exit code */
async function printProblems(
  report: Report,
  { renderable, force, what }: { renderable: number; force: boolean | undefined; what: string },
  context: Context,
): Promise<number> {
  const { errors, warnings } = countBySeverity(report.diagnostics);
  // warnings are shown too: one may say that some words are not printed
  if (errors + warnings > 0 || report.unreadable) await printFindings(report, context);
  if (errors === 0 && !report.unreadable) return EXIT_CODES.clean;
  const all = report.files.length;
  const notMade = all === 1 ? `没有生成 ${what}` : `${all} 份中有 ${all - renderable} 份没有生成 ${what}`;
  const forceHint = !force && report.documents.length > renderable ? ";急用草稿可加 --force" : "";
  if (renderable < all) context.err(`有错误,${notMade}。改好再来${forceHint}\n`);
  return report.unreadable ? EXIT_CODES.usage : EXIT_CODES.findings;
}
