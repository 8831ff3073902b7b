import { describe, expect, it } from "vitest";
import { findOffice, type Machine } from "../../../src/io/office/find-office.js";
import { OfficeError } from "../../../src/model/errors.js";

/** Looks on a computer that has just these programs. */
function find(platform: string, programs: string[], machine: Partial<Machine> = {}) {
  const home = platform === "win32" ? "C:\\Users\\li" : "/home/li";
  const list = (folder: string) =>
    programs.filter((file) => file.startsWith(`${folder}/`)).map((file) => file.split("/")[2] as string);
  return findOffice({ platform, env: {}, home, isProgram: (file) => programs.includes(file), list, ...machine });
}

describe("findOffice", () => {
  it("takes what SOFFICE names before all else", () => {
    const programs = ["/opt/mine/soffice", "/usr/bin/soffice"];
    expect(find("linux", programs, { env: { SOFFICE: "/opt/mine/soffice", PATH: "/usr/bin" } })).toEqual({
      program: "/opt/mine/soffice",
    });
    expect(find("linux", ["/usr/local/bin/lo7"], { env: { SOFFICE: "lo7", PATH: "/usr/local/bin" } }).program).toBe(
      "/usr/local/bin/lo7",
    );
    const windows = "D:\\软件\\LibreOffice\\program\\soffice.com";
    expect(find("win32", [windows], { env: { SOFFICE: `"${windows}"` } }).program).toBe(windows);
  });

  it("says so when SOFFICE names nothing that runs, and does not take another", () => {
    const look = () => find("linux", ["/usr/bin/soffice"], { env: { SOFFICE: "/nowhere/soffice" } });
    expect(look).toThrow(OfficeError);
    expect(look).toThrow("SOFFICE 写的是 /nowhere/soffice,那里没有可以运行的程序");
  });

  it("takes an empty SOFFICE for none", () => {
    expect(find("linux", ["/usr/bin/soffice"], { env: { SOFFICE: "" } }).program).toBe("/usr/bin/soffice");
  });

  it("looks on PATH before the usual places, in the order of PATH, leaving out relative folders", () => {
    const programs = ["/b/soffice", "/a/libreoffice", "bin/soffice", "/usr/bin/soffice"];
    expect(find("linux", programs, { env: { PATH: "bin::/a:/b" } }).program).toBe("/b/soffice");
    expect(find("darwin", ["/opt/homebrew/bin/soffice"], { env: { PATH: "/opt/homebrew/bin" } }).program).toBe(
      "/opt/homebrew/bin/soffice",
    );
    const windows = ["C:\\LO\\soffice.exe", "C:\\LO\\soffice.com"];
    expect(find("win32", windows, { env: { Path: 'C:\\x;"C:\\LO"' } }).program).toBe("C:\\LO\\soffice.com");
  });

  it.each<[string, string]>([
    ["linux", "/usr/bin/libreoffice"],
    ["linux", "/usr/lib/libreoffice/program/soffice"],
    ["linux", "/opt/libreoffice24.8/program/soffice"],
    ["freebsd", "/usr/bin/soffice"],
    ["darwin", "/Applications/LibreOffice.app/Contents/MacOS/soffice"],
    ["darwin", "/home/li/Applications/LibreOffice.app/Contents/MacOS/soffice"],
    ["win32", "C:\\Program Files\\LibreOffice\\program\\soffice.com"],
    ["win32", "C:\\Program Files\\LibreOffice\\program\\soffice.exe"],
    ["win32", "E:\\Programme (x86)\\LibreOffice\\program\\soffice.exe"],
  ])("%s: finds %s", (platform, program) => {
    const env = { "ProgramFiles(x86)": "E:\\Programme (x86)" };
    expect(find(platform, [program], { env })).toEqual({ program });
  });

  it("takes the newest of several below /opt", () => {
    const programs = ["7.6", "24.8", "24.2"].map((version) => `/opt/libreoffice${version}/program/soffice`);
    expect(find("linux", programs).program).toBe("/opt/libreoffice24.8/program/soffice");
  });

  it("names a folder that a snap or flatpak can see, for they do not see /tmp", () => {
    expect(find("linux", ["/snap/bin/libreoffice"])).toEqual({
      program: "/snap/bin/libreoffice",
      folder: "/home/li/snap/libreoffice/common",
    });
    const program = "/var/lib/flatpak/exports/bin/org.libreoffice.LibreOffice";
    expect(find("linux", [program])).toEqual({
      program,
      folder: "/home/li/.var/app/org.libreoffice.LibreOffice/cache",
    });
  });

  it("without any, says how to get it on each system, and what to do without it", () => {
    const look = () => find("linux", [], { env: { PATH: "/usr/bin" } });
    expect(look).toThrow(OfficeError);
    for (const part of ["Windows", "macOS", "apt install libreoffice-writer-nogui", "SOFFICE", "“另存为 PDF”"])
      expect(look).toThrow(part);
  });
});
