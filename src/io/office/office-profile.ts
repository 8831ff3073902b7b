import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { TYPEFACES } from "./typefaces.js";

/**
 * Settings for a run nobody watches: no macros, nothing fetched that a document links to (LibreOffice would
 * otherwise load pictures from the network and from other files), no questions, no Java.
 */
const SETTINGS: [node: string, name: string, value: string][] = [
  ["org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"],
  ["org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"],
  ["org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"],
  ["org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"],
  ["org.openoffice.Office.Writer/Content/Update", "Link", "2"],
  ["org.openoffice.Office.Java/VirtualMachine", "Enable", "false"],
];

/** Makes a new profile for LibreOffice in a folder. */
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
 * Writes settings for fontconfig, which finds the fonts on Linux: those of the computer, and after them what
 * may stand in for a font it lacks. Without them a font it lacks becomes any font with Chinese in it, though the
 * same face is there under another name.
 * @param usual value of FONTCONFIG_FILE, if there is one
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
