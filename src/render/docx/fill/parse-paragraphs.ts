import { SaxesParser, type SaxesTagPlain } from "saxes";
import { TemplateError } from "../../../model/errors.js";
import { unescapeXml } from "../../opc/xml.js";
import { CellWidth } from "./cell-width.js";

/** A paragraph of a part that holds no other paragraph. */
export interface ParsedParagraph {
  /** Offset of `<w:p …>` in the part, and offset past `</w:p>`. */
  start: number;
  end: number;
  /** `<w:p …>` as it stands. */
  startTag: string;
  /** Its `w:pPr`, or nothing. */
  properties: string;
  content: ParagraphContent[];
  /** Width for text in the cell that it stands in, in twips; undefined outside cells, and when the table does not say. */
  cellWidth?: number | undefined;
  /** Whether it stands in `mc:Fallback`: once more, for programs that do not know the newer form of it. */
  inFallback: boolean;
}

/** Text with the `w:rPr` of its run, or the XML of anything else. */
export type ParagraphContent = { text: string; runProperties: string } | { xml: string };

/**
 * Finds the paragraphs of a part and divides them into runs of text and the rest.
 * @throws {TemplateError} when elements are nested deeper than any program does
 * @throws {Error} when the XML is damaged
 */
export function parseParagraphs(xml: string): ParsedParagraph[] {
  return new ParagraphParser(xml).parse();
}

/** Old versions of Word put these around what they take for a date or a measure, as 2000字. The text in them counts. */
const SMART_TAG = /^w:(?:smartTag(?:Pr)?|attr)$/u;

/** Elements that an element may stand in. Word's own stand in some thirty, and in a few more for each nested table. */
const MAX_DEPTH = 500;

/** Characters of one text or one tag, such as a shape with its picture. Regular expressions over longer ones may fail. */
const MAX_PIECE = 2_000_000;

/** Length of the longest text, or tag with its attributes. */
function longestPiece(xml: string): number {
  let longest = 0;
  for (let start = 0; start < xml.length; ) {
    const next = xml.indexOf("<", start + 1);
    const end = next < 0 ? xml.length : next;
    longest = Math.max(longest, end - start);
    start = end;
  }
  return longest;
}

interface OpenParagraph {
  paragraph: ParsedParagraph;
  /** How many elements it stands in, itself included and smart tags left out. */
  depth: number;
  /** Whether another paragraph stands in it. */
  isOuter: boolean;
}

class ParagraphParser {
  readonly #xml: string;
  readonly #parser = new SaxesParser();
  readonly #found: ParsedParagraph[] = [];
  /** The open elements, outermost first; `depth` counts them, with smart tags left out. */
  readonly #path: { name: string; start: number; depth: number }[] = [];
  /** The open paragraphs: in a text box, a paragraph stands in another. */
  readonly #open: OpenParagraph[] = [];
  readonly #cell = new CellWidth();
  /** Of the open run. */
  #runProperties = "";
  /** How many `mc:Fallback` are open. */
  #fallbacks = 0;

  constructor(xml: string) {
    this.#xml = xml;
    this.#parser.on("opentag", (tag) => this.#openElement(tag));
    this.#parser.on("closetag", (tag) => this.#closeElement(tag));
    // Word writes none of these, and in them a `<` begins nothing
    for (const event of ["comment", "cdata", "processinginstruction"] as const)
      this.#parser.on(event, () => {
        throw new TemplateError("模板的 XML 里有注释或 CDATA,没有使用;用 Word 打开另存一份再试");
      });
  }

  parse(): ParsedParagraph[] {
    if (longestPiece(this.#xml) > MAX_PIECE)
      throw new TemplateError("模板里有一段文字或一个属性长得离奇,没有使用;检查是不是选错了文件");
    this.#parser.write(this.#xml).close();
    return this.#found;
  }

  #openElement({ name, attributes }: SaxesTagPlain): void {
    const start = this.#xml.lastIndexOf("<", this.#parser.position - 1);
    const parent = this.#path.at(-1)?.name;
    this.#path.push({ name, start, depth: this.#depth + (SMART_TAG.test(name) ? 0 : 1) });
    if (this.#path.length > MAX_DEPTH)
      throw new TemplateError(`模板里的内容套了 ${MAX_DEPTH} 层以上,没有使用;用 Word 打开另存一份再试`);
    this.#cell.open(name, attributes, parent);
    if (name === "w:p") this.#openParagraph(start);
    if (name === "w:r") this.#runProperties = "";
    if (name === "mc:Fallback") this.#fallbacks += 1;
  }

  #openParagraph(start: number): void {
    const around = this.#open.at(-1);
    if (around) around.isOuter = true;
    const paragraph: ParsedParagraph = {
      start,
      end: 0,
      startTag: this.#xml.slice(start, this.#parser.position),
      properties: "",
      content: [],
      cellWidth: this.#cell.textWidth,
      inFallback: this.#fallbacks > 0,
    };
    this.#open.push({ paragraph, depth: this.#depth, isOuter: false });
  }

  /** How many elements are open, with smart tags left out. */
  get #depth(): number {
    return this.#path.at(-1)?.depth ?? 0;
  }

  #closeElement({ name, isSelfClosing }: SaxesTagPlain): void {
    const start = this.#path.pop()?.start ?? 0;
    this.#cell.close(name);
    if (name === "mc:Fallback") this.#fallbacks -= 1;
    const current = this.#open.at(-1);
    if (!current || SMART_TAG.test(name)) return;
    if (name === "w:p") {
      this.#open.pop();
      current.paragraph.end = this.#parser.position;
      if (!current.isOuter && !isSelfClosing) this.#found.push(current.paragraph);
    } else this.#addContent(current, name, start);
  }

  /** Adds an element that ends here to its paragraph, unless it stands deeper than in a run. */
  #addContent({ paragraph, depth }: OpenParagraph, name: string, start: number): void {
    const xml = () => this.#xml.slice(start, this.#parser.position);
    const around = this.#depth - depth;
    if (around === 0) {
      if (name === "w:pPr") paragraph.properties = xml();
      else if (name !== "w:r") paragraph.content.push({ xml: xml() });
    } else if (around === 1 && this.#path.at(-1)?.name === "w:r") {
      const runProperties = this.#runProperties;
      if (name === "w:rPr") this.#runProperties = xml();
      else if (name === "w:t") paragraph.content.push({ text: textOf(xml()), runProperties });
      else paragraph.content.push({ xml: `<w:r>${runProperties}${xml()}</w:r>` });
    }
  }
}

function textOf(element: string): string {
  return unescapeXml(element.replace(/^<[^>]*>|<\/[^>]*>$/gu, ""));
}
