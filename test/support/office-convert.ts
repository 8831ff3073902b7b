import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { emptyFolder } from "./run.js";

/**
 * Opens a Word file in LibreOffice and saves it, in one format after the other.
 * @param formats endings, e.g. `odt`, `docx`
 */
export function resaved(bytes: Uint8Array, formats: string[]): Uint8Array {
  const folder = emptyFolder();
  let file = path.join(folder, "file.docx");
  writeFileSync(file, bytes);
  for (const [step, format] of formats.entries()) {
    const out = path.join(folder, String(step));
    mkdirSync(out);
    execFileSync(
      "soffice",
      ["--headless", `-env:UserInstallation=file://${folder}/profile`, "--convert-to", format, "--outdir", out, file],
      { stdio: "ignore", timeout: 100_000 },
    );
    file = path.join(out, `file.${format}`);
  }
  return readFileSync(file);
}
