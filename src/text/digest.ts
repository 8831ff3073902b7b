import { sha256Hex } from "./sha256.js";

/** Computes a short digest of a text (as UTF-8) or of bytes: the first 32 hexadecimal digits of its SHA-256. */
export function digest(content: Uint8Array | string): string {
  return sha256Hex(content).slice(0, 32);
}
