import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** Computes the SHA-256 of bytes, or of a text as UTF-8, as 64 hexadecimal digits. */
export function sha256Hex(content: Uint8Array | string): string {
  return bytesToHex(hash(content));
}

/** Computes the SHA-256 of bytes, or of a text as UTF-8, in Base64 as a Content-Security-Policy needs it. */
export function sha256Base64(content: Uint8Array | string): string {
  return btoa(String.fromCharCode(...hash(content)));
}

function hash(content: Uint8Array | string): Uint8Array {
  return sha256(typeof content === "string" ? utf8ToBytes(content) : content);
}
