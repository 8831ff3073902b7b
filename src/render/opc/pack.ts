import { deflateSync, strToU8 } from "fflate";
import { concatenate } from "../concatenate.js";
import { crc32 } from "./crc32.js";
import type { Parts } from "./parts.js";

/** 1 January 1980: every part carries this date, so that the same content gives the same bytes. */
const DATE = 0x00210000;
/** Version 2.0 of the format is enough to read what is written here. */
const VERSION = 20;
const DEFLATED = 8;
/** The flag that says that a name is in UTF-8. */
const UTF8_NAME = 0x800;

/**
 * Packs the parts of an Office file into a zip archive (APPNOTE.TXT 4.3).
 * @param parts by name; their order is kept, and their bytes must not be changed afterwards
 * @returns the archive, byte for byte the same for the same parts
 */
export function pack(parts: Parts): Uint8Array {
  const files: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [partName, bytes] of Object.entries(parts)) {
    const { deflated, crc } = deflatePart(bytes);
    const name = strToU8(partName);
    const about: Field[] = [
      [2, VERSION],
      [2, name.length === partName.length ? 0 : UTF8_NAME],
      [2, DEFLATED],
      [4, DATE],
      [4, crc],
      [4, deflated.length],
      [4, bytes.length],
      [2, name.length],
      [2, 0], // length of further fields
    ];
    files.push(record("PK\x03\x04", about), name, deflated);
    const entry: Field[] = [
      [2, VERSION],
      ...about,
      [2, 0], // length of a comment
      [2, 0], // number of the disk
      [2, 0], // attributes
      [4, 0], // attributes of the file system
      [4, offset],
    ];
    directory.push(record("PK\x01\x02", entry), name);
    offset += 30 + name.length + deflated.length;
  }
  const entries = directory.length / 2;
  const listed = concatenate(directory);
  const end: Field[] = [
    [2, 0], // number of this disk
    [2, 0], // number of the disk with the directory
    [2, entries],
    [2, entries],
    [4, listed.length],
    [4, offset],
    [2, 0], // length of a comment
  ];
  return concatenate([...files, listed, record("PK\x05\x06", end)]);
}

/** Parts as they were packed before: most parts of a template go unchanged into every document made from it. */
const deflatedParts = new WeakMap<Uint8Array, { deflated: Uint8Array; crc: number }>();

function deflatePart(bytes: Uint8Array): { deflated: Uint8Array; crc: number } {
  const part = deflatedParts.get(bytes) ?? { deflated: deflateSync(bytes, { level: 4, mem: 4 }), crc: crc32(bytes) };
  deflatedParts.set(bytes, part);
  return part;
}

/** A number and the bytes it takes, least significant first. */
type Field = [size: 2 | 4, value: number];

function record(signature: string, fields: Field[]): Uint8Array {
  const start = signature.length;
  const bytes = new Uint8Array(start + fields.reduce((sum, [size]) => sum + size, 0));
  bytes.set(strToU8(signature));
  const view = new DataView(bytes.buffer);
  let at = start;
  for (const [size, value] of fields) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  }
  return bytes;
}
