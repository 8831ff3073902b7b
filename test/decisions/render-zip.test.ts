import { crc32 } from "node:zlib";
import { describe, expect, it } from "vitest";
import { clearTimestamps } from "../../src/render/opc/clear-timestamps.js";
import { pack } from "../../src/render/opc/pack.js";
import { PackageTooLarge, unpack } from "../../src/render/opc/unpack.js";

// The size limits for unpacking an Office file: exactly at each limit, and just above it.

const MB = 1024 * 1024;
const bytes = (length: number) => new Uint8Array(length);
// shared arrays, because pack() deflates each array only once
const EMPTY = bytes(0);
const XML = bytes(16 * MB);
const LARGER = bytes(16 * MB + 1);
const EIGHT = bytes(8 * MB);

const kept = (parts: Record<string, Uint8Array>) =>
  Object.fromEntries(Object.entries(unpack(pack(parts))).map(([name, content]) => [name, content.length]));

describe("one part of XML", () => {
  it.each(["word/document.xml", "word/_rels/document.xml.rels", "A.XML"])("%s", (name) => {
    expect(kept({ [name]: XML })).toEqual({ [name]: 16 * MB });
    expect(() => unpack(pack({ [name]: LARGER }))).toThrow(PackageTooLarge);
  });

  it("is a part by its ending", () => {
    expect(kept({ "a.xml.png": LARGER })).toEqual({ "a.xml.png": 16 * MB + 1 });
  });
});

describe("all parts together", () => {
  const many = Object.fromEntries(Array.from({ length: 25 }, (_, at) => [`${at}.png`, EIGHT]));

  it("take 200 MB", () => {
    expect(Object.values(kept(many))).toEqual(Array(25).fill(8 * MB));
  });

  it("and an empty part more, which is deflated too", () => {
    expect(Object.keys(kept({ ...many, x: bytes(0) }))).toHaveLength(26);
  });

  it("and no byte more", () => {
    expect(() => unpack(pack({ ...many, x: bytes(1) }))).toThrow(PackageTooLarge);
  });
});

describe("the number of parts", () => {
  const parts = (number: number) => Object.fromEntries(Array.from({ length: number }, (_, at) => [`part${at}`, EMPTY]));

  it("is 5000", () => {
    expect(Object.keys(unpack(pack(parts(5000))))).toHaveLength(5000);
  });

  it("and no more", () => {
    expect(() => unpack(pack(parts(5001)))).toThrow(PackageTooLarge);
  });
});

describe("an archive", () => {
  const text = Buffer.from("甲乙丙".repeat(100));
  const packed = () => Buffer.from(pack({ "a.xml": text, "图.png": bytes(3) }));
  const central = (file: Buffer) => file.indexOf("PK\x01\x02");

  it("is read back with its names and its bytes, in its order", () => {
    const parts = unpack(packed());
    expect(Object.keys(parts)).toEqual(["a.xml", "图.png"]);
    expect(Buffer.from(parts["a.xml"] ?? [])).toEqual(text);
    expect(Buffer.from(parts["图.png"] ?? [])).toEqual(Buffer.alloc(3));
  });

  it("is the same for the same parts", () => {
    expect(Buffer.compare(packed(), packed())).toBe(0);
  });

  it("may be followed by a remark and be part of other bytes", () => {
    const file = packed();
    file.writeUInt16LE(3, file.length - 2);
    const remarked = Buffer.concat([file, Buffer.from("abc")]);
    expect(Object.keys(unpack(remarked))).toHaveLength(2);
    const around = Buffer.concat([Buffer.from("xx"), file]);
    expect(Object.keys(unpack(around.subarray(2)))).toHaveLength(2);
  });

  it("may hold parts that are not deflated, of which the limits hold too", () => {
    const stored = (name: string, length: number) => {
      const file = Buffer.from(pack({ [name]: EMPTY }));
      const [head, directory] = [file.subarray(0, 30 + name.length), Buffer.from(file.subarray(central(file)))];
      directory.writeUInt16LE(0, 10);
      directory.writeUInt32LE(crc32(bytes(length)), 16);
      directory.writeUInt32LE(length, 20);
      directory.writeUInt32LE(head.length + length, directory.indexOf("PK\x05\x06") + 16);
      return Buffer.concat([head, bytes(length), directory]);
    };
    expect(unpack(stored("a.xml", 3))["a.xml"]).toEqual(bytes(3));
    expect(unpack(stored("a.xml", 16 * MB))["a.xml"]).toHaveLength(16 * MB);
    expect(() => unpack(stored("a.xml", 16 * MB + 1))).toThrow(PackageTooLarge);
  });

  it("may name its parts in the old way", () => {
    const file = Buffer.from(pack({ "a.xml": text }));
    expect(file.readUInt16LE(central(file) + 8)).toBe(0);
    const chinese = Buffer.from(pack({ "图.xml": text }));
    expect(chinese.readUInt16LE(chinese.indexOf("PK\x01\x02") + 8)).toBe(0x800);
    chinese.writeUInt16LE(0, central(chinese) + 8);
    expect(Object.keys(unpack(chinese))).toEqual([Buffer.from("图.xml").toString("latin1")]);
  });

  /** The archive with a number changed. */
  const with16 = (value: number, at: number) => (file: Buffer) => {
    file.writeUInt16LE(value, central(file) + at);
    return file;
  };
  const with32 = (value: number, at: number) => (file: Buffer) => {
    file.writeUInt32LE(value, central(file) + at);
    return file;
  };

  it.each<[string, (file: Buffer) => Buffer]>([
    ["cut off", (file) => file.subarray(0, file.length - 23)],
    ["without its end", (file) => file.subarray(0, central(file))],
    ["with a damaged directory", with32(0, 0)],
    ["locked with a password", with16(1, 8)],
    ["packed in another way", with16(12, 10)],
    ["whose part is longer than the file", with32(10_000, 20)],
    ["of nothing", () => Buffer.alloc(0)],
    ["of zeros", () => Buffer.alloc(100)],
    ["whose part does not fit its checksum", with32(0, 16)],
    ["with damaged bytes", (file) => file.fill(0xff, 35, 50)],
  ])("%s is refused", (_, change) => {
    expect(() => unpack(change(packed()))).toThrow();
    expect(() => unpack(change(packed()))).not.toThrow(PackageTooLarge);
  });

  it("is not relied upon for its sizes", () => {
    const file = Buffer.from(pack({ "a.xml": LARGER }));
    file.writeUInt32LE(10, central(file) + 24);
    expect(() => unpack(file)).toThrow(PackageTooLarge);
  });

  it("may name a part as JavaScript names things", () => {
    const parts = unpack(
      pack(
        Object.fromEntries([
          ["__proto__x", text],
          ["constructor", text],
        ]),
      ),
    );
    expect(Object.keys(parts)).toEqual(["__proto__x", "constructor"]);
    expect(parts.toString).toBeUndefined();
  });
});

it("takes the clock out of a file, and changes parts as told", () => {
  const dates = '<dcterms:created xsi:type="a">2024</dcterms:created><dcterms:modified>2025</dcterms:modified>';
  const core = Buffer.from(`<a>${dates}<b>x</b></a>`);
  const changed = clearTimestamps(pack({ "docProps/core.xml": core, "a.xml": Buffer.from("一") }), {
    "a.xml": (xml) => `${xml}二`,
  });
  const parts = unpack(changed);
  expect(Buffer.from(parts["docProps/core.xml"] ?? []).toString()).toBe("<a><b>x</b></a>");
  expect(Buffer.from(parts["a.xml"] ?? []).toString()).toBe("一二");
});
