/**
 * Fonts and page of the printed documents: `typography.yaml` of a form. Font sizes and spacing are in points (磅); the
 * page, margins and columns are in millimetres.
 */
export interface Typography {
  page: {
    width: number;
    height: number;
    /** Printed on both sides. Margins are then mirrored, and page numbers are on the outer side. */
    duplex?: boolean;
  };
  /** Distances from the edges of the page. The gutter is added on the side where pages are bound. */
  margins: Record<"top" | "bottom" | "left" | "right" | "gutter" | "header" | "footer", number>;
  /** Widths of the columns of the cover: label, value, seal. */
  cover: number[];
  /** A style takes the values that it does not set from `body`. */
  styles: { body: Style & Required<Pick<Style, "font" | "size" | "line">> } & Record<Exclude<StyleName, "body">, Style>;
}

/**
 * Names of the styles. `mark` is above the title (附件3). `pageTitle` and `pageItem` are on a page of fixed text. `note` is
 * for footnotes and page numbers.
 */
export type StyleName = "body" | "title" | "mark" | "cover" | "pageTitle" | "pageItem" | "heading" | "note";

/** Font and spacing of one kind of text, in points. */
export interface Style {
  font?: string;
  size?: number;
  /** Exact line spacing (固定值). */
  line?: number;
  /** Space before and after a paragraph. */
  before?: number;
  after?: number;
}

/** Gives the name of the font of a style. */
export function fontOf({ styles }: Typography, name: StyleName): string {
  return styles[name].font ?? styles.body.font;
}

/** Gives the width between the margins, in millimetres. The columns of a table in a layout must add up to it. */
export function textWidth({ page, margins }: Typography): number {
  return page.width - margins.left - margins.right - margins.gutter;
}
