import { fold } from "../text/fold.js";
import { joinPointer } from "../text/json-pointer.js";
import { hasPassed } from "./dates.js";
import type { FormDocument } from "./document.js";
import { dateAt, textAt } from "./document-values.js";
import type { Form } from "./form.js";
import type { Pointer } from "./json-schema.js";
import { entryPointers } from "./list-entries.js";
import type { ChangeKind, Tracking } from "./tracking.js";

/** One entry of a record of changes. What the record does not say is left out. */
export interface RecordedChange {
  document: FormDocument;
  pointer: Pointer;
  kind?: ChangeKind;
  /** The form's own word for the kind. */
  label?: string;
  /** The day from which it counts, YYYY-MM-DD. */
  on?: string;
  /** The paper that it is based on. */
  paper?: string;
  /** The new name of one that was renamed, or the consortium that another was merged into. */
  to?: string;
  note?: string;
}

/** A change that says everything that is needed: what, when, by which paper, and to whom. */
export type CompleteChange = RecordedChange & Required<Pick<RecordedChange, "kind" | "label" | "on" | "paper">>;

/** Kinds of changes after which a consortium does not have to file anything. */
const ENDING: ReadonlySet<ChangeKind> = new Set(["merged", "dissolved", "revoked", "removed"]);

/** Lists the changes that documents record, in the order of their days. Documents of other kinds record none. */
export function changesIn(documents: FormDocument[]): RecordedChange[] {
  const found = documents.flatMap((document) => {
    const { tracking } = document.form;
    if (document.kindName !== tracking?.changes.kind) return [];
    return entryPointers(document, tracking.changes.list).map((pointer) => readChange(document, pointer, tracking));
  });
  return found.sort((a, b) => ((a.on ?? "") < (b.on ?? "") ? -1 : (a.on ?? "") > (b.on ?? "") ? 1 : 0));
}

function readChange(document: FormDocument, pointer: Pointer, { changes }: Tracking): RecordedChange {
  const { entry, kinds } = changes;
  const text = (key: keyof typeof entry) => textAt(document, joinPointer(pointer, entry[key]));
  const label = text("kind");
  const kind = label !== undefined && Object.hasOwn(kinds, label) ? kinds[label] : undefined;
  const to = kind === "renamed" ? text("name") : kind === "merged" ? text("into") : undefined;
  const values = {
    kind,
    label,
    on: dateAt(document, joinPointer(pointer, entry.on)),
    paper: text("paper"),
    to,
    note: text("note"),
  };
  const known = Object.entries(values).filter(([, value]) => value !== undefined);
  return { document, pointer, ...Object.fromEntries(known) };
}

/** Whether a change says everything that is needed for it to count. */
export function isComplete(change: RecordedChange): change is CompleteChange {
  const { kind, on, paper, to } = change;
  const needsName = kind === "renamed" || kind === "merged";
  return kind !== undefined && on !== undefined && paper !== undefined && (!needsName || to !== undefined);
}

/**
 * Returns the change after which a consortium does not have to file anything: the first that has come into effect.
 * @param today the day to judge by, YYYY-MM-DD
 */
export function endOf(changes: RecordedChange[], today: string): CompleteChange | undefined {
  return changes.filter(isComplete).find(({ kind, on }) => ENDING.has(kind) && on <= today);
}

/** Whether something that is due on a day is still owed by a consortium that ended. The day itself is. */
export function isOwedUntil(due: string, end: string | undefined): boolean {
  return end === undefined || !hasPassed(end, due);
}

/**
 * Joins the names of consortia that were renamed.
 * @param documents all documents; the records of changes among them say who was renamed
 * @param today a name counts from its day; undefined when every recorded name counts
 * @returns a function that takes a folded name and returns the folded name that stands for all names of this consortium,
 * and its present name, if it was renamed
 */
export function joinNames(
  documents: FormDocument[],
  { registers }: Form,
  today?: string,
): (name: string) => { key: string; current?: string } {
  const listed = new Set(registers.roster?.consortia.map(({ name }) => fold(name)) ?? []);
  const parent = new Map<string, string>();
  const current = new Map<string, string>();
  const root = (name: string): string => {
    const above = parent.get(name);
    return above === undefined ? name : root(above);
  };
  for (const change of changesIn(documents)) {
    const from = textAt(change.document, change.document.kind.name);
    if (!isComplete(change) || change.kind !== "renamed" || from === undefined || change.to === undefined) continue;
    const [old, renamed] = [root(fold(from)), root(fold(change.to))];
    // two consortia of the published list are two, whatever a record says
    if (listed.has(old) && listed.has(renamed) && old !== renamed) continue;
    // the name on the published list stands for the others
    const [key, other] = listed.has(renamed) ? [renamed, old] : [old, renamed];
    if (key !== other) parent.set(other, key);
    if (today === undefined || change.on <= today) current.set(key, change.to);
    else current.set(key, current.get(key) ?? current.get(other) ?? from);
  }
  return (name) => {
    const key = root(name);
    const now = current.get(key);
    return { key, ...(now !== undefined && { current: now }) };
  };
}
