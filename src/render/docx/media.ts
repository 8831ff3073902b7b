import { createHash } from "node:crypto";
import type { Picture } from "../../model/picture.js";
import { declareType, type Parts, relate } from "./package.js";
import { escapeXml } from "./xml.js";

/** English Metric Units: a twentieth of a point, a pixel at 96 to the inch. */
const EMU = { twip: 635, pixel: 9525 };
/** Part of the page's height that a picture may take: two photos with their captions then fit on a page. */
const HIGHEST = 0.42;
/** Above the numbers that editors give to drawings. */
const FIRST_ID = 90001;

/** The pictures of one document being filled. */
export class Media {
  readonly #used: { part: string; id: string; name: string; picture: Picture }[] = [];

  /**
   * Takes up a picture.
   * @param part of the Word file that shows it
   * @param room of its column and on its page, in twentieths of a point; a smaller picture keeps its size
   * @returns the drawing, to stand in a run
   */
  draw(part: string, picture: Picture, caption: string, room: { width: number; height: number }): string {
    const hash = createHash("sha256").update(picture.bytes).digest("hex").slice(0, 16);
    const id = `rIdPtc${hash}`;
    this.#used.push({ part, id, name: `ptc-${hash}.${picture.type}`, picture });
    const natural = { width: picture.width * EMU.pixel, height: picture.height * EMU.pixel };
    const scale = Math.min(
      1,
      (room.width * EMU.twip) / natural.width,
      (HIGHEST * room.height * EMU.twip) / natural.height,
    );
    const size = `cx="${Math.round(natural.width * scale)}" cy="${Math.round(natural.height * scale)}"`;
    const number = FIRST_ID + this.#used.length;
    const identity = `id="${number}" name="${escapeXml(caption || `图片${this.#used.length}`)}" descr="${escapeXml(caption)}"`;
    return [
      '<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">',
      `<wp:extent ${size}/><wp:docPr ${identity}/>`,
      '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">',
      '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">',
      `<pic:nvPicPr><pic:cNvPr ${identity}/><pic:cNvPicPr/></pic:nvPicPr>`,
      `<pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="${id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`,
      `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`,
      "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>",
    ].join("");
  }

  /** Puts the files of all pictures into the package, each once. */
  into(parts: Parts): void {
    const done = new Set<string>();
    const once = (key: string) => !done.has(key) && Boolean(done.add(key));
    for (const { part, id, name, picture } of this.#used) {
      parts[`word/media/${name}`] = picture.bytes;
      if (once(picture.type)) declareType(parts, { extension: picture.type }, `image/${picture.type}`);
      if (once(`${part} ${id}`)) relate(parts, part, { id, kind: "image", target: `media/${name}` });
    }
  }
}
