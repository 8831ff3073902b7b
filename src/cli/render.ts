import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import {
  type Diagnostic,
  type FormDocument,
  findOffice,
  type Office,
  obstacle,
  obstacleText,
  pdfFontWarning,
  pretty,
  type Report,
  type WordFile,
  wordRenderer,
  wordToPdf,
  writeWhole,
} from "../index.js";
import { type Context, EXIT, painter, UsageError } from "./context.js";
import { fileTrouble } from "./file-trouble.js";
import { chooseForm, type FormOptions, withFormOptions } from "./form-choice.js";
import { checkInput, formsFolders } from "./input.js";
import { outputFile, putAside } from "./output.js";
import { progress } from "./progress.js";
import { baseName, type Format, targetsOf } from "./render-targets.js";

interface Options extends FormOptions {
  docx?: boolean;
  pdf?: boolean;
  output?: string;
  template?: string;
  blank?: boolean;
  force?: boolean;
}

/** Documents turned into PDF in one go: starting LibreOffice takes longest, and all are held in memory. */
const BATCH = 20;
/** Files named one by one when they are done. */
const NAMED = 20;

type Fill = Awaited<ReturnType<typeof wordRenderer>>;

/** One document to be made. */
interface Job {
  /** Path of its files, without their endings. */
  base: string;
  word: () => Promise<Uint8Array>;
}

export function register(program: Command, context: Context, exit: (code: number) => void): void {
  const render = program
    .command("render")
    .usage("--docx|--pdf [选项] [文件…]")
    .description("生成 Word 推荐书(或 PDF);先校验,有错误的那份不生成")
    .argument("[文件...]", "YAML 文件、文件夹;不写就用 application.yaml")
    .option("--docx", "生成 Word")
    .option("--pdf", "生成 PDF(要装有 LibreOffice)")
    .option("-o, --output <路径>", "写到这个文件或文件夹(默认与 YAML 同处、同名)")
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
  const office = options.pdf ? await findOffice(context.env) : undefined;
  const maker = new Maker(formats, office, options.force ?? false, context);
  const forms = formsFolders(command, context);
  const template =
    options.template === undefined ? undefined : readFileSync(path.resolve(context.cwd, options.template));
  const read = options.template === undefined ? [] : [options.template];
  if (options.blank) {
    if (files.length > 0) throw new UsageError("--blank 打印空表,不读文件;去掉文件名,或去掉 --blank");
    const { form, kindName } = await chooseForm(options, forms);
    const base = baseName(options.output ?? `${kindName}(空表).${formats[0]}`, formats);
    if (base === undefined) throw new UsageError(`-o ${options.output}:文件名要以 .${formats[0]} 结尾`);
    const fill = await wordRenderer(form, kindName, { template, forms });
    return maker.make([{ base, word: async () => fill(undefined) }], read);
  }

  const report = await checkInput(files, command, context);
  const wrong = new Map(report.documents.map((document) => [document, errorsOf(document, report)]));
  const able = report.documents.filter((document) => options.force || wrong.get(document)?.length === 0);
  const targets = targetsOf(able, options.output, formats);
  const fillers = new Map<FormDocument["kind"], Promise<Fill>>();
  const jobs = targets.map(({ document, base }): Job => {
    const { form, kind, kindName } = document;
    const errors = wrong.get(document)?.length ?? 0;
    const note = errors > 0 ? `草稿:未通过校验(${errors} 个错误),不得报送` : undefined;
    return {
      base,
      word: async () => {
        const fill = fillers.get(kind) ?? wordRenderer(form, kindName, { template, forms, folder: context.cwd });
        fillers.set(kind, fill);
        return (await fill)(document, note);
      },
    };
  });
  const code = await maker.make(jobs, [...report.files, ...read]);
  return Math.max(code, sayWhatIsWrong(report, able.length, formats, context));
}

/** Errors found in a document, or in another against it. */
function errorsOf({ source }: FormDocument, { diagnostics }: Report): Diagnostic[] {
  const concerns = ({ file, related }: Diagnostic) =>
    file === source.file || related.some((place) => place.file === source.file);
  return diagnostics.filter((each) => each.severity === "error" && concerns(each));
}

