/** A slip of the hand on one line: the lines after it, or none where the line has nothing to get wrong so. */
export type TypingSlip = (lines: string[], at: number) => string[] | undefined;

/** Beginning of a line up to the colon of its key. */
const KEYED = /^(\s*(?:- )?)([^\s:#"'|>{}[\]]+):(?= |$)/u;

/** What a slip puts in place of a line of the form. In the text of a block it would be another text, which nobody can tell. */
function onLine(change: (line: string) => string): TypingSlip {
  return (lines, at) => {
    const line = lines[at] ?? "";
    if (line.trim() === "" || /^\s*#/u.test(line) || isText(lines, at)) return undefined;
    return replaced(lines, at, [change(line)]);
  };
}

/** What a slip makes of the layout of a line; in a text, too. */
function onLayout(change: (line: string) => string): TypingSlip {
  return (lines, at) => {
    const line = lines[at] ?? "";
    return line.trim() === "" || /^\s*#/u.test(line) ? undefined : replaced(lines, at, [change(line)]);
  };
}

function replaced(lines: string[], at: number, by: string[], count = 1): string[] | undefined {
  const after = [...lines.slice(0, at), ...by, ...lines.slice(at + count)];
  return after.join("\n") === lines.join("\n") ? undefined : after;
}

const indentOf = (line: string) => /^ */u.exec(line)?.[0].length ?? 0;

/** Whether a line is text of a “键: |” above it, or a blank line within one. */
export function isText(lines: string[], at: number): boolean {
  let own = lines[at]?.trim() === "" ? Number.POSITIVE_INFINITY : indentOf(lines[at] ?? "");
  for (let line = at - 1; line >= 0; line -= 1) {
    const text = lines[line] ?? "";
    if (text.trim() === "" || indentOf(text) >= own) continue;
    if (/: \|(?: *#.*)?$/u.test(text)) return true;
    own = indentOf(text);
  }
  return false;
}

/** The key of a line, with one of its characters changed, left out, or exchanged with the next. */
function misspelt(change: (key: string) => string): TypingSlip {
  return onLine((line) => line.replace(KEYED, (_, lead: string, key: string) => `${lead}${change(key)}:`));
}

const join =
  (between: string): TypingSlip =>
  (lines, at) => {
    const next = lines[at + 1];
    if (next === undefined || isText(lines, at) || isText(lines, at + 1) || (lines[at] ?? "").trim() === "")
      return undefined;
    return next.trim() === "" || /#/u.test(lines[at] ?? "")
      ? undefined
      : replaced(lines, at, [`${lines[at]}${between}${next.trim()}`], 2);
  };

/** Every slip that is tried, by what it is called. */
export const TYPING_SLIPS: Record<string, TypingSlip> = {
  "full-width colon": onLine((line) => line.replace(KEYED, "$1$2：")),
  "full-width colon, no space": onLine((line) => line.replace(KEYED, "$1$2：").replace(/： +/u, "：")),
  "no space after the colon": onLine((line) => line.replace(/^(\s*(?:- )?[^\s:#"'|>{}[\]]+): +/u, "$1:")),
  "no colon": onLine((line) => line.replace(KEYED, "$1$2")),
  "a space before the colon": onLine((line) => line.replace(KEYED, "$1$2 :")),
  "one space more": onLayout((line) => ` ${line}`),
  "two spaces more": onLayout((line) => `  ${line}`),
  "one space less": onLayout((line) => line.replace(/^ /u, "")),
  "two spaces less": onLayout((line) => line.replace(/^ {2}/u, "")),
  "no indent": onLayout((line) => line.trimStart()),
  "a tab for two spaces": onLayout((line) => line.replace(/^ +/u, (all) => "\t".repeat(all.length / 2))),
  "a tab for all spaces": onLayout((line) => line.replace(/^ +/u, "\t")),
  "wide spaces": onLayout((line) => line.replace(/^ +/u, (all) => "\u3000".repeat(all.length / 2))),
  "no space after the dash": onLine((line) => line.replace(/^(\s*)- /u, "$1-")),
  "a full-width dash": onLine((line) => line.replace(/^(\s*)- /u, "$1－ ")),
  "a long dash": onLine((line) => line.replace(/^(\s*)- /u, "$1— ")),
  "no dash": onLine((line) => line.replace(/^(\s*)- /u, "$1")),
  "no dash, but its place": onLine((line) => line.replace(/^(\s*)- /u, "$1  ")),
  "curly quotes": onLine((line) => line.replace(/"([^"]*)"/u, "“$1”")),
  "full-width brackets": onLine((line) =>
    line.replace(/[[{](.*)[\]}]/u, (all) =>
      all.replace(/[[\]{}]/gu, (mark) => "［］｛｝"["[]{}".indexOf(mark)] as string),
    ),
  ),
  "a bracket lost": onLine((line) => line.replace(/[\]}]$/u, "")),
  "a quote lost": onLine((line) => line.replace(/"$/u, "")),
  "full-width commas": onLine((line) => line.replace(/[[{].*[\]}]/u, (all) => all.replaceAll(", ", "，"))),
  "full-width in brackets": onLine((line) =>
    line.replace(/[[{].*[\]}]/u, (all) => all.replaceAll(", ", "，").replaceAll(": ", "：")),
  ),
  "a key short of its first character": misspelt((key) => key.slice(1)),
  "a key short of its last character": misspelt((key) => key.slice(0, -1)),
  "a key with two characters exchanged": misspelt((key) => key.replace(/^(.)(.)/u, "$2$1")),
  "a wrong character in a key": misspelt((key) => `某${key.slice(1)}`),
  "a line twice": (lines, at) =>
    (lines[at] ?? "").trim() === "" || isText(lines, at) || /^#/u.test(lines[at] ?? "")
      ? undefined
      : replaced(lines, at, [lines[at] ?? "", lines[at] ?? ""]),
  "a line joined to the one above": join(""),
  "a line joined with a space": join(" "),
  "a break behind the colon": onLine((line) =>
    line.replace(KEYED, "$1$2:\n").replace(/\n +/u, `\n${" ".repeat(indentOf(line))}`),
  ),
  "a break within the value": onLine((line) => line.replace(/^(.*: )(\S{2,})(\S{2,})$/u, `$1$2\n$3`)),
  "a blank line": (lines, at) =>
    (lines[at] ?? "").trim() === "" ? undefined : replaced(lines, at, ["", lines[at] ?? ""]),
};
