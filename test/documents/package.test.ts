import { deflateRawSync, inflateRawSync } from "node:zlib";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { inflate } from "../../src/render/opc/inflate.js";
import { pack } from "../../src/render/opc/pack.js";
import { unpack } from "../../src/render/opc/unpack.js";

// Office files are zip archives: what is packed is read by others, and what comes from others is unpacked with care.

const parts = {
  "[Content_Types].xml": strToU8("<Types/>"),
  "word/document.xml": strToU8("<w:document>产教联合体</w:document>".repeat(100)),
  "word/media/图1.png": Uint8Array.from({ length: 300 }, (_, index) => (index * 7919) % 256),
  "empty.bin": new Uint8Array(),
};

describe("packing", () => {
  it("is read back by us and by others", () => {
    const packed = pack(parts);
    expect({ ...unpack(packed) }).toEqual(parts);
    expect(unzipSync(packed)).toEqual(parts);
  });

  it("gives the same bytes for the same parts", () => {
    expect(pack(structuredClone(parts))).toEqual(pack(parts));
  });
});

describe("unpacking", () => {
  it("takes parts that are stored as they are, and a comment at the end", () => {
    const comment = Buffer.from("by hand");
    const bytes = Buffer.concat([zipSync(parts, { level: 0 }), comment]);
    bytes.writeUInt16LE(comment.length, bytes.length - comment.length - 2);
    expect({ ...unpack(bytes) }).toEqual(parts);
  });

  it("never takes a part in which a bit has been turned over for another text", () => {
    const text = "<a>甲乙丙丁</a>".repeat(9);
    const packed = pack({ "a.xml": strToU8(text) });
    const [start, end] = [30 + "a.xml".length, packed.length - 22 - 46 - "a.xml".length];
    let refused = 0;
    for (let bit = start * 8; bit < end * 8; bit += 1) {
      const damaged = packed.slice();
      damaged[bit >> 3] = (damaged[bit >> 3] as number) ^ (1 << (bit & 7));
      try {
        expect(strFromU8(unpack(damaged)["a.xml"] as Uint8Array), `bit ${bit}`).toBe(text);
      } catch (error) {
        if ((error as Error).name === "AssertionError") throw error;
        refused += 1;
      }
    }
    // a few bits say nothing, such as those that fill up the last byte
    expect(refused).toBeGreaterThan((end - start) * 8 - 16);
  });
});

describe("inflating", () => {
  const texts = ["", "a", "产教融合".repeat(5000), "0".repeat(3_000_000)].map((text) => Buffer.from(text));

  it.each(texts.map((text) => [text.length, text] as const))(
    "gives %i bytes back, and no more than the limit",
    (length, text) => {
      const deflated = deflateRawSync(text);
      expect(text.equals(inflate(deflated, length) ?? Buffer.from("too much"))).toBe(true);
      if (length > 0) expect(inflate(deflated, length - 1)).toBeUndefined();
    },
  );

  it("refuses data that ends too early, as zlib does", () => {
    const deflated = deflateRawSync(texts[2] as Buffer);
    for (let end = 0; end < deflated.length; end += 1) {
      const cut = deflated.subarray(0, end);
      expect(() => inflateRawSync(cut)).toThrow();
      expect(() => inflate(cut, 1_000_000), `${end} bytes`).toThrow();
    }
  });

  it("passes over what follows the data, as zlib does", () => {
    const deflated = Buffer.concat([deflateRawSync("甲"), Buffer.from("more")]);
    expect(inflate(deflated, 100)).toEqual(strToU8("甲"));
  });
});
