const decoder = new TextDecoder("gbk");

/** The two bytes of every character of GBK that has two. */
const pairs = new Map<string, number[]>();
for (let first = 0x81; first <= 0xfe; first += 1)
  for (let second = 0x40; second <= 0xfe; second += 1)
    pairs.set(decoder.decode(Uint8Array.of(first, second)), [first, second]);

/** A text in GBK, as editors on Windows used to save it. */
export function gbk(text: string): Buffer {
  return Buffer.from([...text].flatMap((char) => (char < "\u0080" ? char.charCodeAt(0) : (pairs.get(char) ?? []))));
}
