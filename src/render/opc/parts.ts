import { strFromU8, strToU8 } from "fflate";

/** The parts of an Office file by name, such as `word/document.xml`. */
export type Parts = Record<string, Uint8Array>;

const CONTENT_TYPES = "[Content_Types].xml";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Declares the content type of a part that is new in the package. */
export function addPartType(parts: Parts, part: string, type: string): void {
  insertBefore(parts, CONTENT_TYPES, "</Types>", `<Override PartName="/${part}" ContentType="${type}"/>`);
}

/** Declares the content type of all parts with an extension, unless the package declares one already. */
export function addExtensionType(parts: Parts, extension: string, type: string): void {
  const xml = strFromU8(parts[CONTENT_TYPES] as Uint8Array);
  if (new RegExp(`Extension="${extension}"`, "iu").test(xml)) return;
  const declared = `<Default Extension="${extension}" ContentType="${type}"/>`;
  // in the list, extensions come before single parts
  parts[CONTENT_TYPES] = strToU8(xml.replace(/<Types[^>]*>/u, (start) => start + declared));
}

/** How a part refers to another one. */
export interface Relationship {
  /** Unlike all others of the same part. */
  id: string;
  /** Last step of the relationship's type, e.g. `image`. */
  kind: string;
  /** The other part, relative to the folder of the first. */
  target: string;
}

/**
 * Adds a relationship to the package.
 * @param from name of the part that refers to another, or "" for the whole package
 */
export function addRelationship(parts: Parts, from: string, { id, kind, target }: Relationship): void {
  const name = from.replace(/[^/]*$/u, (file) => `_rels/${file}.rels`);
  parts[name] ??= strToU8(
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>',
  );
  // a list without entries may be written as one empty element
  parts[name] = strToU8(strFromU8(parts[name]).replace(/(<Relationships[^>]*)\/>/u, "$1></Relationships>"));
  const entry = `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${kind}" Target="${target}"/>`;
  insertBefore(parts, name, "</Relationships>", entry);
}

function insertBefore(parts: Parts, name: string, tag: string, entry: string): void {
  parts[name] = strToU8(strFromU8(parts[name] as Uint8Array).replace(tag, () => entry + tag));
}
