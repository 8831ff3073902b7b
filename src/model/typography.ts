/** How a form is set: `typography.yaml` of a form. Fonts and spaces of text are in points, the page is in millimetres. */
export interface Typography {
  page: {
    width: number;
    height: number;
    /** Printed on both sides: margins are mirrored, and page numbers stand outside. */
    duplex?: boolean;
  };
  /** Distances from the edges; the gutter is added where pages are bound. */
  margins: Record<"top" | "bottom" | "left" | "right" | "gutter" | "header" | "footer", number>;
  /** Widths of the cover's columns: label, value, seal. */
  cover: number[];
  /** The other styles take what they do not say from that of the body. */
  styles: { body: Style & Required<Pick<Style, "font" | "size" | "line">> } & Record<Exclude<StyleName, "body">, Style>;
}

/** `mark` stands above the title (附件3), `pageTitle` and `pageItem` on a page of fixed text, `note` at the foot of a page. */
export type StyleName = "body" | "title" | "mark" | "cover" | "pageTitle" | "pageItem" | "heading" | "note";

export interface Style {
  font?: string;
  size?: number;
  /** Exact height of a line. */
  line?: number;
  before?: number;
  after?: number;
}

/** The font of a style. */
export function fontOf({ styles }: Typography, name: StyleName): string {
  return styles[name].font ?? styles.body.font;
}

/** Width between the margins, in millimetres: what the columns of a layout add up to. */
export function textWidth({ page, margins }: Typography): number {
  return page.width - margins.left - margins.right - margins.gutter;
}
