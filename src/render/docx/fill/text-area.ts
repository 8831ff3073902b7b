import type { Area } from "./segment.js";

/** A4 with margins of an inch. */
const USUAL: Area = { width: 9026, height: 13958 };

/** Room for text on the smallest page of a part, from the sections (`w:sectPr`) that it has. */
export function textArea(xml: string): Area {
  const areas = [...xml.matchAll(/<w:sectPr[\s>].*?<\/w:sectPr>/gsu)]
    .map(([section]) => sectionArea(section))
    .filter(({ width, height }) => width > 0 && height > 0);
  if (areas.length === 0) return USUAL;
  return {
    width: Math.min(...areas.map(({ width }) => width)),
    height: Math.min(...areas.map(({ height }) => height)),
  };
}

function sectionArea(section: string): Area {
  const value = (element: string, attribute: string) =>
    Number(new RegExp(`<w:${element} [^>]*w:${attribute}="(\\d+)"`, "u").exec(section)?.[1] ?? 0);
  const margins = (...sides: string[]) => sides.reduce((sum, side) => sum + value("pgMar", side), 0);
  return {
    width: value("pgSz", "w") - margins("left", "right", "gutter"),
    height: value("pgSz", "h") - margins("top", "bottom"),
  };
}
