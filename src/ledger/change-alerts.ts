import { type CompleteChange, isComplete, type RecordedChange } from "../model/changes.js";
import { clauseText } from "../model/clause.js";
import { isInFuture } from "../model/dates.js";
import { titleOf } from "../model/document-values.js";
import type { TrackedForm } from "../model/form.js";
import type { Alert, ChangeLedger } from "../model/ledger.js";
import type { ChangeKind } from "../model/tracking.js";
import { formatChineseDate } from "../text/format-values.js";
import { ANY_ENTRY } from "../text/json-pointer.js";
import { truncate } from "../text/truncate.js";
import { originOf } from "./year-filings.js";

/** The number of characters of a paper or note that an alert shows. */
const SHOWN = 100;

/** Changes because of which the notice takes qualification and support away. */
const GRAVE: ReadonlySet<ChangeKind> = new Set(["dissolved", "revoked", "major", "violation"]);

/** What follows from a change, for people. */
const CONSEQUENCES: Record<ChangeKind, string> = {
  renamed: "以前各年照样接着算",
  merged: "这一天以后不再要报;是不是要取消资格和支持,由主管部门决定",
  dissolved: "这一天以后不再要报",
  revoked: "这一天以后不再要报",
  removed: "这一天以后不再要报",
  leads: "是不是要取消资格和支持,由主管部门决定",
  major: "",
  violation: "",
};

/** Lists the changes of a consortium that count: they are complete and have come into effect. */
export function changesInEffect(changes: RecordedChange[], today: string): ChangeLedger[] {
  return changes
    .filter(isComplete)
    .filter(({ on }) => !isInFuture(on, today))
    .map(({ kind, label, on, paper, to, note, document, pointer }) => ({
      kind,
      label,
      on,
      paper,
      ...(to !== undefined && { to }),
      ...(note !== undefined && { note }),
      origin: originOf(document, pointer),
    }));
}

/**
 * Alerts about what happened to a consortium. What the notice says may cost its place is serious; a record that is not
 * complete has no effect, and the alert says what it lacks.
 */
export function changeAlerts(changes: RecordedChange[], form: TrackedForm, today: string): Alert[] {
  return changes.map((change) => (isComplete(change) ? effective(change, form, today) : incomplete(change, form)));
}

function effective(change: CompleteChange, form: TrackedForm, today: string): Alert {
  const { kind, on, document, pointer } = change;
  const evidence = [{ ...originOf(document, pointer), message: describe(change) }];
  if (isInFuture(on, today))
    return { id: "change", severity: "note", message: `${describe(change)};还没有到这一天,不生效`, evidence };
  const year = Number(on.slice(0, 4));
  const consequence = CONSEQUENCES[kind];
  const message = `${describe(change)}${consequence === "" ? "" : `;${consequence}`}`;
  if (!GRAVE.has(kind)) {
    const severity = kind === "merged" || kind === "leads" ? "attention" : "note";
    return { id: "change", severity, year, message, evidence };
  }
  const { clauses, kind: record } = form.tracking.changes;
  const owner = form.documents[record];
  return {
    id: "major-change",
    severity: "serious",
    year,
    message: `${message};按通知取消相关资格和政策支持,由${form.authority}决定`,
    evidence,
    ...(owner && { clause: clauses.map((clause) => clauseText(form, owner, clause)).join(";") }),
  };
}

/** Says a change in a sentence: what, when, by which paper. */
function describe({ kind, label, on, paper, to, note }: CompleteChange): string {
  const into = to === undefined ? "" : `${kind === "renamed" ? "为" : ""}“${to}”`;
  const more = note === undefined ? "" : `:${truncate(note, SHOWN)}`;
  return `${formatChineseDate(on)}${label}${into},依据${truncate(paper, SHOWN)}${more}`;
}

function incomplete(change: RecordedChange, { tracking }: TrackedForm): Alert {
  const { kind, label, on, paper, to, document, pointer } = change;
  const { list, entry } = tracking.changes;
  const title = (key: keyof typeof entry) => `“${titleOf(document, `${list}/${ANY_ENTRY}/${entry[key]}`)}”`;
  const missing = [
    ...(kind === undefined ? [title("kind")] : []),
    ...(on === undefined ? [title("on")] : []),
    ...(paper === undefined ? [title("paper")] : []),
    ...(to === undefined && kind === "renamed" ? [title("name")] : []),
    ...(to === undefined && kind === "merged" ? [title("into")] : []),
  ];
  return {
    id: "change-incomplete",
    severity: "attention",
    message: `${document.kindName}里的${label ?? "一项"}没有写清${missing.join("、")},没有采用`,
    evidence: [{ ...originOf(document, pointer), message: label ?? "没有写清的一项" }],
  };
}
