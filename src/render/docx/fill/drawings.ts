import type { Picture } from "../../../model/picture.js";
import { partDigest } from "../../opc/part-digest.js";
import { addExtensionType, addRelationship, type Parts } from "../../opc/parts.js";
import { escapeXml } from "../../opc/xml.js";
import type { Area } from "./segment.js";

/** English Metric Units in a twip (a twentieth of a point), and in a pixel at 96 to the inch. */
const EMU = { twip: 635, pixel: 9525 };
/** Share of the page's height that a picture may take: two photos with their captions then fit on a page. */
const MAX_HEIGHT_SHARE = 0.42;
/** Above the numbers that editors give to drawings. */
const FIRST_ID = 90001;

interface Use {
  /** The part that shows the picture. */
  part: string;
  /** Of the relationship from that part to the picture. */
  relationshipId: string;
  fileName: string;
  picture: Picture;
}

/** The drawings in one document, with the pictures that they show. */
export class Drawings {
  readonly #uses: Use[] = [];

  /**
   * Adds a drawing of a picture, made smaller where it does not fit.
   * @param part name of the part that the drawing is for
   * @param area room for text where it stands
   * @returns the `w:drawing`, to stand in a run
   */
  add(part: string, picture: Picture, caption: string, area: Area): string {
    const hash = partDigest(picture.bytes).slice(0, 16);
    const relationshipId = `rIdPtc${hash}`;
    this.#uses.push({ part, relationshipId, fileName: `ptc-${hash}.${picture.type}`, picture });
    const number = this.#uses.length;
    const name = escapeXml(caption || `图片${number}`);
    const identity = `id="${FIRST_ID + number}" name="${name}" descr="${escapeXml(caption)}"`;
    const { width, height } = fittedSize(picture, area);
    const size = `cx="${width}" cy="${height}"`;
    return [
      '<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">',
      `<wp:extent ${size}/><wp:docPr ${identity}/>`,
      '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">',
      '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">',
      `<pic:nvPicPr><pic:cNvPr ${identity}/><pic:cNvPicPr/></pic:nvPicPr>`,
      `<pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="${relationshipId}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`,
      `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`,
      "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>",
    ].join("");
  }

  /** Adds the pictures to the package, each once, and the relationships of the parts that show them. */
  addPicturesTo(parts: Parts): void {
    const done = new Set<string>();
    const isFirst = (key: string) => !done.has(key) && Boolean(done.add(key));
    for (const { part, relationshipId, fileName, picture } of this.#uses) {
      parts[`word/media/${fileName}`] = picture.bytes;
      if (isFirst(picture.type)) addExtensionType(parts, picture.type, `image/${picture.type}`);
      if (isFirst(`${part} ${relationshipId}`))
        addRelationship(parts, part, { id: relationshipId, kind: "image", target: `media/${fileName}` });
    }
  }
}

/** The size that a picture is printed at, in EMU; a small picture keeps its own size. @param area in twips */
function fittedSize(picture: Picture, area: Area): { width: number; height: number } {
  const natural = { width: picture.width * EMU.pixel, height: picture.height * EMU.pixel };
  const most = { width: area.width * EMU.twip, height: MAX_HEIGHT_SHARE * area.height * EMU.twip };
  const scale = Math.min(1, most.width / natural.width, most.height / natural.height);
  return { width: Math.round(natural.width * scale), height: Math.round(natural.height * scale) };
}
