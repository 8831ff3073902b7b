/** A text with one slip of typing, and where it is. */
export interface OneSlip {
  kind: SlipName;
  /** Number of the slipped line, from 1. */
  line: number;
  text: string;
}

const FIELD = /^( *(?:- )?(?:"[^"]+"|[^\s"#:|-][^\s:]*)):( .*)?$/u;

/** The slips of one line: what each makes of the line. They give the line back when they do not suit it. */
const SLIPS = {
  "indent lost": (line: string) => line.trimStart(),
  "1 space lost": (line: string) => line.replace(/^ /u, ""),
  "2 spaces lost": (line: string) => line.replace(/^ {2}/u, ""),
  "1 space more": (line: string) => ` ${line}`,
  "2 spaces more": (line: string) => `  ${line}`,
  "4 spaces more": (line: string) => `    ${line}`,
  "full-width colon": (line: string) => line.replace(FIELD, (_, key, rest = "") => `${key}：${rest.trimStart()}`),
  "no space after colon": (line: string) => line.replace(FIELD, (_, key, rest = "") => `${key}:${rest.trimStart()}`),
  "no colon": (line: string) => line.replace(FIELD, (_, key, rest = "") => `${key}${rest}`),
};

/** The name of a slip. */
export type SlipName = keyof typeof SLIPS;

/** Every text that comes of one slip in a line of a text. Only its indentation can slip in a line of prose. */
export function oneSlipTexts(text: string): OneSlip[] {
  const lines = text.split("\n");
  const prose = proseLines(lines);
  return lines.flatMap((line, at) => {
    if (/^\s*(?:#|$)/u.test(line)) return [];
    return (Object.keys(SLIPS) as SlipName[]).flatMap((kind) => {
      const typed = SLIPS[kind](line);
      if (typed === line || (prose.has(at) && kind.includes("colon"))) return [];
      return { kind, line: at + 1, text: lines.with(at, typed).join("\n") };
    });
  });
}

/** The lines of texts below a `|`. */
export function proseLines(lines: string[]): Set<number> {
  const prose = new Set<number>();
  let above: number | undefined;
  lines.forEach((line, at) => {
    const indent = /^ */u.exec(line)?.[0].length ?? 0;
    if (line.trim() === "") return;
    if (above !== undefined && indent > above) prose.add(at);
    else above = /: \|-?(?: +#.*)?$/u.test(line) ? indent : undefined;
  });
  return prose;
}
