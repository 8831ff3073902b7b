import type { Ledger } from "../../model/ledger.js";
import { maskFigure } from "../../text/format-values.js";
import { escapeJson } from "../../text/printable.js";

/**
 * The ledger for programs: `schemas/ledger.schema.json`. `version` changes when a field changes its meaning. A figure that
 * may be a mobile number in a wrong field is null, because the ledger is passed on.
 */
export function ledgerJson(ledger: Ledger): string {
  const { presentation: _, ...data } = ledger;
  return `${escapeJson({ version: 2, ...withoutPhones(data) })}\n`;
}

function withoutPhones<T extends object>(data: T): T {
  const hide = (_: string, value: unknown) => (typeof value === "number" && maskFigure(value) !== value ? null : value);
  return JSON.parse(JSON.stringify(data, hide));
}
