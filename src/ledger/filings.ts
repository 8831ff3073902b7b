import { isOwedUntil } from "../model/changes.js";
import { hasPassed, isLate, isOwed } from "../model/dates.js";
import type { FormDocument } from "../model/document.js";
import { dateAt, textAt } from "../model/document-values.js";
import type { Pointer } from "../model/json-schema.js";
import type { Attachment, AttachmentExists, Filing, OtherPaper } from "../model/ledger.js";
import { amendmentOf, filedOn, type Unused } from "../model/papers.js";
import { ROLES, type Tracking } from "../model/tracking.js";
import type { YearFilings } from "./year-filings.js";

/**
 * Lists the plan and the two summaries of a year with their due days and states. Due days come from the form's
 * `tracking.yaml`.
 * @param today the day to judge by, YYYY-MM-DD
 * @param exists tells whether an attachment that a document names is there
 * @returns one filing for each role, in the order of `ROLES`, also when there is no document
 */
export function filingsOf(
  yearFilings: YearFilings,
  tracking: Tracking,
  today: string,
  exists: AttachmentExists,
): Filing[] {
  const { filing, issued } = tracking;
  return ROLES.map((role): Filing => {
    const { kind, due: day } = tracking.filings[role];
    const document = yearFilings[role];
    const due = `${yearFilings.year}-${day}`;
    const filed = document && dateAt(document, filing.filed);
    const filedBy = document && filedOn(document, role, yearFilings.year, tracking, today);
    const amends = document && amendmentOf(document, tracking);
    const others = yearFilings.spare.filter((each) => each.role === role).map((each) => otherPaper(each, filing));
    const attached = (pointer: Pointer) => (document ? attachment(document, pointer, exists) : "unnamed");
    return {
      role,
      kind,
      due,
      state: stateOf({
        due,
        filed: filedBy,
        filledIn: document !== undefined,
        issued,
        today,
        ended: yearFilings.ended,
      }),
      ...(document && { file: document.source.file }),
      ...(filed !== undefined && { filed }),
      word: attached(filing.word),
      pdf: attached(filing.pdf),
      ...(document && approval(document, filing)),
      ...(amends && { amends }),
      ...(others.length > 0 && { others }),
    };
  });
}

function otherPaper({ document, why }: Unused, { filed: pointer }: Tracking["filing"]): OtherPaper {
  const filed = dateAt(document, pointer);
  return { file: document.source.file, ...(filed !== undefined && { filed }), why };
}

/** Tells whether a document was filed, in time or late. Before that it is a draft, so what it says may still change. */
export function isFiled({ state }: Filing): boolean {
  return state === "filed" || state === "late";
}

/**
 * Decides the state of a filing. A document without a filing date that counts is still a draft. A missing document is excused when it was due before the notice was issued, because nothing asked for it then.
 */
function stateOf(of: {
  due: string;
  filed: string | undefined;
  filledIn: boolean;
  issued: string;
  today: string;
  ended: string | undefined;
}): Filing["state"] {
  const { due, filed, filledIn, issued, today, ended } = of;
  const released = !isOwedUntil(due, ended);
  const owed = isOwed(due, issued) && !released;
  if (filed !== undefined) return owed && isLate(filed, due) ? "late" : "filed";
  if (released) return "released";
  if (filledIn) return "draft";
  if (!owed) return "excused";
  return hasPassed(due, today) ? "missing" : "due";
}

function attachment(document: FormDocument, pointer: Pointer, exists: AttachmentExists): Attachment {
  const name = textAt(document, pointer);
  if (name === undefined) return "unnamed";
  return exists(document, name) ? "given" : "absent";
}

/** Reads who approved a document and when. Without a date there is no approval. */
function approval(document: FormDocument, { approved, approvedBy }: Tracking["filing"]): Pick<Filing, "approved"> {
  const on = dateAt(document, approved);
  const by = textAt(document, approvedBy);
  return on === undefined ? {} : { approved: { on, ...(by !== undefined && { by }) } };
}
