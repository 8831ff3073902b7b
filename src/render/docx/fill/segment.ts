/** A segment of a compiled part: XML as it stands, a placeholder, or what is there once for each entry of a list. */
export type Segment = string | Placeholder | Repeat;

/** Where the value of a tag goes. */
export interface Placeholder {
  tag: string;
  /** The `w:rPr` that the value's runs get, or nothing. */
  runProperties: string;
  /** The paragraph that the tag stood in, when nothing else stands there: each paragraph of the value is made like it. */
  paragraph?: ParagraphTemplate;
}

/** A paragraph that others are made like. */
export interface ParagraphTemplate {
  /** `<w:p …>` as it stands. */
  startTag: string;
  /** Its `w:pPr`, or nothing. */
  properties: string;
  /** The ends of bookmarks, comments and permissions, whose other ends may be in other paragraphs. */
  rangeMarkup: string;
  /** Room for text in the cell, or on the page. */
  area: Area;
}

/** A width and a height in twips (twentieths of a point). */
export interface Area {
  width: number;
  height: number;
}

/** What is repeated for each entry of a list. */
export interface Repeat {
  /** Tag of the list. */
  list: string;
  /** What is there for the first entry. */
  first: Segment[];
  /** The same for each entry after it: without what may be in a document only once. */
  following: Segment[];
}
