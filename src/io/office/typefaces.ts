import typefaces from "../../../schemas/typefaces.json" with { type: "json" };

/** What is known of the face of a font that a form asks for. */
export interface Typeface {
  /** What fonts of the same face are called, the nearest first. */
  alternatives: string[];
  /** Names that fonts of the same face have in a PDF, as a regular expression. */
  inPdf?: string;
  /** How to get such a font. */
  remedy?: string;
}

/** By the name of the font. */
export const TYPEFACES: Record<string, Typeface> = typefaces;
