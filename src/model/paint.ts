type Colour = (text: string) => string;

/** How reports set off parts of a text; chalk is one. */
export interface Paint {
  bold: Colour;
  dim: Colour;
  red: Colour;
  yellow: Colour;
  green: Colour;
  cyan: Colour;
}
