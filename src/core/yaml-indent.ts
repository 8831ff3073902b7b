/** What the lines above allow a line to be indented by. */
export interface Indents {
  /** Indentations of the fields that a line may stand beside. */
  open: Set<number>;
  /** The line above waits for its content, which stands further in than this. */
  inside?: number;
}

/** The indentations that would suit a line, seen from those above it. */
export function indentsAt(lines: string[], at: number): Indents {
  const open = new Set<number>();
  let inside: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let line = at - 1; line >= 0 && least > 0; line -= 1) {
    const text = (lines[line] ?? "").trimEnd();
    if (/^\s*(?:#|$)/u.test(text)) continue;
    const indent = widthOf(/^[ \t\u3000\u00a0]*/u.exec(text)?.[0] ?? "");
    if (least === Number.POSITIVE_INFINITY && /:(?:\s*[|>][-+\d]*)?(?:\s+#.*)?$/u.test(text)) inside = indent;
    if (indent >= least) continue;
    least = indent;
    open.add(indent);
    const dash = /^ *- +(?=\S)/u.exec(text)?.[0].length;
    if (dash !== undefined) open.add(dash);
  }
  return { open, inside };
}

/** Whether so many spaces are one of the indentations that suit. */
export function suits(spaces: number, { open, inside }: Indents): boolean {
  return open.has(spaces) || (inside !== undefined && spaces > inside);
}

/** How many spaces an indentation is meant to be: a level for a tab, a character's width for a full-width space. */
export function widthOf(indent: string, tab = 2): number {
  return [...indent].reduce((sum, char) => sum + (char === "\t" ? tab : char === "\u3000" ? 2 : 1), 0);
}
