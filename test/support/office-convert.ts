import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { emptyFolder } from "./run.js";

/**
 * Opens Word files in LibreOffice and saves them, in one format after the other. Starting LibreOffice takes longer
 * than converting does, so all files are given to it together.
 * @param formats endings, e.g. `odt`, `docx`
 * @returns the files as last saved, in the order given
 */
export function resaved(files: Uint8Array[], formats: string[]): Uint8Array[] {
  const folder = emptyFolder();
  let now = files.map((bytes, index) => {
    const file = path.join(folder, `${index}.docx`);
    writeFileSync(file, bytes);
    return file;
  });
  for (const [step, format] of formats.entries()) {
    const out = path.join(folder, String(step));
    mkdirSync(out);
    execFileSync(
      "soffice",
      ["--headless", `-env:UserInstallation=file://${PROFILE}`, "--convert-to", format, "--outdir", out, ...now],
      { stdio: "ignore", timeout: 100_000 },
    );
    now = files.map((_, index) => path.join(out, `${index}.${format}`));
  }
  return now.map((file) => readFileSync(file));
}

/** LibreOffice fills an empty profile at its first start, so one serves all runs. */
const PROFILE = path.join(emptyFolder(), "profile");
