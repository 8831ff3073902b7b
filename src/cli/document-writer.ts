import { statSync } from "node:fs";
import path from "node:path";
import { overwriteConflict } from "../api/word.js";
import { onInterrupt } from "../io/files/on-interrupt.js";
import { readBounded } from "../io/files/read-bounded.js";
import { writeAtomically } from "../io/files/write-atomically.js";
import type { Office } from "../io/office/find-office.js";
import type { WordFile } from "../io/office/word-to-pdf.js";
import { TemplateError } from "../model/errors.js";
import type { Form } from "../model/form.js";
import { MAX_OFFICE_BYTES } from "../model/limits.js";
import { overwriteConflictText } from "../report/overwrite-conflict/text.js";
import { printable } from "../text/printable.js";
import type { Context } from "./context.js";
import { EXIT_CODES } from "./exit-codes.js";
import { fileErrorText } from "./file-error-text.js";
import { progress } from "./progress.js";
import type { Format } from "./render-targets.js";
import { refuseInputOverwrite, replaceWithBackup } from "./write-output.js";

/** Documents turned into PDF in one go: starting LibreOffice takes longest, and all are held in memory. */
const BATCH = 20;
/** Files named one by one when they are done. */
const NAMED = 20;

/** One document to be made. */
export interface RenderJob {
  form: Form;
  /** Path of its files, without their endings. */
  base: string;
  /** Makes its Word file. */
  word: () => Uint8Array;
}

/** A file was not written over, for somebody's work is in it. */
class Refusal extends Error {}

/** Writes documents one after another; one that cannot be written does not stop the others. */
export class DocumentWriter {
  readonly #written: string[] = [];
  readonly #said: string[] = [];
  #keptBack = false;
  #code: number = EXIT_CODES.clean;

  readonly #formats: Format[];
  readonly #options: { office?: Office; force: boolean };
  readonly #context: Context;

  /**
   * @param formats what is made of each document
   * @param options LibreOffice when PDFs are; `force` to write over what somebody has changed, which is kept
   */
  constructor(formats: Format[], options: { office?: Office; force: boolean }, context: Context) {
    this.#formats = formats;
    this.#options = options;
    this.#context = context;
  }

  /**
   * Writes the documents and says on stderr what became of each.
   * @param inputs files that were read, which must not be written over
   * @returns the exit code
   */
  async write(jobs: RenderJob[], inputs: string[]): Promise<number> {
    const formats = this.#formats;
    const context = this.#context;
    const outputs = jobs.flatMap(({ base }) => formats.map((format) => `${base}.${format}`));
    refuseInputOverwrite(outputs, inputs, context.cwd);
    const bar = progress(jobs.length * formats.length, context);
    // each file is whole or not there: the rest can be made later
    const over = onInterrupt(() => {
      bar.end();
      context.err(`中途停下:要写 ${outputs.length} 个文件,已写好 ${this.#written.length} 个\n`);
    });
    try {
      for (let from = 0; from < jobs.length; from += BATCH)
        await this.#writeBatch(jobs.slice(from, from + BATCH), bar.step);
    } finally {
      over();
      bar.end();
      this.#say();
    }
    return this.#code;
  }

  async #writeBatch(jobs: RenderJob[], step: () => void): Promise<void> {
    const words: (WordFile & { form: Form })[] = [];
    for (const { form, base, word } of jobs) {
      const asWord = this.#formats.includes("docx");
      const written = await this.#attempt(async () => {
        const bytes = word();
        if (asWord) await this.#put(`${base}.docx`, "docx", bytes);
        return bytes;
      }, base);
      if (asWord) step();
      // a PDF beside a Word file that says something else would be worse than none
      if (written && this.#formats.includes("pdf")) words.push({ form, name: `${base}.pdf`, bytes: written });
    }
    if (words.length > 0) await this.#writePdf(words, step);
  }

  async #writePdf(words: (WordFile & { form: Form })[], step: () => void): Promise<void> {
    const { env } = this.#context;
    const { makePdfs, pdfFontWarning } = await import("./make-pdfs.js");
    const results = await makePdfs(words, { office: this.#options.office, env });
    for (const [index, { name, pdf, problem }] of results.entries()) {
      if (problem !== undefined) this.#fail(printable`${name}:${problem}\n`);
      else if (await this.#attempt(() => this.#put(name, "pdf", pdf), name)) {
        const warning = pdfFontWarning(pdf, (words[index] as { form: Form }).form);
        if (warning && !this.#said.includes(`${warning}\n`)) this.#said.push(`${warning}\n`);
      }
      step();
    }
  }

  /** Does something for one file; what goes wrong with this one is said at the end. */
  async #attempt<Result>(work: () => Promise<Result>, name: string): Promise<Result | undefined> {
    try {
      return await work();
    } catch (error) {
      const trouble = fileErrorText(error, this.#context.cwd);
      if (error instanceof Refusal) {
        this.#keptBack = true;
        this.#fail(error.message);
      } else if (error instanceof TemplateError) this.#fail(printable`没有生成 ${name}:${error.message}\n`);
      else if (trouble !== undefined) this.#fail(printable`没有写成 ${trouble}\n`);
      else throw error;
      return undefined;
    }
  }

  /** @throws {Refusal} when somebody's work would be lost */
  async #put(name: string, format: Format, bytes: Uint8Array): Promise<true> {
    const context = this.#context;
    const file = path.resolve(context.cwd, name);
    const isFile = statSync(file, { throwIfNoEntry: false })?.isFile();
    const there = isFile ? readBounded(file, MAX_OFFICE_BYTES) : undefined;
    const inTheWay =
      there instanceof Uint8Array
        ? await overwriteConflict(format, there, bytes)
        : isFile
          ? ({ kind: "foreign" } as const)
          : undefined;
    if (inTheWay && !this.#options.force) throw new Refusal(overwriteConflictText(name, inTheWay, context.width));
    if (inTheWay) this.#said.push(await replaceWithBackup(file, bytes, context));
    else await writeAtomically(file, bytes);
    this.#written.push(name);
    return true;
  }

  #fail(sentence: string): void {
    this.#said.push(sentence);
    this.#code = EXIT_CODES.usage;
  }

  #say(): void {
    const { err } = this.#context;
    const rest = this.#written.length - NAMED;
    err(
      this.#written
        .slice(0, NAMED)
        .map((name) => printable`已写入 ${name}\n`)
        .join(""),
    );
    if (rest > 0) err(`……还有 ${rest} 份,共 ${this.#written.length} 份\n`);
    err(this.#said.join(""));
    if (this.#keptBack) err("改对的地方请先写回 YAML;要覆盖就加 --force(原来的留作 .bak),或用 -o 换个位置\n");
  }
}
