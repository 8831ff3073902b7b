import { strToU8 } from "fflate";
import type { ReturnedDocument } from "../../model/annotation.js";
import { fontOf, type Typography } from "../../model/typography.js";
import { pack } from "../opc/pack.js";
import { escapeXml } from "../opc/xml.js";
import { halfPoints, mm, twips } from "./typography.js";

const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** Sizes of an official letter in points: 二号 for the title, 三号 for the text, with lines of 28. */
const TITLE_SIZE = 22;
const TEXT_SIZE = 16;
const LINE = 28;

/**
 * Makes the note that goes back with annotated copies: what to mend, a page for each consortium, so that the pages can be
 * given to each by itself. It quotes no figures.
 * @param clean names of those of whom nothing has to be mended
 * @returns bytes of a .docx, the same for the same findings
 */
export function returnNote(
  returned: readonly ReturnedDocument[],
  clean: readonly string[],
  typography: Typography,
): Uint8Array {
  const [title, body] = [fontOf(typography, "title"), fontOf(typography, "body")];
  const paragraphs = returned.flatMap((each, at) => [
    paragraph("退回意见", { font: title, size: TITLE_SIZE, centred: true, newPage: at > 0 }),
    paragraph(`${each.name}:`, { font: body, bold: true, flush: true }),
    paragraph(`报来的 ${each.file} 看过了,${counted(each)}。每一处写在 ${each.annotated} 的批注里,改好后重新报来。`, {
      font: body,
    }),
    ...each.items.map(({ place, severity, title: what, clause }, number) =>
      paragraph(`${number + 1}.${place}(${severity}):${what}${clause ? `。依据:${clause}` : ""}`, { font: body }),
    ),
  ]);
  const last =
    clean.length > 0
      ? [
          paragraph("没有要改的", { font: title, size: TITLE_SIZE, centred: true, newPage: returned.length > 0 }),
          ...clean.map((name) => paragraph(name, { font: body })),
        ]
      : [];
  const { page, margins } = typography;
  const section =
    `<w:sectPr><w:pgSz w:w="${mm(page.width)}" w:h="${mm(page.height)}"/>` +
    `<w:pgMar w:top="${mm(margins.top)}" w:right="${mm(margins.right)}" w:bottom="${mm(margins.bottom)}" w:left="${mm(margins.left)}" ` +
    `w:header="${mm(margins.header)}" w:footer="${mm(margins.footer)}" w:gutter="0"/></w:sectPr>`;
  return pack({
    "[Content_Types].xml": strToU8(
      `${HEADER}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Default Extension="xml" ContentType="application/xml"/>' +
        `<Override PartName="/word/document.xml" ContentType="${OFFICE}.document.main+xml"/></Types>`,
    ),
    "_rels/.rels": strToU8(
      `${HEADER}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
        '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    "word/document.xml": strToU8(
      `${HEADER}<w:document xmlns:w="${MAIN}"><w:body>${[...paragraphs, ...last].join("")}${section}</w:body></w:document>`,
    ),
  });
}

function counted({ items }: ReturnedDocument): string {
  const errors = items.filter(({ severity }) => severity === "错误").length;
  const others = items.length - errors;
  return [...(errors > 0 ? [`要改的 ${errors} 处`] : []), ...(others > 0 ? [`要核对的 ${others} 处`] : [])].join(",");
}

interface Look {
  font: string;
  size?: number;
  bold?: boolean;
  centred?: boolean;
  /** Without the indentation of two characters. */
  flush?: boolean;
  newPage?: boolean;
}

function paragraph(text: string, { font, size = TEXT_SIZE, bold, centred, flush, newPage }: Look): string {
  const shown = fullWidth(text);
  const indent = centred || flush ? "" : '<w:ind w:firstLineChars="200" w:firstLine="640"/>';
  return (
    `<w:p><w:pPr>${newPage ? "<w:pageBreakBefore/>" : ""}` +
    `<w:spacing w:line="${twips(centred ? LINE + 7 : LINE)}" w:lineRule="exact"${centred ? ` w:after="${twips(LINE)}"` : ""}/>` +
    `${indent}${centred ? '<w:jc w:val="center"/>' : ""}</w:pPr>` +
    `<w:r><w:rPr><w:rFonts w:ascii="${escapeXml(font)}" w:hAnsi="${escapeXml(font)}" w:eastAsia="${escapeXml(font)}" w:cs="${escapeXml(font)}" w:hint="eastAsia"/>` +
    `${bold ? "<w:b/>" : ""}<w:sz w:val="${halfPoints(size)}"/><w:szCs w:val="${halfPoints(size)}"/></w:rPr>` +
    `<w:t xml:space="preserve">${escapeXml(shown)}</w:t></w:r></w:p>`
  );
}

/** Messages are typed with marks of half width; a letter has them in full width. */
function fullWidth(text: string): string {
  const wide: Record<string, string> = { ",": "\uff0c", ":": "\uff1a", ";": "\uff1b", "(": "\uff08", ")": "\uff09" };
  return text.replace(/[,:;()]/gu, (mark) => wide[mark] ?? mark);
}
