type Colour = (text: string) => string;

/** Colours and styles that reports use for parts of a text. chalk implements this. */
export interface Paint {
  bold: Colour;
  dim: Colour;
  red: Colour;
  yellow: Colour;
  green: Colour;
  cyan: Colour;
}
