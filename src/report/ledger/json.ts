import type { Ledger } from "../../model/ledger.js";
import { escapeJson } from "../../text/printable.js";

/** The ledger for programs: `schemas/ledger.schema.json`. `version` changes when a field changes its meaning. */
export function ledgerJson(ledger: Ledger): string {
  const { presentation: _, ...data } = ledger;
  return `${escapeJson({ version: 2, ...data })}\n`;
}
