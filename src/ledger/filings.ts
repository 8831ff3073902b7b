import type { FormDocument } from "../model/document.js";
import { dateAt, textAt } from "../model/document-values.js";
import type { Pointer } from "../model/json-schema.js";
import type { Attachment, AttachmentExists, Filing } from "../model/ledger.js";
import { ROLES, type Tracking } from "../model/tracking.js";
import type { YearFilings } from "./year-filings.js";

/** What was owed in a year and what came of it, as of a day. */
export function filingsOf(papers: YearFilings, tracking: Tracking, today: string, exists: AttachmentExists): Filing[] {
  const { filing, issued } = tracking;
  return ROLES.map((role): Filing => {
    const { kind, due: day } = tracking.filings[role];
    const document = papers[role];
    const due = `${papers.year}-${day}`;
    const filed = document && dateAt(document, filing.filed);
    const attached = (pointer: Pointer) => (document ? attachment(document, pointer, exists) : "unnamed");
    return {
      role,
      kind,
      due,
      state: stateOf({ due, filed, filledIn: document !== undefined, issued, today }),
      ...(document && { file: document.source.file }),
      ...(filed !== undefined && { filed }),
      word: attached(filing.word),
      pdf: attached(filing.pdf),
      ...(document && approval(document, filing)),
    };
  });
}

/** Whether it had to be filed at all: what was due before the notice was issued is held against nobody. */
export function isOwed({ due }: Pick<Filing, "due">, { issued }: Pick<Tracking, "issued">): boolean {
  return due >= issued;
}

/** Whether it has come by then, in time or not: only then does it say something for certain. */
export function isFiled({ state }: Filing): boolean {
  return state === "filed" || state === "late";
}

function stateOf(of: {
  due: string;
  filed: string | undefined;
  filledIn: boolean;
  issued: string;
  today: string;
}): Filing["state"] {
  const { due, filed, filledIn, today } = of;
  const owed = isOwed(of, of);
  // a day to come is a slip of the pen, or an intention
  if (filed !== undefined && filed <= today) return owed && filed > due ? "late" : "filed";
  if (filledIn) return "draft";
  if (!owed) return "excused";
  return due < today ? "missing" : "due";
}

function attachment(document: FormDocument, pointer: Pointer, exists: AttachmentExists): Attachment {
  const name = textAt(document, pointer);
  if (name === undefined) return "unnamed";
  return exists(document, name) ? "given" : "absent";
}

function approval(document: FormDocument, { approved, approvedBy }: Tracking["filing"]): Pick<Filing, "approved"> {
  const on = dateAt(document, approved);
  const by = textAt(document, approvedBy);
  return on === undefined ? {} : { approved: { on, ...(by !== undefined && { by }) } };
}
