import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { TYPEFACES } from "./typefaces.js";

/**
 * Settings for a run without a user: no macros, no questions, no Java, and no loading of linked content. By default
 * LibreOffice loads linked pictures from the network and from other files.
 */
const SETTINGS: [node: string, name: string, value: string][] = [
  ["org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"],
  ["org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"],
  ["org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"],
  ["org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"],
  ["org.openoffice.Office.Writer/Content/Update", "Link", "2"],
  ["org.openoffice.Office.Java/VirtualMachine", "Enable", "false"],
];

/** Writes a new LibreOffice profile into a folder. @param folder full path; it is created when it is missing */
export function writeProfile(folder: string): void {
  const items = SETTINGS.map(
    ([node, name, value]) =>
      `<item oor:path="/${node}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>\n`,
  );
  mkdirSync(path.join(folder, "user"), { recursive: true });
  writeFileSync(
    path.join(folder, "user", "registrymodifications.xcu"),
    `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
${items.join("")}</oor:items>
`,
  );
}

/**
 * Writes settings for fontconfig, which finds the fonts on Linux. They include the computer's own settings and add
 * replacements for missing fonts. Without them such a font becomes an arbitrary Chinese one, although the same typeface
 * may be installed under another name.
 * @param file full path of the settings file
 * @param usual value of FONTCONFIG_FILE, or the name of the system's settings
 */
export function writeFontSettings(file: string, usual = "fonts.conf"): void {
  const family = (name: string) => `<family>${escaped(name)}</family>`;
  const aliases = Object.entries(TYPEFACES).map(
    ([name, { alternatives }]) =>
      `<alias binding="same">${family(name)}<accept>${alternatives.map(family).join("")}</accept></alias>\n`,
  );
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<include>${escaped(usual)}</include>
${aliases.join("")}</fontconfig>
`,
  );
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
