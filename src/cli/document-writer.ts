import { lstatSync } from "node:fs";
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

/** Number of documents converted to PDF in one run of LibreOffice. Its start is slow, but all are held in memory. */
const BATCH_SIZE = 20;
/** Number of written files that are listed by name. */
const MAX_LISTED = 20;

/** One document to write. */
export interface RenderJob {
  form: Form;
  /** Path of its files without extension. */
  base: string;
  /** Makes the bytes of its Word file. */
  word: () => Uint8Array;
}

/** A file was not overwritten, because it contains a person's work. */
class OverwriteRefusal extends Error {}

/** Writes documents one after another. When one cannot be written, the others are still written. */
export class DocumentWriter {
  readonly #written: string[] = [];
  readonly #messages: string[] = [];
  #hasRefusal = false;
  #code: number = EXIT_CODES.clean;

  readonly #formats: Format[];
  readonly #options: { office: Office | undefined; force: boolean };
  readonly #context: Context;

  /**
   * @param formats the files to make of each document
   * @param options `office` is needed for PDF; `force` overwrites files that a person has changed, and keeps a backup
   */
  constructor(formats: Format[], options: { office: Office | undefined; force: boolean }, context: Context) {
    this.#formats = formats;
    this.#options = options;
    this.#context = context;
  }

  /**
   * Writes the documents and reports on stderr which files were written and which were not.
   * @param inputs files that were read, which must not be overwritten
   * @returns the exit code
   * @throws {UsageError} when a document would overwrite one of the inputs
   */
  async write(jobs: RenderJob[], inputs: string[]): Promise<number> {
    const formats = this.#formats;
    const context = this.#context;
    const outputs = jobs.flatMap(({ base }) => formats.map((format) => `${base}.${format}`));
    refuseInputOverwrite(outputs, inputs, context.cwd);
    const bar = progress(jobs.length * formats.length, context);
    // each file is written completely or not at all, so the user can make the rest later
    const unsubscribe = onInterrupt(() => {
      bar.end();
      context.err(`中途停下:要写 ${outputs.length} 个文件,已写好 ${this.#written.length} 个\n`);
    });
    try {
      for (let from = 0; from < jobs.length; from += BATCH_SIZE)
        await this.#writeBatch(jobs.slice(from, from + BATCH_SIZE), bar.step);
    } finally {
      unsubscribe();
      bar.end();
      this.#printSummary();
    }
    return this.#code;
  }

  async #writeBatch(jobs: RenderJob[], step: () => void): Promise<void> {
    const words: (WordFile & { form: Form })[] = [];
    for (const { form, base, word } of jobs) {
      const asWord = this.#formats.includes("docx");
      const written = await this.#attempt(async () => {
        const bytes = word();
        if (asWord) await this.#writeFile(`${base}.docx`, "docx", bytes);
        return bytes;
      }, base);
      if (asWord) step();
      // when the Word file was not written, no PDF is made, because the two would differ
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
      else if (await this.#attempt(() => this.#writeFile(name, "pdf", pdf), name)) {
        const warning = pdfFontWarning(pdf, (words[index] as { form: Form }).form);
        if (warning && !this.#messages.includes(`${warning}\n`)) this.#messages.push(`${warning}\n`);
      }
      step();
    }
  }

  /** Does the work for one file. A problem with this file is reported at the end and does not stop the others. */
  async #attempt<Result>(work: () => Promise<Result>, name: string): Promise<Result | undefined> {
    try {
      return await work();
    } catch (error) {
      const systemError = fileErrorText(error, this.#context.cwd);
      if (error instanceof OverwriteRefusal) {
        this.#hasRefusal = true;
        this.#fail(error.message);
      } else if (error instanceof TemplateError) this.#fail(printable`没有生成 ${name}:${error.message}\n`);
      else if (systemError !== undefined) this.#fail(printable`没有写成 ${systemError}\n`);
      else throw error;
      return undefined;
    }
  }

  /** Writes one file. @throws {OverwriteRefusal} when a person's work would be lost */
  async #writeFile(name: string, format: Format, bytes: Uint8Array): Promise<true> {
    const context = this.#context;
    const file = path.resolve(context.cwd, name);
    const isFile = lstatSync(file, { throwIfNoEntry: false })?.isFile();
    const existing = isFile ? readBounded(file, MAX_OFFICE_BYTES) : undefined;
    const conflict =
      existing instanceof Uint8Array
        ? await overwriteConflict(format, existing, bytes)
        : isFile
          ? ({ kind: "foreign" } as const)
          : undefined;
    if (conflict && !this.#options.force)
      throw new OverwriteRefusal(overwriteConflictText(name, conflict, context.width));
    if (conflict) this.#messages.push(await replaceWithBackup(file, bytes, context));
    else await writeAtomically(file, bytes, context.cwd);
    this.#written.push(name);
    return true;
  }

  #fail(sentence: string): void {
    this.#messages.push(sentence);
    this.#code = EXIT_CODES.usage;
  }

  #printSummary(): void {
    const { err } = this.#context;
    const rest = this.#written.length - MAX_LISTED;
    err(
      this.#written
        .slice(0, MAX_LISTED)
        .map((name) => printable`已写入 ${name}\n`)
        .join(""),
    );
    if (rest > 0) err(`……还有 ${rest} 份,共 ${this.#written.length} 份\n`);
    err(this.#messages.join(""));
    if (this.#hasRefusal) err("改对的地方请先写回 YAML;要覆盖就加 --force(原来的留作 .bak),或用 -o 换个位置\n");
  }
}
