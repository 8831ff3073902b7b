import path from "node:path";
import { type Command, Option } from "commander";
import { findInputs, toDisplayPath } from "../../io/files/find-inputs.js";
import { WordFileError } from "../../model/errors.js";
import type { WordBytes } from "../../model/input.js";
import { needsLook, type WordImport } from "../../model/word-import.js";
import { importJson } from "../../report/import/json.js";
import { importText } from "../../report/import/text.js";
import { printable } from "../../text/printable.js";
import { shellQuote } from "../../text/shell-quote.js";
import { formsOf } from "../check-input.js";
import type { Context } from "../context.js";
import { EXIT_CODES, UsageError } from "../exit-codes.js";
import { usageWords } from "../usage-words.js";
import { printWritten, resolveOutput, writeOutput } from "../write-output.js";
import { placeSchema } from "./schema.js";

interface Options {
  output?: string;
  into?: string;
  dryRun?: boolean;
  format: "text" | "json";
}

/** Adds the command `ptc import`. @param exit receives the exit code when the command has run */
export function register(program: Command, context: Context, exit: (code: number) => void): void {
  const format = new Option("--format <格式>", "text 写出 YAML 并说认出多少;json 只给出每一项的值和它的格子");
  program
    .command("import")
    .usage(`[选项] <${usageWords.application}.docx>…`)
    .description("读填好的 Word 表,写成 YAML:没有的留空,拿不准的注明“请核对”")
    .argument("<文件...>", "填好的 Word 文件(.docx),或放着它们的文件夹")
    .option("-o, --output <文件>", "写到哪个 YAML 文件(只有一份时);不写就与 Word 文件同名,放在旁边")
    .option("--into <文件>", "Word 是从这份 YAML 来的:把改过的写回去,别的不动(只有一份时)")
    .option("--dry-run", "与 --into 一起:只显示会怎样改,不写文件")
    .addOption(format.choices(["text", "json"]).default("text", "text"))
    .action(async (files: string[], options: Options, command: Command) =>
      exit(await run(files, options, command, context)),
    );
}

async function run(names: string[], options: Options, command: Command, context: Context): Promise<number> {
  const { importWord } = await import("../../api/import-word.js");
  const { output, format, into, dryRun = false } = options;
  if (dryRun && into === undefined) throw new UsageError("--dry-run 要和 --into 一起用");
  if (into !== undefined && (output !== undefined || format === "json"))
    throw new UsageError("--into 写回那份 YAML,不和 -o、--format json 一起用");
  const files = await wordFiles(names, context);
  if (into !== undefined) return runInto(files, into, dryRun, command, context);
  if (output !== undefined && files.length > 1)
    throw new UsageError(`有 ${files.length} 份 Word,-o 只能写一份;不写 -o 就各写一份,放在旁边`);
  const forms = formsOf(command, context);
  const read = new Map<string, WordImport>();
  let failed = false;
  for (const { file, bytes } of files) {
    const target =
      output === undefined
        ? path.resolve(context.cwd, yamlName(file))
        : resolveOutput(output, undefined, [file], context);
    const folder = path.dirname(target);
    const write = format === "text";
    try {
      const found = await importWord(bytes, {
        forms,
        file: path.basename(target),
        schemaPath: async (form, kindName) =>
          write ? toDisplayPath(path.relative(folder, await placeSchema(folder, form, kindName))) : "",
      });
      read.set(file, found);
      if (write) await writeImport(target, found, context);
      if (write) context.out(importText(file, found));
    } catch (error) {
      if (!(error instanceof WordFileError)) throw error;
      failed = true;
      context.err(printable`${file}:${error.message}\n`);
    }
  }
  if (format === "json") context.out(importJson(read));
  if (failed || read.size === 0) return EXIT_CODES.usage;
  return [...read.values()].some(needsLook) ? EXIT_CODES.findings : EXIT_CODES.clean;
}

/** Brings one Word file into a YAML file. */
async function runInto(files: WordBytes[], into: string, dryRun: boolean, command: Command, context: Context) {
  const [word, ...others] = files as [WordBytes, ...WordBytes[]];
  if (others.length > 0) throw new UsageError(`有 ${files.length} 份 Word,--into 一次只写一份`);
  const { importIntoFile } = await import("../import-into.js");
  try {
    return await importIntoFile(word, into, { forms: formsOf(command, context), dryRun }, context);
  } catch (error) {
    if (error instanceof WordFileError) throw new UsageError(printable`${word.file}:${error.message}`);
    throw error;
  }
}

/** Finds the Word files that the arguments name. @throws {UsageError} when a name stands for another file, or for none */
async function wordFiles(names: string[], context: Context): Promise<WordBytes[]> {
  const inputs = await findInputs(names, context);
  const found = inputs.flatMap((input) => {
    const { word, problem } = input.read();
    if (problem) throw new UsageError(printable`${input.file}:${problem.message}`);
    if (!word && names.includes(input.file)) throw new UsageError(printable`${input.file}:不是 Word 文件(.docx)`);
    return word ? [word] : [];
  });
  if (found.length === 0) throw new UsageError("没有找到 Word 文件(.docx)");
  return found;
}

function yamlName(file: string): string {
  return file.replace(/\.[^./]*$/u, ".yaml");
}

/** Writes the YAML, and the pictures of the Word file in a folder beside it. */
async function writeImport(target: string, { yaml, pictures }: WordImport, context: Context): Promise<void> {
  const folder = path.dirname(target);
  await writeOutput(target, yaml, context);
  for (const [name, bytes] of pictures) await writeOutput(path.join(folder, name), bytes, context);
  const name = toDisplayPath(path.relative(context.cwd, target));
  printWritten(name, context, pictures.size > 0 ? `${pictures.size} 张图片在旁边` : "");
  context.err(printable`核对后检查:ptc validate ${shellQuote(name)} --draft\n`);
}
