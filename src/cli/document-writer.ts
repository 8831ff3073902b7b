import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { type Office, obstacle, obstacleText, pdfFontWarning, type WordFile, wordToPdf, writeWhole } from "../index.js";
import { type Context, EXIT } from "./context.js";
import { fileTrouble } from "./file-trouble.js";
import { outputFile, putAside } from "./output.js";
import { progress } from "./progress.js";
import type { Format } from "./render-targets.js";

/** Documents turned into PDF in one go: starting LibreOffice takes longest, and all are held in memory. */
const BATCH = 20;
/** Files named one by one when they are done. */
const NAMED = 20;

/** One document to be made. */
export interface Job {
  /** Path of its files, without their endings. */
  base: string;
  /** Makes its Word file. */
  word: () => Promise<Uint8Array>;
}

/** Writes documents one after another; one that cannot be written does not stop the others. */
export class DocumentWriter {
  readonly #written: string[] = [];
  readonly #said: string[] = [];
  #keptBack = false;
  #code: number = EXIT.clean;

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
  async write(jobs: Job[], inputs: string[]): Promise<number> {
    const formats = this.#formats;
    const context = this.#context;
    for (const { base } of jobs) for (const each of formats) outputFile(`${base}.${each}`, `.${each}`, inputs, context);
    const bar = progress(jobs.length * formats.length, context);
    try {
      for (let from = 0; from < jobs.length; from += BATCH)
        await this.#writeBatch(jobs.slice(from, from + BATCH), bar.step);
    } finally {
      bar.end();
      this.#say();
    }
    return this.#code;
  }

  async #writeBatch(jobs: Job[], step: () => void): Promise<void> {
    const words: WordFile[] = [];
    for (const { base, word } of jobs) {
      const bytes = await word();
      if (this.#formats.includes("pdf")) words.push({ name: `${base}.pdf`, bytes });
      if (!this.#formats.includes("docx")) continue;
      await this.#put(`${base}.docx`, bytes);
      step();
    }
    if (words.length > 0) await this.#writePdf(words, step);
  }

  async #writePdf(words: WordFile[], step: () => void): Promise<void> {
    const { env } = this.#context;
    for (const { name, pdf, problem } of await wordToPdf(words, { office: this.#options.office, env })) {
      if (pdf) {
        await this.#put(name, pdf);
        const warning = await pdfFontWarning(pdf);
        if (warning && !this.#said.includes(`${warning}\n`)) this.#said.push(`${warning}\n`);
      } else this.#fail(`${name}:${problem}\n`);
      step();
    }
  }

  async #put(name: string, bytes: Uint8Array): Promise<void> {
    const context = this.#context;
    const file = path.resolve(context.cwd, name);
    try {
      const isFile = statSync(file, { throwIfNoEntry: false })?.isFile();
      const inTheWay = isFile ? await obstacle(readFileSync(file), bytes) : undefined;
      if (inTheWay && !this.#options.force) {
        this.#keptBack = true;
        return this.#fail(obstacleText(name, inTheWay, context.width));
      }
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
    const { err } = this.#context;
    const rest = this.#written.length - NAMED;
    err(
      this.#written
        .slice(0, NAMED)
        .map((name) => `已写入 ${name}\n`)
        .join(""),
    );
    if (rest > 0) err(`……还有 ${rest} 份,共 ${this.#written.length} 份\n`);
    err(this.#said.join(""));
    if (this.#keptBack) err("改对的地方请先写回 YAML;要覆盖就加 --force(原来的留作 .bak),或用 -o 换个位置\n");
  }
}
