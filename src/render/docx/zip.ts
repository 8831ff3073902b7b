import { crc32, inflateRawSync } from "node:zlib";
import { deflateSync, strFromU8, strToU8 } from "fflate";
import { MAX_UNPACKED_BYTES, MAX_XML_BYTES } from "../../model/limits.js";

/** 1 January 1980: every file in a package carries this date, so that the same content gives the same bytes. */
const DATE = 0x00210000;

/** Parts an Office file may have; Word's own have some twenty. */
const MOST_PARTS = 5000;

/** Parts as they were packed before: most of a template's go into every document made from it. */
const packed = new WeakMap<Uint8Array, { deflated: Uint8Array; crc: number }>();

function packPart(bytes: Uint8Array) {
  // node's own deflate gives other bytes from version to version
  const part = packed.get(bytes) ?? { deflated: deflateSync(bytes, { level: 4, mem: 4 }), crc: crc32(bytes) };
  packed.set(bytes, part);
  return part;
}

/**
 * Packs an Office file (APPNOTE.TXT 4.3). The order of the parts is kept.
 * @param parts by name; their bytes must not be changed afterwards
 */
export function pack(parts: Record<string, Uint8Array>): Uint8Array {
  const files: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [part, bytes] of Object.entries(parts)) {
    const { deflated, crc } = packPart(bytes);
    const name = Buffer.from(part);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0); // the version of the format that can read it: 2.0
    about.writeUInt16LE(name.length === part.length ? 0 : 0x800, 2); // whether the name is in UTF-8
    about.writeUInt16LE(8, 4); // deflated
    about.writeUInt32LE(DATE, 6);
    about.writeUInt32LE(crc, 10);
    about.writeUInt32LE(deflated.length, 14);
    about.writeUInt32LE(bytes.length, 18);
    about.writeUInt16LE(name.length, 22);
    files.push(Buffer.from("PK\x03\x04"), about, name, deflated);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("PK\x01\x02\x14\x00"), about, place, name);
    offset += 30 + name.length + deflated.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06");
  end.writeUInt16LE(files.length / 4, 8);
  end.writeUInt16LE(files.length / 4, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, listed, end]);
}

/** An Office file unpacks to more than is reasonable. */
export class TooLarge extends Error {}

/**
 * Unpacks an Office file. What it says of its sizes is not relied upon: unpacking ends where it gets too much.
 * @throws {TooLarge} when it unpacks to more than a document can be
 * @throws when the bytes are not a zip archive
 */
export function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  // names come from the file: none may mean anything to JavaScript
  const parts: Record<string, Uint8Array> = Object.create(null);
  let left = MAX_UNPACKED_BYTES;
  for (const { name, deflated, packed } of entriesOf(file)) {
    const most = /\.(?:xml|rels)$/iu.test(name) ? Math.min(left, MAX_XML_BYTES) : left;
    if (packed.length > most) throw new TooLarge();
    parts[name] = deflated ? inflated(packed, most) : new Uint8Array(packed);
    left -= (parts[name] as Uint8Array).length;
  }
  return parts;
}

function inflated(packed: Buffer, most: number): Uint8Array {
  try {
    const content = inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
    return new Uint8Array(content.buffer, content.byteOffset, content.length);
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE" ? new TooLarge() : error;
  }
}

/** The parts as the directory at the end of a zip archive lists them (APPNOTE.TXT 4.3.12, 4.3.16). */
function* entriesOf(file: Buffer): Generator<{ name: string; deflated: boolean; packed: Buffer }> {
  const end = file.lastIndexOf("PK\x05\x06", file.length - 22, "latin1");
  if (end < 0) throw new Error("not a zip archive");
  const number = file.readUInt16LE(end + 10);
  if (number > MOST_PARTS) throw new TooLarge();
  let at = file.readUInt32LE(end + 16);
  for (let index = 0; index < number; index += 1) {
    if (file.readUInt32LE(at) !== 0x02014b50) throw new Error("damaged directory");
    const [flags, method, size] = [file.readUInt16LE(at + 8), file.readUInt16LE(at + 10), file.readUInt32LE(at + 20)];
    const [nameLength, extra, remark] = [28, 30, 32].map((field) => file.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    const name = strFromU8(file.subarray(at + 46, at + 46 + nameLength), (flags & 0x800) === 0);
    const local = file.readUInt32LE(at + 42);
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    if ((flags & 1) !== 0 || (method !== 0 && method !== 8) || start + size > file.length)
      throw new Error(`cannot unpack ${name}`);
    yield { name, deflated: method === 8, packed: file.subarray(start, start + size) };
    at += 46 + nameLength + extra + remark;
  }
}

/**
 * Takes the clock out of an Office file a library wrote, so that it gives the same bytes every time.
 * @param edits further changes to parts, by name
 */
export function clearTimestamps(bytes: Uint8Array, edits: Record<string, (xml: string) => string> = {}): Uint8Array {
  const parts = unpack(bytes);
  const dates = (xml: string) => xml.replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/gu, "");
  for (const [name, edit] of Object.entries({ "docProps/core.xml": dates, ...edits })) {
    parts[name] = strToU8(edit(strFromU8(parts[name] as Uint8Array)));
  }
  return pack(parts);
}