/** The errors that kept documents from being made, or that they were made in spite of. @returns the exit code */
function sayWhatIsWrong(
  report: Report & { unreadable: boolean },
  made: number,
  formats: Format[],
  context: Context,
): number {
  const errors = report.diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length === 0 && !report.unreadable) return EXIT.clean;
  const paint = painter({ ...context, outIsTerminal: context.errIsTerminal });
  const all = report.files.length;
  const what = formats.includes("docx") ? "Word" : "PDF";
  context.err(pretty({ ...report, diagnostics: errors }, { paint, width: context.width }));
  if (made < all)
    context.err(
      `有错误,${all === 1 ? `没有生成 ${what}` : `${all} 份中有 ${all - made} 份没有生成 ${what}`}。改好再来;急用草稿可加 --force\n`,
    );
  return report.unreadable || report.documents.length === 0 ? EXIT.usage : EXIT.findings;
}

/** Makes documents one after another; one that cannot be written does not stop the others. */
class Maker {
  readonly #written: string[] = [];
  readonly #said: string[] = [];
  #code: number = EXIT.clean;

  constructor(
    private readonly formats: Format[],
    private readonly office: Office | undefined,
    private readonly force: boolean,
    private readonly context: Context,
  ) {}

  /**
   * @param inputs files that were read, which must not be written over
   * @returns the exit code
   */
  async make(jobs: Job[], inputs: string[]): Promise<number> {
    const { formats, context } = this;
    for (const { base } of jobs) for (const each of formats) outputFile(`${base}.${each}`, `.${each}`, inputs, context);
    const bar = progress(jobs.length * formats.length, context);
    try {
      for (let from = 0; from < jobs.length; from += BATCH)
        await this.#makeBatch(jobs.slice(from, from + BATCH), bar.step);
    } finally {
      bar.end();
      this.#say();
    }
    return this.#code;
  }

  async #makeBatch(jobs: Job[], step: () => void): Promise<void> {
    const words: WordFile[] = [];
    for (const { base, word } of jobs) {
      const bytes = await word();
      if (this.formats.includes("pdf")) words.push({ name: `${base}.pdf`, bytes });
      if (!this.formats.includes("docx")) continue;
      await this.#write(`${base}.docx`, bytes);
      step();
    }
    if (words.length > 0) await this.#writePdf(words, step);
  }

  async #writePdf(words: WordFile[], step: () => void): Promise<void> {
    const { env } = this.context;
    for (const { name, pdf, problem } of await wordToPdf(words, { office: this.office, env })) {
      if (pdf) {
        await this.#write(name, pdf);
        const warning = await pdfFontWarning(pdf);
        if (warning && !this.#said.includes(`${warning}\n`)) this.#said.push(`${warning}\n`);
      } else this.#fail(`${name}:${problem}\n`);
      step();
    }
  }

  async #write(name: string, bytes: Uint8Array): Promise<void> {
    const { context } = this;
    const file = path.resolve(context.cwd, name);
    try {
      const isFile = statSync(file, { throwIfNoEntry: false })?.isFile();
      const inTheWay = isFile ? await obstacle(readFileSync(file), bytes) : undefined;
      if (inTheWay && !this.force) return this.#fail(obstacleText(name, inTheWay, context.width));
      if (inTheWay) this.#said.push(putAside(file, context));
      await writeWhole(file, bytes);
      this.#written.push(name);
    } catch (error) {
      const trouble = fileTrouble(error, context.cwd);
      if (trouble === undefined) throw error;
      this.#fail(`没有写成 ${trouble}\n`);
    }
  }

  #fail(sentence: string): void {
    this.#said.push(sentence);
    this.#code = EXIT.usage;
  }

  #say(): void {
    const { err } = this.context;
    const rest = this.#written.length - NAMED;
    err(
      this.#written
        .slice(0, NAMED)
        .map((name) => `已写入 ${name}\n`)
        .join(""),
    );
    if (rest > 0) err(`……还有 ${rest} 份,共 ${this.#written.length} 份\n`);
    err(this.#said.join(""));
    if (this.#said.some((sentence) => sentence.startsWith("没有覆盖")))
      err("改对的地方请先写回 YAML;要覆盖就加 --force(原来的留作 .bak),或用 -o 换个位置\n");
  }
}
