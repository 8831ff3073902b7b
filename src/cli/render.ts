import { existsSync, readFileSync, renameSync } from "node:fs";
import path from "node:path";
import { type Command, Option } from "commander";
import { allForms, type FormDocument, isWordAsWritten, shown, wordRenderer, writeWhole } from "../index.js";
import { type Context, EXIT, UsageError } from "./context.js";
import { checkInput, formsFolders, permission } from "./input.js";
import { outputFile } from "./output.js";

interface Options {
  docx?: boolean;
  output?: string;
  template?: string;
  blank?: boolean;
  force?: boolean;
  form?: string;
}

export function register(program: Command, context: Context, exit: (code: number) => void): void {
  program
    .command("render")
    .usage("--docx [选项] [文件…]")
    .description("生成 Word 推荐书;先校验,有错误就不生成")
    .argument("[文件...]", "YAML 文件;不写就用 application.yaml")
    .option("--docx", "生成 Word")
    .option("-o, --output <路径>", "写到这个文件或文件夹(默认与 YAML 同处、同名)")
    .option("--template <文件>", "用自己改过的 Word 模板")
    .option("--blank", "打印空表,不填内容")
    .addOption(new Option("--form <编号/种类>", "空表用哪张表").hideHelp(false))
    .option("--force", "有错误也生成,并在每页标明是草稿;覆盖改动过的文件,原来的留作 .bak")
    .action(async (files: string[], options: Options, command: Command) =>
      exit(await run(files, options, command, context)),
    );
}

async function run(files: string[], options: Options, command: Command, context: Context): Promise<number> {
  if (!options.docx) throw new UsageError("请写明生成什么:ptc render --docx");
  const forms = formsFolders(command, context);
  const template =
    options.template === undefined ? undefined : readFileSync(path.resolve(context.cwd, options.template));
  const read = options.template === undefined ? [] : [options.template];
  if (options.blank) {
    if (files.length > 0) throw new UsageError("--blank 打印空表,不读文件;去掉文件名,或去掉 --blank");
    const { form, kindName } = await blankForm(options.form, forms);
    const fill = await wordRenderer(form, kindName, { template, forms });
    const file = options.output ?? `${kindName}(空表).docx`;
    await writeWhole(outputFile(file, ".docx", read, context), fill(undefined));
    context.err(`已写入 ${file}\n`);
    return EXIT.clean;
  }
  const report = await checkInput(files, command, context);
  const allowed = permission(report, " Word", options.force, context);
  if (!allowed) return EXIT.findings;
  const targets = targetsOf(report.documents, options.output);
  for (const { file } of targets) outputFile(file, ".docx", [...report.files, ...read], context);
  const edited = await editedOnes(targets.map(({ file }) => path.resolve(context.cwd, file)));
  if (edited.length > 0 && !options.force) {
    const names = edited.map((file) => shown(path.relative(context.cwd, file))).join("、");
    throw new UsageError(
      `${names} 生成以后有人改动过(或不是 ptc 生成的),没有覆盖\n换个位置(-o),或加 --force:原来的文件留作 .bak`,
    );
  }
  for (const file of edited) renameSync(file, `${file}.bak`);
  const fillers = new Map<FormDocument["kind"], Awaited<ReturnType<typeof wordRenderer>>>();
  for (const [index, { document, file }] of targets.entries()) {
    const { form, kind, kindName } = document;
    const fill = fillers.get(kind) ?? (await wordRenderer(form, kindName, { template, forms, folder: context.cwd }));
    fillers.set(kind, fill);
    await writeWhole(path.resolve(context.cwd, file), fill(document, allowed.note));
    if (context.errIsTerminal && targets.length > 1)
      context.err(`\r${bar(index + 1, targets.length)} ${index + 1}/${targets.length}`);
  }
  if (context.errIsTerminal && targets.length > 1) context.err("\n");
  context.err(targets.map(({ file }) => `已写入 ${file}\n`).join(""));
  return allowed.note === undefined ? EXIT.clean : EXIT.findings;
}

/** Files already there that are not as ptc wrote them: somebody's work. */
async function editedOnes(files: string[]): Promise<string[]> {
  const present = files.filter((file) => existsSync(file));
  const untouched = await Promise.all(present.map((file) => isWordAsWritten(readFileSync(file))));
  return present.filter((_, index) => !untouched[index]);
}

/** Where each document goes. @throws {UsageError} when two would go to the same file */
function targetsOf(documents: FormDocument[], output: string | undefined): { document: FormDocument; file: string }[] {
  const single = documents.length === 1 && output?.toLowerCase().endsWith(".docx");
  if (output && !single && /^\.(?:docx?|pdf|xlsx?|ya?ml|txt)$/iu.test(path.extname(output)))
    throw new UsageError(`-o ${output}:写一份时文件名以 .docx 结尾,写几份时给出文件夹`);
  const targets = documents.map((document) => {
    const { file } = document.source;
    const name = file === "<标准输入>" ? document.kindName : path.basename(file).replace(/\.ya?ml$/iu, "");
    const folder = output ?? (file === "<标准输入>" ? "." : path.dirname(file));
    return { document, file: single ? (output as string) : shown(path.join(folder, `${name}.docx`)) };
  });
  const clash = targets.find(({ file }, index) => targets.findIndex((other) => other.file === file) !== index);
  if (clash) throw new UsageError(`有两份会写到同一个文件 ${clash.file}:改文件名,或分开生成`);
  return targets;
}

async function blankForm(name: string | undefined, folders: string[]) {
  const all = (await allForms(folders)).flatMap((form) =>
    Object.keys(form.documents).map((kindName) => ({ form, kindName })),
  );
  const found =
    name === undefined
      ? all[0]
      : all.find(({ form, kindName }) => name === `${form.id}/${kindName}` || name === form.id);
  if (!found)
    throw new UsageError(
      `没有“${name}”这张表,可以是:${all.map(({ form, kindName }) => `${form.id}/${kindName}`).join("、")}`,
    );
  return found;
}

function bar(done: number, total: number): string {
  const full = Math.round((done / total) * 20);
  return "█".repeat(full) + "░".repeat(20 - full);
}
