import type { Area } from "./segment.js";

/** A4 with margins of an inch. */
const USUAL: Area = { width: 9026, height: 13958 };

/** Room for text on the smallest page of a part, from the sections (`w:sectPr`) that it has. The XML is not damaged. */
export function textArea(xml: string): Area {
  let area: Area | undefined;
  for (const section of sections(xml)) {
    const { width, height } = sectionArea(section);
    if (width > 0 && height > 0)
      area = { width: Math.min(area?.width ?? width, width), height: Math.min(area?.height ?? height, height) };
  }
  return area ?? USUAL;
}

/** The sections of a part, each from its beginning to its end. */
function* sections(xml: string): Generator<string> {
  const start = /<w:sectPr[\s>]/gu;
  for (let found = start.exec(xml); found; found = start.exec(xml)) {
    const end = xml.indexOf("</w:sectPr>", found.index);
    if (end < 0) return;
    yield xml.slice(found.index, end);
    start.lastIndex = end;
  }
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
