/** A text, and what is special about its bytes. */
export interface DecodedText {
  text: string;
  /** Name of the encoding, where it is not UTF-8. */
  encoding?: string;
  /** Where the first damaged character stands in UTF-8. */
  damaged?: number;
}

/** Decodes what Notepad and WPS save: UTF-8 with and without a byte order mark, UTF-16 and GBK. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const wide = utf16(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: "UTF-16" };
  const text = new TextDecoder("utf-8").decode(bytes);
  if (!text.includes("\ufffd") || isUtf8(bytes)) return { text };
  const bad = text.match(/\ufffd/gu)?.length ?? 0;
  // a few bad bytes in good UTF-8 are damage; GBK gives a bad one at nearly every character
  if (bad * 50 < text.length) return { text, damaged: text.indexOf("\ufffd") };
  return { text: new TextDecoder("gb18030").decode(bytes), encoding: "GBK" };
}

/** Whether bytes are UTF-8 throughout: a text may hold the replacement character itself. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Whether bytes begin with a byte order mark of UTF-8. */
export function hasBom(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** UTF-16 by its mark, or without one by the zero bytes of its line breaks and digits. */
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
