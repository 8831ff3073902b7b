import { type Ledger, track } from "../../src/index.js";
import type { Tracking } from "../../src/model/tracking.js";
import { checkTexts } from "./check.js";
import { ledgerOf } from "./filings.js";

/** Each alert of a ledger without its wording: severity, year, id, and the places of its evidence. */
export function decisions({ consortia }: Ledger): string[] {
  return consortia.flatMap(({ alerts }) =>
    alerts.map(({ severity, year, id, evidence }) =>
      [severity, year ?? "-", id, ...evidence.map(({ file, pointer }) => `${file}#${pointer}`)].join(" "),
    ),
  );
}

/** The alerts with one id, as `decisions` gives them. */
export async function alertsOf(
  id: string,
  texts: Record<string, string>,
  today: string,
  attached?: string[],
): Promise<string[]> {
  return decisions(await ledgerOf(texts, today, attached)).filter((each) => each.split(" ")[2] === id);
}

/** The ledger under a changed tracking.yaml. @param change what differs from the form's own */
export async function ledgerUnder(
  change: (tracking: Tracking) => Partial<Tracking>,
  texts: Record<string, string>,
  today: string,
): Promise<Ledger> {
  const report = await checkTexts(texts, { today });
  const [first] = report.documents;
  if (!first?.form.tracking) throw new Error("no document with something owed");
  const form = { ...first.form, tracking: { ...first.form.tracking, ...change(first.form.tracking) } };
  const documents = report.documents.map((document) => ({ ...document, form }));
  return track({ ...report, documents }, { today });
}
