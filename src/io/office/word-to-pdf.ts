import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { OfficeError } from "../../model/errors.js";
import { onInterrupt } from "../files/on-interrupt.js";
import { findOffice, type Office } from "./find-office.js";
import { writeFontSettings, writeProfile } from "./office-profile.js";
import { type ProgramResult, runProgram } from "./run-program.js";

/** A Word file to convert. */
export interface WordFile {
  /** Name that the caller gives it; the result has the same name. */
  name: string;
  /** Bytes of a .docx. */
  bytes: Uint8Array;
}

/** The PDF, or a sentence (without the name) that says why there is none and what to do instead. */
export type PdfResult = { name: string } & ({ pdf: Uint8Array; problem?: never } | { pdf?: never; problem: string });

/** Environment variables. */
type Variables = Record<string, string | undefined>;

/** How Word files are converted. */
export interface PdfOptions {
  /** LibreOffice when it has been found already; otherwise it is searched. */
  office?: Office | undefined;
  /** Environment for LibreOffice; that of this process when not given. */
  env?: Variables | undefined;
  /** Milliseconds that one run may take; when not given, 60 s and 5 s for each document. */
  limit?: number | undefined;
}

/** Number of documents in a row that may time out; after that the others are not tried. */
const MAX_TIMEOUTS = 3;

const MANUAL_WAY = "可以用 Word 或 WPS 打开 .docx,“另存为 PDF”";

/**
 * Converts Word files to PDF with LibreOffice. All are converted in one run, because starting LibreOffice takes most of
 * the time. When one document makes that run fail, each document without a PDF gets a run of its own. All files are
 * held in memory, so pass at most some tens at a time.
 * @returns a result for each document, in the same order
 * @throws {OfficeError} when LibreOffice is not installed, does not start, or was stopped
 */
export async function wordToPdf(documents: WordFile[], options: PdfOptions = {}): Promise<PdfResult[]> {
  const { env = process.env, limit } = options;
  const office = options.office ?? findOffice({ env });
  const parent = office.folder ?? tmpdir();
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(path.join(parent, "ptc-pdf-"));
  let stop = () => {};
  let stopped = false;
  const unsubscribe = onInterrupt(() => {
    stopped = true;
    stop();
    remove(folder);
  });
  try {
    const results = documents.map(({ name }): PdfResult => ({ name, problem: "这不是 Word 文件(.docx),没有转成 PDF" }));
    /** Converts some of the documents in one run and stores their results. @returns how the run ended */
    const convert = async (indexes: number[]): Promise<ProgramResult> => {
      const time = limit ?? 60_000 + 5_000 * indexes.length;
      const run = startOffice(office, folder, indexes, env, time);
      stop = run.stop;
      const ending = await run.ended;
      if (stopped) throw new OfficeError("已停止,没有转成 PDF");
      const problem = `${reason(ending, time, folder)};${MANUAL_WAY}`;
      for (const index of indexes) {
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
    let timeouts = 0;
    for (const index of all.filter((each) => results[each]?.problem !== undefined)) {
      if (timeouts < MAX_TIMEOUTS) timeouts = (await convert([index])).timedOut ? timeouts + 1 : 0;
    }
    return results;
  } finally {
    unsubscribe();
    remove(folder);
  }
}

/** Starts LibreOffice for some documents. It gets a new profile, so one that the user has open is not disturbed. */
function startOffice(office: Office, folder: string, indexes: number[], env: Variables, limit: number) {
  const profile = mkdtempSync(path.join(folder, "profile-"));
  writeProfile(profile);
  const args = [
    "--headless",
    "--norestore",
    `-env:UserInstallation=${pathToFileURL(profile).href}`,
    // without this, LibreOffice reads a file that is not Word as plain text and makes a PDF of it
    "--infilter=MS Word 2007 XML",
    "--convert-to",
    "pdf:writer_pdf_Export",
    "--outdir",
    folder,
    ...indexes.map((index) => wordFile(folder, index)),
  ];
  // temporary files that LibreOffice leaves when it is killed are removed with this folder
  const officeEnv: Variables = { ...env, TMPDIR: folder, TMP: folder, TEMP: folder };
  if (!office.folder) {
    // snap and flatpak have their own font settings
    officeEnv.FONTCONFIG_FILE = path.join(folder, "fonts.conf");
    writeFontSettings(officeEnv.FONTCONFIG_FILE, env.FONTCONFIG_FILE);
  }
  const errors = openSync(errorFile(folder), "w");
  try {
    const { ended, stop } = runProgram(office.program, args, { env: officeEnv, errors, limit });
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
    `LibreOffice 启动不了:${program}(${code ?? message})\n重新安装,或用环境变量 SOFFICE 指明另一个;也${MANUAL_WAY}`,
  );
}

/** Says why a document has no PDF after a run that ended in this way. */
function reason({ code, timedOut }: ProgramResult, limit: number, folder: string): string {
  if (timedOut) return `LibreOffice 转换超过 ${Math.ceil(limit / 1000)} 秒,已停止`;
  if (code === 0) return "LibreOffice 没有写出 PDF(打不开这份 Word,或没有装 Writer 组件)";
  const detail = lastError(folder);
  return `LibreOffice 中途退出(${detail || (code === null ? "崩溃" : `退出码 ${code}`)}),没有转成 PDF`;
}

/** Returns the last error message of LibreOffice on one line, at most 100 characters; empty when there is none. */
function lastError(folder: string): string {
  const lines = readFileSync(errorFile(folder), "utf8").split("\n");
  const last = lines.filter((line) => line.trim() !== "" && !line.startsWith("Warning:")).at(-1) ?? "";
  return last
    .replace(/\p{C}+/gu, " ")
    .trim()
    .slice(0, 100);
}

/** Reads the PDF of a document; undefined when it was not written completely. */
function readPdf(folder: string, index: number): Uint8Array | undefined {
  try {
    const pdf = readFileSync(path.join(folder, `${index + 1}.pdf`));
    const isComplete = pdf.toString("latin1", 0, 5) === "%PDF-" && pdf.subarray(-1024).includes("%%EOF");
    return isComplete ? pdf : undefined;
  } catch {
    return undefined;
  }
}

/** Path of a document's Word file. Files are numbered, so a name cannot look like an option or occur twice. */
function wordFile(folder: string, index: number): string {
  return path.join(folder, `${index + 1}.docx`);
}

function errorFile(folder: string): string {
  return path.join(folder, "errors.txt");
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

function remove(folder: string): void {
  try {
    // on Windows the files of a program that has just ended may stay locked for a moment
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  } catch {
    // a temporary folder that stays behind is no reason to lose the PDFs
  }
}
