import { SaxesParser } from "saxes";
import { CellWidth } from "./cell-width.js";
import { unescapeXml } from "./xml.js";

/** A paragraph of a Word part that holds no other paragraph. */
export interface Paragraph {
  /** Offsets of `<w:p …>` and past `</w:p>`. */
  start: number;
  end: number;
  /** The opening tag and the properties, as they stand. */
  open: string;
  properties: string;
  pieces: Piece[];
  /** Room in the cell it stands in, in twentieths of a point; when the table says. */
  width?: number;
  /** Stands in a second version for programs that do not know the first. */
  again: boolean;
}

/** Text with its run properties, or anything else as it stands. */
export type Piece = { text: string; runProperties: string } | { raw: string };

interface Element {
  name: string;
  start: number;
}

/** Old Word's mark around what it takes for a date or a measure, as 2000字: nobody sees it, the text in it is text. */
const SMART_TAG = /^w:(?:smartTag(?:Pr)?|attr)$/u;

/** Finds the paragraphs of a Word part and takes them apart into runs of text and the rest. */
export function paragraphsOf(xml: string): Paragraph[] {
  const found: Paragraph[] = [];
  const path: Element[] = [];
  const open: { paragraph: Paragraph; depth: number; nested: boolean }[] = [];
  const cell = new CellWidth();
  let runProperties = "";
  let fallbacks = 0;
  const parser = new SaxesParser();
  const tagStart = () => xml.lastIndexOf("<", parser.position - 1);

  parser.on("opentag", ({ name, attributes }) => {
    const start = tagStart();
    const outer = path.at(-1)?.name;
    path.push({ name, start });
    cell.open(name, attributes as Record<string, string>, outer);
    if (name === "w:p") {
      for (const around of open) around.nested = true;
      const opening = xml.slice(start, parser.position);
      const paragraph = {
        start,
        end: 0,
        open: opening,
        properties: "",
        pieces: [],
        width: cell.room,
        again: fallbacks > 0,
      };
      open.push({ paragraph, depth: path.length, nested: false });
    }
    if (name === "w:r") runProperties = "";
    if (name === "mc:Fallback") fallbacks += 1;
  });
  parser.on("closetag", ({ name, isSelfClosing }) => {
    const element = path.pop() as Element;
    cell.close(name);
    if (name === "mc:Fallback") fallbacks -= 1;
    const current = open.at(-1);
    if (!current || SMART_TAG.test(name)) return;
    const { paragraph, depth } = current;
    const source = () => xml.slice(element.start, parser.position);
    const level = path.slice(depth).filter((each) => !SMART_TAG.test(each.name)).length;
    const inRun = path.at(-1)?.name === "w:r";
    if (name === "w:p") {
      open.pop();
      paragraph.end = parser.position;
      if (!current.nested && !isSelfClosing) found.push(paragraph);
    } else if (level === 0 && name === "w:pPr") paragraph.properties = source();
    else if (level === 0 && name !== "w:r") paragraph.pieces.push({ raw: source() });
    else if (level === 1 && inRun && name === "w:rPr") runProperties = source();
    else if (level === 1 && inRun && name === "w:t") paragraph.pieces.push({ text: textOf(source()), runProperties });
    else if (level === 1 && inRun) paragraph.pieces.push({ raw: `<w:r>${runProperties}${source()}</w:r>` });
  });
  parser.write(xml).close();
  return found;
}

function textOf(element: string): string {
  return unescapeXml(element.replace(/^<[^>]*>|<\/[^>]*>$/gu, ""));
}
