/** The checksum of each single byte: eight steps of division by the polynomial of APPNOTE.TXT 4.4.7. */
const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  return crc;
});

/** The CRC-32 checksum that a zip archive keeps of each file, as an unsigned number. */
export function crc32(bytes: Uint8Array): number {
  let crc = -1;
  // an index is faster here than an iterator, and every part of every document passes through this loop
  for (let at = 0; at < bytes.length; at += 1)
    crc = (crc >>> 8) ^ (TABLE[(crc ^ (bytes[at] as number)) & 0xff] as number);
  return ~crc >>> 0;
}
