import type { Run } from "../../../text/markdown.js";
import { escapeXml } from "../../opc/xml.js";

/** A run of text. @param properties its `w:rPr`, or nothing */
export function textRun(text: string, properties: string): string {
  return `<w:r>${properties}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

/** A run that begins a new line in its paragraph. @param properties its `w:rPr`, or nothing */
export function lineBreakRun(properties: string): string {
  return `<w:r>${properties}<w:br/></w:r>`;
}

/**
 * Runs of text, some of them bold.
 * @param properties the `w:rPr` of text that is not bold, or nothing
 * @param allBold makes all of them bold
 */
export function textRuns(runs: Run[], properties: string, allBold = false): string {
  return runs.map(({ text, bold }) => textRun(text, bold || allBold ? withBold(properties) : properties)).join("");
}

function withBold(properties: string): string {
  const plain = properties.replace(/<w:b(?:\s[^>]*)?\/>/u, "");
  // the standard wants bold behind the fonts
  return plain.replace(/(<w:rFonts [^>]*\/>)/u, "$1<w:b/>");
}
