/** A decoded text, and what was found about its encoding. */
export interface DecodedText {
  /** The text without a byte order mark. */
  text: string;
  /** Name of the encoding when it is not UTF-8. */
  encoding?: string;
  /** Offset in `text` of the first character that is not valid UTF-8, when the file is UTF-8 with damage. */
  damaged?: number;
}

/**
 * Decodes the bytes of a text file in the encodings that Notepad and WPS save: UTF-8 with or without a byte order mark,
 * UTF-16, and GBK (read as GB18030, which includes it).
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const wide = utf16(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: "UTF-16" };
  const text = new TextDecoder("utf-8").decode(bytes);
  if (!text.includes("\ufffd") || isUtf8(bytes)) return { text };
  const bad = text.match(/\ufffd/gu)?.length ?? 0;
  // GBK read as UTF-8 has an error at nearly every character: a few errors mean that a UTF-8 file is damaged
  if (bad * 50 < text.length) return { text, damaged: text.indexOf("\ufffd") };
  return { text: new TextDecoder("gb18030").decode(bytes), encoding: "GBK" };
}

/** Tells whether bytes are valid UTF-8. This check is needed because a valid text may contain U+FFFD itself. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Tells whether bytes begin with the byte order mark of UTF-8. */
export function hasBom(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** Recognises UTF-16 by its byte order mark; without a mark, by the zero bytes of its line breaks and digits. */
function utf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const start = bytes.subarray(0, 4096);
  if (!start.includes(0)) return undefined;
  const zeros = (odd: 0 | 1) => start.filter((byte, index) => byte === 0 && index % 2 === odd).length;
  const [even, odd] = [zeros(0), zeros(1)];
  if (Math.max(even, odd) < 8 || Math.min(even, odd) > 0) return undefined;
  return odd > even ? "utf-16le" : "utf-16be";
}
