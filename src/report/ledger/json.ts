import type { Ledger } from "../../model/ledger.js";
import { escapedJson } from "../../text/visible.js";

/** The ledger for programs: `schemas/ledger.schema.json`. `version` changes when a field changes its meaning. */
export function ledgerJson(ledger: Ledger): string {
  return `${escapedJson({ version: 1, ...ledger })}\n`;
}
