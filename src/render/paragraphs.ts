import { SaxesParser } from "saxes";
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
  /** Width of the cell it stands in less the cell's margins, in twentieths of a point; when the cell says. */
  width?: number;
}

/** Text with its run properties, or anything else as it stands. */
export type Piece = { text: string; runProperties: string } | { raw: string };

interface Element {
  name: string;
  start: number;
}

/** What Word leaves on each side of a cell that does not say: 1.9 mm. */
const USUAL_MARGIN = 108;

/** Finds the paragraphs of a Word part and takes them apart into runs of text and the rest. */
export function paragraphsOf(xml: string): Paragraph[] {
  const found: Paragraph[] = [];
  const path: Element[] = [];
  const open: { paragraph: Paragraph; depth: number; nested: boolean }[] = [];
  const cells: { width?: number; margins: number }[] = [];
  let runProperties = "";
  const parser = new SaxesParser();
  const tagStart = () => xml.lastIndexOf("<", parser.position - 1);

  parser.on("opentag", ({ name, attributes }) => {
    const start = tagStart();
    const outer = path.at(-1)?.name;
    path.push({ name, start });
    const cell = cells.at(-1);
    if (name === "w:tc") cells.push({ margins: 2 * USUAL_MARGIN });
    else if (cell && name === "w:tcW" && attributes["w:type"] === "dxa") cell.width = Number(attributes["w:w"]);
    else if (cell && outer === "w:tcMar" && /^w:(?:left|right|start|end)$/u.test(name))
      cell.margins += Number(attributes["w:w"]) - USUAL_MARGIN;
    if (name === "w:p") {
      for (const around of open) around.nested = true;
      const width = cell?.width === undefined ? undefined : cell.width - cell.margins;
      const paragraph = { start, end: 0, open: xml.slice(start, parser.position), properties: "", pieces: [], width };
      open.push({ paragraph, depth: path.length, nested: false });
    }
    if (name === "w:r") runProperties = "";
  });
  parser.on("closetag", ({ name, isSelfClosing }) => {
    const element = path.pop() as Element;
    if (name === "w:tc") cells.pop();
    const current = open.at(-1);
    if (!current) return;
    const { paragraph, depth } = current;
    const source = () => xml.slice(element.start, parser.position);
    const level = path.length - depth;
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
