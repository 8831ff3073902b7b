import typefaces from "../../../schemas/typefaces.json" with { type: "json" };

/** What is known about the typeface of a font that a form uses. */
export interface Typeface {
  /** Names of fonts that may replace it, the most similar first. */
  alternatives: string[];
  /** Regular expression that matches the names of fonts of the same typeface in a PDF. */
  inPdf?: string;
  /** Chinese sentence that says how to get such a font. */
  remedy?: string;
}

/** The known typefaces, by the name of the font in the form. */
export const TYPEFACES: Record<string, Typeface> = typefaces;
