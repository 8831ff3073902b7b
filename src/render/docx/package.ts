import { strFromU8, strToU8 } from "fflate";

/** The parts of an Office file by name. */
export type Parts = Record<string, Uint8Array>;

const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Says what kind of thing a part is, or every part with an ending that is not declared yet. */
export function declareType(parts: Parts, where: { part: string } | { extension: string }, type: string): void {
  const name = "[Content_Types].xml";
  const xml = strFromU8(parts[name] as Uint8Array);
  if ("part" in where) insert(parts, name, "</Types>", `<Override PartName="/${where.part}" ContentType="${type}"/>`);
  else if (!new RegExp(`Extension="${where.extension}"`, "iu").test(xml))
    // endings stand before single parts
    parts[name] = strToU8(
      xml.replace(
        /<Types[^>]*>/u,
        (start) => `${start}<Default Extension="${where.extension}" ContentType="${type}"/>`,
      ),
    );
}

/**
 * Relates a part to another.
 * @param from the part's name, or "" for the whole file
 * @param kind last step of the relationship's name, e.g. `image`
 */
export function relate(parts: Parts, from: string, relation: { id: string; kind: string; target: string }): void {
  const name = from.replace(/[^/]*$/u, (file) => `_rels/${file}.rels`);
  parts[name] ??= strToU8(
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>',
  );
  const { id, kind, target } = relation;
  const entry = `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${kind}" Target="${target}"/>`;
  // a list without entries may be written as one empty element
  parts[name] = strToU8(strFromU8(parts[name]).replace(/(<Relationships[^>]*)\/>/u, "$1></Relationships>"));
  insert(parts, name, "</Relationships>", entry);
}

function insert(parts: Parts, name: string, before: string, entry: string): void {
  parts[name] = strToU8(strFromU8(parts[name] as Uint8Array).replace(before, () => entry + before));
}
