import { strFromU8 } from "fflate";
import { MAX_UNPACKED_BYTES, MAX_XML_BYTES } from "../../model/limits.js";
import { crc32 } from "./crc32.js";
import { inflate } from "./inflate.js";
import type { Parts } from "./parts.js";

/** Parts that an Office file may have; Word's own have some twenty. */
const MAX_PARTS = 5000;

/** An Office file has more parts, or unpacks to more bytes, than is reasonable. */
export class PackageTooLarge extends Error {}

/** An Office file is locked with a password. */
export class PackageEncrypted extends Error {}

/**
 * Unpacks an Office file, which is a zip archive. The sizes that it states are not relied upon: unpacking stops where
 * the limits are reached.
 * @returns the parts by name, in the order of the archive's directory; their bytes must not be changed
 * @throws {PackageTooLarge} when it unpacks to more than a document can be
 * @throws {PackageEncrypted} when a password is needed to unpack it
 * @throws {Error} when the bytes are no zip archive, a damaged one, or one that programs read in different ways: with two
 *   parts of one name, or with parts that share bytes
 */
export function unpack(bytes: Uint8Array): Parts {
  // without a prototype, no name in the file can mean anything to JavaScript, such as __proto__
  const parts: Parts = Object.create(null);
  let left = MAX_UNPACKED_BYTES;
  for (const { name, deflated, content, crc } of readDirectory(bytes)) {
    const limit = /\.(?:xml|rels)$/iu.test(name) ? Math.min(left, MAX_XML_BYTES) : left;
    // even an empty part takes two bytes when it is deflated
    const isStoredTooLarge = !deflated && content.length > limit;
    const part = isStoredTooLarge ? undefined : deflated ? inflate(content, limit) : new Uint8Array(content);
    if (!part) throw new PackageTooLarge();
    // fflate does not notice every kind of damage of deflated data
    if (deflated && crc32(part) !== crc) throw new Error(`damaged ${name}`);
    parts[name] = part;
    left -= part.length;
  }
  return parts;
}

interface DirectoryEntry {
  name: string;
  deflated: boolean;
  /** The part's bytes in the archive, deflated or as they are. */
  content: Uint8Array;
  /** Checksum of the part as it is when unpacked. */
  crc: number;
}

/** Offsets and lengths are those of APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16. */
function* readDirectory(bytes: Uint8Array): Generator<DirectoryEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const u16 = (at: number) => view.getUint16(at, true);
  const u32 = (at: number) => view.getUint32(at, true);
  const end = endOfDirectory(bytes.length, u32);
  const entries = u16(end + 10);
  if (entries > MAX_PARTS) throw new PackageTooLarge();
  let at = u32(end + 16);
  let total = 0;
  const names = new Set<string>();
  for (let index = 0; index < entries; index += 1) {
    if (u32(at) !== 0x02014b50) throw new Error("damaged directory");
    const [flags, method] = [u16(at + 8), u16(at + 10)];
    const [crc, size, local] = [u32(at + 16), u32(at + 20), u32(at + 42)];
    const [nameLength, extraLength, commentLength] = [u16(at + 28), u16(at + 30), u16(at + 32)];
    const name = strFromU8(bytes.subarray(at + 46, at + 46 + nameLength), (flags & 0x800) === 0);
    const start = local + 30 + u16(local + 26) + u16(local + 28);
    if ((flags & 1) !== 0) throw new PackageEncrypted();
    if ((method !== 0 && method !== 8) || start + size > bytes.length || u32(local) !== 0x04034b50)
      throw new Error(`cannot unpack ${name}`);
    // the names of parts do not differ by the case of letters alone (ECMA-376 part 2, 6.2.2.3)
    if (names.has(name.toLowerCase())) throw new Error(`two parts ${name}`);
    names.add(name.toLowerCase());
    total += 30 + nameLength + size;
    if (total > bytes.length) throw new Error("parts overlap");
    yield { name, deflated: method === 8, content: bytes.subarray(start, start + size), crc };
    at += 46 + nameLength + extraLength + commentLength;
  }
}

/** Offset of the record that ends the archive; a comment of any length may follow it. */
function endOfDirectory(length: number, u32: (at: number) => number): number {
  for (let at = length - 22; at >= 0; at -= 1) if (u32(at) === 0x06054b50) return at;
  throw new Error("not a zip archive");
}
