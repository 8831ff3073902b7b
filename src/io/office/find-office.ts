import { accessSync, constants, readdirSync, statSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { OfficeError } from "../../model/errors.js";

/** An installed LibreOffice that can be started. */
export interface Office {
  /** Full path of the program. */
  program: string;
  /** Folder for its files when its package (snap, flatpak) cannot see the system's temporary folder. */
  folder?: string;
}

/** What the search needs to know about the computer. Tests replace it. */
export interface Machine {
  /** As in `process.platform`. */
  platform: string;
  env: Record<string, string | undefined>;
  home: string;
  /** Tells whether a path is a file that can be run. */
  isProgram(file: string): boolean;
  /** Lists the names in a folder; an empty list when there is no such folder. */
  list(folder: string): string[];
}

const FLATPAK = "org.libreoffice.LibreOffice";

const ABSENT = `生成 PDF 要用 LibreOffice,这台电脑上没有找到。安装后再试:
  Windows        从 https://zh-cn.libreoffice.org 下载安装
  macOS          同上,或 brew install --cask libreoffice
  Debian/Ubuntu  sudo apt install libreoffice-writer-nogui(要界面就装 libreoffice-writer)
装在别处的,用环境变量 SOFFICE 写明 soffice 程序的完整路径。
不装也可以:用 Word 或 WPS 打开生成的 .docx,“另存为 PDF”。`;

/**
 * Finds LibreOffice: the program that the variable SOFFICE names, otherwise one on PATH or in the usual folders.
 * @param overrides parts of the computer to replace, e.g. its environment
 * @throws {OfficeError} when there is none, or when SOFFICE names something that cannot be run
 */
export function findOffice(overrides: Partial<Machine> = {}): Office {
  const machine: Machine = {
    platform: process.platform,
    env: process.env,
    home: homedir(),
    isProgram: canRun,
    list: namesIn,
    ...overrides,
  };
  const named = namedPlaces(machine);
  const program = (named ?? [...onPath(["soffice", "libreoffice"], machine), ...usualPlaces(machine)]).find((file) =>
    machine.isProgram(file),
  );
  if (program) return asOffice(program, machine);
  if (!named) throw new OfficeError(ABSENT);
  throw new OfficeError(
    `环境变量 SOFFICE 写的是 ${machine.env.SOFFICE},那里没有可以运行的程序\n改成 soffice 程序的完整路径,或去掉 SOFFICE 让 ptc 自己找`,
  );
}

/** Lists where the program named by SOFFICE may be; undefined when SOFFICE is not set. It may be a path or a name. */
function namedPlaces(machine: Machine): string[] | undefined {
  // “Copy as path” on Windows puts quotation marks around the path
  const name = machine.env.SOFFICE?.trim().replace(/^"(.*)"$/u, "$1");
  if (!name) return undefined;
  return /[/\\]/u.test(name) ? [pathsOf(machine).resolve(name)] : onPath([name], machine);
}

function onPath(programs: string[], { platform, env }: Machine): string[] {
  const { delimiter, isAbsolute, join } = pathsOf({ platform });
  // on Windows the variable is called `Path`
  const value = Object.entries(env).find(([name]) => name.toUpperCase() === "PATH")?.[1] ?? "";
  const folders = value.split(delimiter).map((folder) => folder.replaceAll('"', ""));
  // .com comes first, because soffice.exe does not write to the console
  const files = programs.flatMap((name) => (platform === "win32" ? [`${name}.com`, `${name}.exe`, name] : [name]));
  // relative folders on PATH are ignored: a program in the current folder may come from someone else
  return files.flatMap((file) => folders.filter((folder) => isAbsolute(folder)).map((folder) => join(folder, file)));
}

/** Lists where LibreOffice is usually installed. */
function usualPlaces(machine: Machine): string[] {
  const { platform, env, home, list } = machine;
  const { join } = pathsOf(machine);
  if (platform === "win32")
    return [env.ProgramFiles, env.ProgramW6432, env["ProgramFiles(x86)"], "C:\\Program Files"]
      .filter((folder) => folder !== undefined)
      .map((folder) => join(folder, "LibreOffice", "program"))
      .flatMap((folder) => [join(folder, "soffice.com"), join(folder, "soffice.exe")]);
  if (platform === "darwin")
    return ["/Applications", join(home, "Applications")].map((folder) =>
      join(folder, "LibreOffice.app/Contents/MacOS/soffice"),
    );
  const newestFirst = list("/opt")
    .filter((name) => name.startsWith("libreoffice"))
    .sort((a, b) => b.localeCompare(a, "en", { numeric: true }));
  return [
    "/usr/bin/soffice",
    "/usr/bin/libreoffice",
    "/usr/lib/libreoffice/program/soffice",
    "/usr/lib64/libreoffice/program/soffice",
    ...newestFirst.map((name) => `/opt/${name}/program/soffice`),
    "/snap/bin/libreoffice",
    `/var/lib/flatpak/exports/bin/${FLATPAK}`,
    join(home, ".local/share/flatpak/exports/bin", FLATPAK),
  ];
}

function asOffice(program: string, { home }: Machine): Office {
  if (program.includes("/snap/")) return { program, folder: path.posix.join(home, "snap/libreoffice/common") };
  if (program.endsWith(`/${FLATPAK}`)) return { program, folder: path.posix.join(home, ".var/app", FLATPAK, "cache") };
  return { program };
}

function pathsOf({ platform }: Pick<Machine, "platform">): path.PlatformPath {
  return platform === "win32" ? path.win32 : path.posix;
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
