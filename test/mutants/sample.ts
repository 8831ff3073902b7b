/** Some of all, the same for the same seed. */
export function sample<T>(all: T[], count: number, seed: number): T[] {
  const left = [...all];
  let state = seed || 1;
  return Array.from({ length: Math.min(count, all.length) }, () => {
    // xorshift: the next number looks like chance and follows from the last
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return left.splice((state >>> 0) % left.length, 1)[0] as T;
  });
}
