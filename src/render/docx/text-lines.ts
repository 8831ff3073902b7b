import { strFromU8 } from "fflate";
import { SaxesParser } from "saxes";
import { unpack } from "./zip.js";

/** The lines of a Word file's body that say something, with what stands in links, text boxes and tracked insertions. */
export function linesOf(bytes: Uint8Array): string[] {
  const lines: string[] = [];
  const open: string[] = [];
  let skipped = 0;
  let inText = false;
  const parser = new SaxesParser();
  parser.on("opentag", ({ name }) => {
    // the same once more, for programs that do not know the first
    if (name === "mc:Fallback") skipped += 1;
    if (name === "w:p") open.push("");
    inText = name === "w:t" && skipped === 0;
  });
  parser.on("text", (text) => {
    if (inText && open.length > 0) open.push(`${open.pop()}${text}`);
  });
  parser.on("closetag", ({ name }) => {
    if (name === "mc:Fallback") skipped -= 1;
    if (name === "w:t") inText = false;
    if (name === "w:p") lines.push((open.pop() ?? "").trim());
  });
  parser.write(strFromU8(unpack(bytes)["word/document.xml"] ?? new Uint8Array())).close();
  return lines.filter((line) => line !== "");
}
