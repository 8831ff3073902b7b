import { fontWarning } from "../io/office/pdf-fonts.js";
import { type PdfOptions, type PdfResult, type WordFile, wordToPdf } from "../io/office/word-to-pdf.js";
import type { Form } from "../model/form.js";
import { stampPdf } from "../render/pdf/stamp.js";

/**
 * Converts Word files to PDF with LibreOffice, and adds ptc's stamp, by which a later run recognises its own files. All
 * files are held in memory, so pass at most some tens at a time.
 * @returns for each file, in the same order, the PDF or why there is none
 * @throws {OfficeError} when LibreOffice is not installed, does not start, or was stopped
 */
export async function makePdfs(documents: WordFile[], options: PdfOptions): Promise<PdfResult[]> {
  const results = await wordToPdf(documents, options);
  return results.map((result) => (result.pdf ? { ...result, pdf: stampPdf(result.pdf) } : result));
}

/** Warns when a PDF is not set in the font that its form prescribes for the body. @returns undefined when it is */
export function pdfFontWarning(pdf: Uint8Array, { typography }: Form): string | undefined {
  return typography && fontWarning(pdf, typography.styles.body.font);
}
