import { crc32, deflateSync, inflateSync } from "node:zlib";

// Gray pictures of few levels: enough to tell pages apart, small to keep, and simple enough to read and
// write here. As PNG files they show in a README and in a browser.

export interface Picture {
  width: number;
  height: number;
  /** Row by row, 0 (black) to 15 (white). */
  levels: Uint8Array;
}

export const WHITE = 15;

const SIGNATURE = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");

/** Reads a gray PGM file, as pdftoppm writes it. */
export function readPgm(bytes: Buffer): Picture {
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/u.exec(bytes.subarray(0, 40).toString("latin1"));
  if (!header) throw new Error("not a gray PGM file");
  const levels = Uint8Array.from(bytes.subarray(header[0].length), (gray) => Math.round((gray * WHITE) / 255));
  return { width: Number(header[1]), height: Number(header[2]), levels };
}

/** A PNG file of 4 bits a pixel, its rows not filtered. */
export function writePng({ width, height, levels }: Picture): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const stride = rowBytes(width);
  const rows = Buffer.alloc(stride * height);
  for (const [at, level] of levels.entries()) {
    const x = at % width;
    const byte = ((at - x) / width) * stride + 1 + (x >> 1);
    rows[byte] = (rows[byte] ?? 0) | (x % 2 === 0 ? level << 4 : level);
  }
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** Reads what `writePng` wrote; no other kind of PNG. */
export function readPng(bytes: Buffer): Picture {
  const chunks = new Map<string, Buffer>();
  for (let at = SIGNATURE.length; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    chunks.set(bytes.toString("latin1", at + 4, at + 8), bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const header = chunks.get("IHDR") ?? Buffer.alloc(13);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const rows = inflateSync(chunks.get("IDAT") ?? Buffer.alloc(0));
  const stride = rowBytes(width);
  if (header.subarray(8).join() !== "4,0,0,0,0" || rows.length !== stride * height)
    throw new Error("not a PNG that writePng wrote");
  const levels = Uint8Array.from({ length: width * height }, (_, at) => {
    const x = at % width;
    const byte = rows[((at - x) / width) * stride + 1 + (x >> 1)] ?? 0;
    return x % 2 === 0 ? byte >> 4 : byte & 15;
  });
  return { width, height, levels };
}

/** A byte for the filter, then two pixels a byte. */
function rowBytes(width: number): number {
  return 1 + Math.ceil(width / 2);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
