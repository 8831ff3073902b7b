import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { OfficeError } from "../../model/errors.js";
import { onInterrupt } from "../files/on-interrupt.js";
import { findOffice, type Office } from "./find-office.js";
import { writeFontSettings, writeProfile } from "./office-profile.js";
import { type ProgramResult, runProgram } from "./run-program.js";

export interface WordFile {
  /** What the caller knows it by; comes back with the result. */
  name: string;
  /** Bytes of a .docx. */
  bytes: Uint8Array;
}

/** The PDF, or why there is none and what to do instead: a sentence without the name. */
export type PdfResult = { name: string } & ({ pdf: Uint8Array; problem?: never } | { pdf?: never; problem: string });

/** Variables of the environment. */
type Variables = Record<string, string | undefined>;

export interface PdfOptions {
  /** LibreOffice, when it has been found already. */
  office?: Office;
  env?: Variables;
  /** Milliseconds a run may take; 60 s and 5 s a document when not given. */
  limit?: number;
}

/** Documents in a row that may run out of time before the rest is given up. */
const PATIENCE = 3;

const INSTEAD = "可以用 Word 或 WPS 打开 .docx,“另存为 PDF”";

/**
 * Makes PDFs of Word files with LibreOffice: all in one run, for starting it takes longest. When a document
 * brings that run down, those without a PDF get a run each. All is held in memory: give some tens at a time.
 * @returns a result for each, in the same order
 * @throws {OfficeError} when LibreOffice is not there or does not start
 */
export async function wordToPdf(documents: WordFile[], options: PdfOptions = {}): Promise<PdfResult[]> {
  const { env = process.env, limit } = options;
  const office = options.office ?? findOffice({ env });
  const parent = office.folder ?? tmpdir();
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(path.join(parent, "ptc-pdf-"));
  let stop = () => {};
  let stopped = false;
  const over = onInterrupt(() => {
    stopped = true;
    stop();
    remove(folder);
  });
  try {
    const results = documents.map(({ name }): PdfResult => ({ name, problem: "这不是 Word 文件(.docx),没有转成 PDF" }));
    /** Converts some, enters how each went, and says how the run ended. */
    const convert = async (some: number[]): Promise<ProgramResult> => {
      const time = limit ?? 60_000 + 5_000 * some.length;
      const run = startOffice(office, folder, some, env, time);
      stop = run.stop;
      const ending = await run.ended;
      if (stopped) throw new OfficeError("已停止,没有转成 PDF");
      const problem = `${reason(ending, time, folder)};${INSTEAD}`;
      for (const index of some) {
        const { name } = documents[index] as WordFile;
        const pdf = readPdf(folder, index);
        results[index] = pdf ? { name, pdf } : { name, problem };
      }
      return ending;
    };

    const all = [...documents.keys()].filter((index) => isZip((documents[index] as WordFile).bytes));
    for (const index of all) writeFileSync(wordFile(folder, index), (documents[index] as WordFile).bytes);
    if (all.length === 0) return results;
    const { code } = await convert(all);
    if (code === 0 || all.length === 1) return results;
    let hung = 0;
    for (const index of all.filter((each) => results[each]?.problem !== undefined)) {
      if (hung < PATIENCE) hung = (await convert([index])).timedOut ? hung + 1 : 0;
    }
    return results;
  } finally {
    over();
    remove(folder);
  }
}

/** Starts LibreOffice on some documents, with a profile of its own: one that is open already is not disturbed. */
function startOffice(office: Office, folder: string, some: number[], env: Variables, limit: number) {
  const profile = mkdtempSync(path.join(folder, "profile-"));
  writeProfile(profile);
  const args = [
    "--headless",
    "--norestore",
    `-env:UserInstallation=${pathToFileURL(profile).href}`,
    // else what is not Word is taken for text, and turned into a PDF all the same
    "--infilter=MS Word 2007 XML",
    "--convert-to",
    "pdf:writer_pdf_Export",
    "--outdir",
    folder,
    ...some.map((index) => wordFile(folder, index)),
  ];
  // what it forgets when it is stopped goes with the folder
  const theirs: Variables = { ...env, TMPDIR: folder, TMP: folder, TEMP: folder };
  if (!office.folder) {
    // snap and flatpak bring font settings of their own
    theirs.FONTCONFIG_FILE = path.join(folder, "fonts.conf");
    writeFontSettings(theirs.FONTCONFIG_FILE, env.FONTCONFIG_FILE);
  }
  const errors = openSync(complaintFile(folder), "w");
  try {
    const { ended, stop } = runProgram(office.program, args, { env: theirs, errors, limit });
    return { ended: ended.catch((error) => Promise.reject(cannotStart(office, error))), stop };
  } catch (error) {
    throw cannotStart(office, error);
  } finally {
    closeSync(errors);
  }
}

function cannotStart({ program }: Office, error: unknown): OfficeError {
  const { code, message } = error as NodeJS.ErrnoException;
  return new OfficeError(
    `LibreOffice 启动不了:${program}(${code ?? message})\n重新安装,或用环境变量 SOFFICE 指明另一个;也${INSTEAD}`,
  );
}

/** Why a document has no PDF after a run that ended like this. */
function reason({ code, timedOut }: ProgramResult, limit: number, folder: string): string {
  if (timedOut) return `LibreOffice 转换超过 ${Math.ceil(limit / 1000)} 秒,已停止`;
  if (code === 0) return "LibreOffice 没有写出 PDF(打不开这份 Word,或没有装 Writer 组件)";
  const said = complaint(folder);
  return `LibreOffice 中途退出(${said || (code === null ? "崩溃" : `退出码 ${code}`)}),没有转成 PDF`;
}

/** The last thing LibreOffice complained of, on one line; empty when it did not. */
function complaint(folder: string): string {
  const lines = readFileSync(complaintFile(folder), "utf8").split("\n");
  const said = lines.filter((line) => line.trim() !== "" && !line.startsWith("Warning:")).at(-1) ?? "";
  return said
    .replace(/\p{C}+/gu, " ")
    .trim()
    .slice(0, 100);
}

/** The PDF of a document if it was written to its end. */
function readPdf(folder: string, index: number): Uint8Array | undefined {
  try {
    const pdf = readFileSync(path.join(folder, `${index + 1}.pdf`));
    const whole = pdf.toString("latin1", 0, 5) === "%PDF-" && pdf.subarray(-1024).includes("%%EOF");
    return whole ? pdf : undefined;
  } catch {
    return undefined;
  }
}

/** Numbered: no name can be taken for an option or clash with another. */
function wordFile(folder: string, index: number): string {
  return path.join(folder, `${index + 1}.docx`);
}

function complaintFile(folder: string): string {
  return path.join(folder, "errors.txt");
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

function remove(folder: string): void {
  try {
    // on Windows a program that has just ended may hold its files a little longer
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  } catch {
    // the PDFs are worth more than a tidy temporary folder
  }
}
