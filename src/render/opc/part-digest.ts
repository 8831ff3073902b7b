import { digest } from "../../text/digest.js";

/** Digests worked out before: most parts of a template go unchanged into every document made from it. */
const known = new WeakMap<Uint8Array, string>();

/** The digest of a part. @param bytes must not be changed afterwards */
export function partDigest(bytes: Uint8Array): string {
  const result = known.get(bytes) ?? digest(bytes);
  known.set(bytes, result);
  return result;
}
