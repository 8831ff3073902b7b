import { strFromU8, strToU8 } from "fflate";
import { addPartType, addRelationship, type Parts } from "../render/opc/parts.js";
import { escapeXml } from "../render/opc/xml.js";

const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

/** Whoever the comments are of. */
const AUTHOR = "ptc";

/**
 * Adds comments to a package. Comments that are there stay.
 * @param mainPart name of the part with the text
 * @param comments the paragraphs of each; they get the numbers from `firstId` on
 */
export function addComments(parts: Parts, mainPart: string, comments: readonly string[][], firstId: number): void {
  const name = commentsPart(parts, mainPart) ?? newPart(parts, mainPart);
  const xml = strFromU8(parts[name] as Uint8Array).replace(/(<w:comments\b[^>]*)\/>/u, "$1></w:comments>");
  const added = comments.map((lines, at) => commentXml(lines, firstId + at)).join("");
  parts[name] = strToU8(xml.replace("</w:comments>", () => `${added}</w:comments>`));
}

/** The first number that no comment has yet. */
export function nextCommentId(parts: Parts, mainPart: string): number {
  const name = commentsPart(parts, mainPart);
  const xml = [mainPart, ...(name === undefined ? [] : [name])].map((part) => strFromU8(parts[part] as Uint8Array));
  const ids = xml.flatMap((each) => [
    ...each.matchAll(/<w:comment(?:RangeStart|RangeEnd|Reference)?\s[^>]*?w:id="(\d+)"/gu),
  ]);
  return ids.reduce((most, [, id]) => Math.max(most, Number(id) + 1), 0);
}

function commentXml(lines: readonly string[], id: number): string {
  const paragraphs = lines.map((line, at) => {
    const mark = at === 0 ? "<w:r><w:annotationRef/></w:r>" : "";
    const bold = at === 0 ? "<w:rPr><w:b/></w:rPr>" : "";
    return `<w:p>${mark}<w:r>${bold}<w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r></w:p>`;
  });
  // without a date: the same findings give the same file
  return `<w:comment w:id="${id}" w:author="${AUTHOR}" w:initials="${AUTHOR}">${paragraphs.join("")}</w:comment>`;
}

/** Name of the relationships of a part. */
function relationshipsOf(part: string): string {
  return part.replace(/[^/]*$/u, (file) => `_rels/${file}.rels`);
}

/** Finds the part with the comments of a package. */
function commentsPart(parts: Parts, mainPart: string): string | undefined {
  const xml = parts[relationshipsOf(mainPart)];
  const entry = xml && /<Relationship\b[^>]*Type="[^"]*\/comments"[^>]*>/u.exec(strFromU8(xml))?.[0];
  const target = entry && /Target="([^"]*)"/u.exec(entry)?.[1];
  if (!target) return undefined;
  const name = target.startsWith("/") ? target.slice(1) : mainPart.replace(/[^/]*$/u, "") + target;
  return parts[name] && strFromU8(parts[name]).includes("<w:comments") ? name : undefined;
}

function newPart(parts: Parts, mainPart: string): string {
  const folder = mainPart.replace(/[^/]*$/u, "");
  const file = parts[`${folder}comments.xml`] ? "ptc-comments.xml" : "comments.xml";
  const main = strFromU8(parts[mainPart] as Uint8Array);
  // the strict variant of the format has other names for the same things
  const namespace =
    /xmlns:w="([^"]*)"/u.exec(main)?.[1] ?? "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  parts[`${folder}${file}`] = strToU8(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${namespace}"></w:comments>`,
  );
  addPartType(parts, `${folder}${file}`, TYPE);
  const relationships = parts[relationshipsOf(mainPart)];
  const known = relationships ? strFromU8(relationships) : "";
  let id = "rIdPtcComments";
  while (known.includes(`"${id}"`)) id += "1";
  addRelationship(parts, mainPart, { id, kind: "comments", target: file });
  const strict = "http://purl.oclc.org/ooxml/officeDocument/relationships";
  if (known.includes(`${strict}/`)) {
    const name = relationshipsOf(mainPart);
    const written = strFromU8(parts[name] as Uint8Array);
    parts[name] = strToU8(
      written.replace(
        `Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/`,
        `Id="${id}" Type="${strict}/`,
      ),
    );
  }
  return `${folder}${file}`;
}
