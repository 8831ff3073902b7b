/** What to write into the file besides the picture. */
interface Extras {
  /** EXIF's number for how the camera was held; 1 is upright, 6 on its side. */
  orientation?: number;
  /** EXIF's small picture of the picture, itself a jpeg: cameras write one. */
  preview?: Buffer;
}

/** A jpeg file: a gray field, which takes two bits for each 8 × 8 pixels. */
export function writeJpeg(width: number, height: number, extras: Extras = {}): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt16BE(height, 0);
  size.writeUInt16BE(width, 2);
  const oneCode = [1, ...Array(15).fill(0), 0];
  const fields = Math.ceil(width / 8) * Math.ceil(height / 8);
  return Buffer.concat([
    Buffer.of(0xff, 0xd8),
    extras.orientation !== undefined || extras.preview
      ? segment(0xe1, exif(extras))
      : segment(0xe0, Buffer.from("JFIF\0\x01\x01\0\0\x01\0\x01\0\0", "latin1")),
    segment(0xdb, Buffer.from([0, ...Array(64).fill(1)])),
    segment(0xc0, Buffer.concat([Buffer.of(8), size, Buffer.of(1, 1, 0x11, 0)])),
    segment(0xc4, Buffer.from([0x00, ...oneCode, 0x10, ...oneCode])),
    segment(0xda, Buffer.of(1, 1, 0x00, 0, 63, 0)),
    Buffer.alloc(Math.ceil((fields * 2) / 8)),
    Buffer.of(0xff, 0xd9),
  ]);
}

function exif({ orientation = 1, preview = Buffer.alloc(0) }: Extras): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write("MM");
  tiff.writeUInt16BE(42, 2);
  tiff.writeUInt32BE(8, 4); // the list of one entry begins here
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(0x0112, 10);
  tiff.writeUInt16BE(3, 12); // a short number
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  return Buffer.concat([Buffer.from("Exif\0\0"), tiff, preview]);
}

function segment(marker: number, content: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(content.length + 2);
  return Buffer.concat([Buffer.of(0xff, marker), length, content]);
}
