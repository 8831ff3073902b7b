import { createDiagnostic, type Diagnostic } from "../model/diagnostic.js";
import type { Source } from "../model/document.js";
import { type Field, fieldAt } from "../model/field.js";
import type { FileText } from "../model/input.js";
import { characterNumber, type InvisibleRun, invisibleRuns } from "../text/invisible.js";
import { splitPointer } from "../text/json-pointer.js";
import { lineStarts, rangeFinder } from "../yaml/line-starts.js";
import { type FieldSpan, fieldSpans, spanAround } from "./field-spans.js";

/** How many different characters a message names. */
const MAX_NAMED = 3;

/**
 * Finds the characters that nobody sees. They are not read (see `asSeen`), but they are in the file, and other programs
 * read them. In a key, a name or a figure they are errors. In a narrative, where they change nothing that is printed,
 * they are warnings.
 * @param source the text as it was read; undefined when it could not be read
 * @param root the root field of its form, when that is known
 */
export function invisibleProblems({ file, text }: FileText, source?: Source, root?: Field): Diagnostic[] {
  const runs = invisibleRuns(text);
  if (runs.length === 0) return [];
  const range = rangeFinder(lineStarts(text));
  return groups(text, runs, source).map(({ owner, runs: own }) => {
    const [first] = own as [InvisibleRun];
    const field = owner && root ? fieldAt(root, owner.pointer) : undefined;
    const isNarrative = owner?.part === "value" && field?.wordLimit !== undefined;
    const isHarmless = isNarrative || (source !== undefined && owner === undefined);
    return createDiagnostic({
      ruleId: "text/invisible",
      severity: isHarmless ? "warning" : "error",
      file,
      ...(owner && { pointer: owner.pointer }),
      place: range(first.start, first.end),
      message: `${whereOf(owner, field)}里有看不见的字符 ${named(text, own)}`,
      hint: "删去它;多半是从网页、Word 或聊天软件粘贴带来的",
      fix: { title: "删去看不见的字符", edits: own.map(({ start, end }) => ({ start, end, text: "" })) },
    });
  });
}

interface Group {
  owner: FieldSpan | undefined;
  runs: InvisibleRun[];
}

/** Groups the characters by the key or value that has them, and the others by line. Those in comments are left out. */
function groups(text: string, runs: InvisibleRun[], source: Source | undefined): Group[] {
  const spans = source ? fieldSpans(source) : [];
  const found = new Map<unknown, Group>();
  for (const run of runs) {
    const owner = spanAround(text, spans, run.start, run.end);
    if (owner === "comment") continue;
    const group = owner ?? text.lastIndexOf("\n", run.start - 1);
    const known = found.get(group) ?? { owner, runs: [] };
    found.set(group, known);
    known.runs.push(run);
  }
  return [...found.values()];
}

function whereOf(owner: FieldSpan | undefined, field: Field | undefined): string {
  if (!owner) return "这一行";
  const key = splitPointer(owner.pointer).at(-1) ?? "";
  if (owner.part === "key") return `键“${key}”`;
  return field ? `「${field.name}」` : "这一项";
}

/** Names the characters of runs: <U+200B>、<U+FEFF>(共 3 个). */
function named(text: string, runs: InvisibleRun[]): string {
  const all = runs.flatMap(({ start, end }) => [...text.slice(start, end)]);
  const numbers = [...new Set(all.map(characterNumber))];
  const shown = numbers.slice(0, MAX_NAMED).join("、");
  return `${shown}${numbers.length > MAX_NAMED ? "等" : ""}${all.length > 1 ? `(共 ${all.length} 个)` : ""}`;
}
