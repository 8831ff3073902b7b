import { sha256Hex } from "./sha256.js";

/** A short digest of a text or of bytes: 32 hexadecimal digits, always the same for the same content. */
export function digest(content: Uint8Array | string): string {
  return sha256Hex(content).slice(0, 32);
}
