import type ExcelJS from "exceljs";
import { clearTimestamps } from "../opc/clear-timestamps.js";

/** The bytes of a workbook, the same for the same content. */
export async function workbookBytes(workbook: ExcelJS.Workbook): Promise<Uint8Array> {
  workbook.creator = "ptc";
  workbook.lastModifiedBy = "ptc";
  return clearTimestamps(new Uint8Array((await workbook.xlsx.writeBuffer()) as ArrayBuffer), {
    "xl/styles.xml": withOrderedFonts,
  });
}

const FONT_ORDER = ["b", "i", "strike", "u", "vertAlign", "sz", "color", "name", "family", "charset", "scheme"];

/** Puts the properties of fonts in the order that the standard wants: exceljs writes them in another. */
function withOrderedFonts(xml: string): string {
  const rank = (property: string) => FONT_ORDER.indexOf(/^<(\w+)/u.exec(property)?.[1] ?? "");
  return xml.replace(/<font>(.*?)<\/font>/gsu, (_, inner: string) => {
    const properties = inner.match(/<[^>]+\/>/gu) ?? [];
    return `<font>${properties.sort((a, b) => rank(a) - rank(b)).join("")}</font>`;
  });
}
