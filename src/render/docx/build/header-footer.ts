import { AlignmentType, Footer, Header, PageNumber, Paragraph, TextRun } from "docx";
import { fontOf, type Typography } from "../../../model/typography.js";
import { NOTE_TAG } from "../fill/draft-note.js";
import { fonts, wordStyle } from "../typography.js";

/** A header with the tag of the line that says that a document is not to be filed. */
export function draftNoteHeader(typography: Typography): Header {
  const { size } = wordStyle(typography, "note");
  const run = new TextRun({
    text: `{{${NOTE_TAG}}}`,
    font: fonts(fontOf(typography, "heading")),
    ...(size !== undefined && { size }),
    color: "C00000",
    bold: true,
  });
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run] })] });
}

/** A footer with the number of the page. @param alignment on which side: paper printed on both sides has it outside */
export function pageNumberFooter(
  typography: Typography,
  alignment: (typeof AlignmentType)["LEFT" | "CENTER" | "RIGHT"],
): Footer {
  const { font, size } = wordStyle(typography, "note");
  const run = new TextRun({
    children: ["— ", PageNumber.CURRENT, " —"],
    font: fonts(font),
    ...(size !== undefined && { size }),
  });
  return new Footer({ children: [new Paragraph({ alignment, children: [run] })] });
}
