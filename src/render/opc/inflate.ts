import { Inflate } from "fflate";
import { concatenate } from "../concatenate.js";

/** Most bytes that one deflated byte can become. */
const MAX_RATIO = 1032;
/** Least and most deflated bytes that are handed over at once. */
const MIN_STEP = 256;
const MAX_STEP = 64 * 1024;

/**
 * Inflates raw deflated data (RFC 1951), and stops as soon as it gives more than a limit. It is handed over in steps, so
 * that even data made to explode takes up hardly more memory than the limit.
 * @param limit in bytes
 * @returns undefined when there is more than the limit
 * @throws {Error} when the data is damaged or ends too early
 */
export function inflate(deflated: Uint8Array, limit: number): Uint8Array | undefined {
  if (deflated.length === 0) throw new Error("no deflated data");
  const pieces: Uint8Array[] = [];
  let left = limit;
  const stream = new Inflate((piece) => {
    pieces.push(piece);
    left -= piece.length;
  });
  for (let at = 0, step = 0; at < deflated.length && left >= 0; at += step) {
    step = Math.min(MAX_STEP, Math.max(MIN_STEP, Math.floor(left / MAX_RATIO)));
    stream.push(deflated.subarray(at, at + step), at + step >= deflated.length);
  }
  return left < 0 ? undefined : concatenate(pieces);
}
