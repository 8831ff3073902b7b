import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { type Picture, readPgm } from "./picture.js";

// Prints Word files as LibreOffice lays them out, always with the same free fonts: nobody's own fonts and
// settings come into it. The prescribed fonts may not be given away; the Fandol fonts are of the same kinds.

const FONTS = {
  仿宋_GB2312: "FandolFang-Regular.otf",
  黑体: "FandolHei-Regular.otf",
  方正小标宋简体: "FandolSong-Bold.otf",
};

/** For what the fonts above lack, as the ² of m². */
const FALLBACK = "DejaVuSerif.ttf";

/** Thickens fonts that have no bold of their own, as Word and the usual settings of fontconfig do. */
const BOLD = `<match target="font">
<test name="weight" compare="less_eq"><const>medium</const></test>
<test target="pattern" name="weight" compare="more_eq"><const>bold</const></test>
<edit name="embolden" mode="assign"><bool>true</bool></edit>
<edit name="weight" mode="assign"><const>bold</const></edit>
</match>`;

const FONT_FOLDERS = [
  path.join(homedir(), ".fonts"),
  path.join(homedir(), ".local/share/fonts"),
  "/usr/local/share/fonts",
  "/usr/share/fonts",
  "/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol",
];

const fontFiles = new Map([...Object.values(FONTS), FALLBACK].map((name) => [name, findFont(name)]));

/** Everything that decides how a page looks: programs and fonts with their versions, undefined if not here. */
export function printer(): Record<string, string | undefined> {
  return {
    LibreOffice: version("soffice", "--version"),
    poppler: version("pdftoppm", "-v"),
    ...Object.fromEntries([...fontFiles].map(([name, file]) => [name, file && digest(file)])),
  };
}

/**
 * Pictures of the pages of Word files.
 * @param folder where the files are and what is made on the way goes
 * @param names of the files, without `.docx`
 */
export function printPages(folder: string, names: string[]): Record<string, Picture[]> {
  const settings = writeFontSettings(path.join(folder, "fonts"));
  execFileSync(
    "soffice",
    ["--headless", `-env:UserInstallation=file://${folder}/profile`, "--convert-to", "pdf", "--outdir", folder].concat(
      names.map((name) => path.join(folder, `${name}.docx`)),
    ),
    { stdio: "ignore", timeout: 100_000, env: { ...process.env, FONTCONFIG_FILE: settings, LC_ALL: "C.UTF-8" } },
  );
  return Object.fromEntries(names.map((name) => [name, pagesOf(path.join(folder, `${name}.pdf`))]));
}

function pagesOf(pdf: string): Picture[] {
  const folder = `${pdf}.pages`;
  mkdirSync(folder);
  execFileSync("pdftoppm", ["-r", "60", "-gray", pdf, path.join(folder, "page")], { stdio: "ignore" });
  return readdirSync(folder)
    .sort()
    .map((name) => readPgm(readFileSync(path.join(folder, name))));
}

/** Makes a folder in which fontconfig finds these fonts and no other, under the names the documents ask for. */
function writeFontSettings(folder: string): string {
  mkdirSync(folder);
  for (const [name, file] of fontFiles) if (file) symlinkSync(file, path.join(folder, name));
  const aliases = Object.entries(FONTS).map(
    ([prescribed, file]) =>
      `<alias binding="same"><family>${prescribed}</family><prefer><family>${file.split("-")[0]}</family></prefer></alias>`,
  );
  const settings = path.join(folder, "fonts.conf");
  writeFileSync(
    settings,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<dir>${folder}</dir>
<cachedir>${folder}/cache</cachedir>
${aliases.join("\n")}
${BOLD}
</fontconfig>
`,
  );
  return settings;
}

function findFont(name: string): string | undefined {
  for (const folder of FONT_FOLDERS) {
    try {
      const found = readdirSync(folder, { recursive: true, encoding: "utf8" }).find(
        (file) => path.basename(file) === name,
      );
      if (found) return path.join(folder, found);
    } catch {
      // not every system has every folder
    }
  }
  return undefined;
}

/** Major and minor version a program says it has. */
function version(program: string, argument: string): string | undefined {
  const { stdout, stderr } = spawnSync(program, [argument], { encoding: "utf8" });
  return /\d+\.\d+/u.exec(`${stdout}${stderr}`)?.[0];
}

function digest(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex").slice(0, 12);
}
