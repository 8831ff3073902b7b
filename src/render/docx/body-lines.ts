import { strFromU8 } from "fflate";
import { SaxesParser } from "saxes";
import { unpack } from "../opc/unpack.js";

/**
 * The lines of text in the body of a Word file, one for each paragraph that is not empty, with the text in links, text
 * boxes and tracked insertions.
 * @param bytes of the file
 * @throws {Error} when the file is damaged
 */
export function bodyLines(bytes: Uint8Array): string[] {
  const lines: string[] = [];
  const paragraphs: string[] = [];
  let fallbacks = 0;
  let inText = false;
  const parser = new SaxesParser();
  parser.on("opentag", ({ name }) => {
    // a fallback has the same text once more, for programs that do not know the newer form of it
    if (name === "mc:Fallback") fallbacks += 1;
    if (name === "w:p") paragraphs.push("");
    inText = name === "w:t" && fallbacks === 0;
  });
  parser.on("text", (text) => {
    if (inText && paragraphs.length > 0) paragraphs.push(`${paragraphs.pop()}${text}`);
  });
  parser.on("closetag", ({ name }) => {
    if (name === "mc:Fallback") fallbacks -= 1;
    if (name === "w:t") inText = false;
    if (name === "w:p") lines.push((paragraphs.pop() ?? "").trim());
  });
  parser.write(strFromU8(unpack(bytes)["word/document.xml"] ?? new Uint8Array())).close();
  return lines.filter((line) => line !== "");
}
