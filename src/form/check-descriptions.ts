import { BUILTIN_CHECK_IDS, RULE_IDS } from "../model/diagnostic-ids.js";
import { FormError } from "../model/errors.js";
import type { Form } from "../model/form.js";
import { ALERT_IDS } from "../model/ledger.js";

const IDS: ReadonlySet<string> = new Set([...RULE_IDS, ...BUILTIN_CHECK_IDS, ...ALERT_IDS]);

/**
 * Checks that every rule, check or alert that a form describes in its own words exists.
 * @throws {FormError} naming the one that does not exist
 */
export function checkDescriptions({ id, descriptions = {} }: Form): void {
  const stray = Object.keys(descriptions).find((each) => !IDS.has(each));
  if (stray !== undefined) throw new FormError(`${id} 的 descriptions:没有叫“${stray}”的规则、检查或提醒`);
}
