import { FormError } from "../model/errors.js";
import type { Form } from "../model/form.js";

/**
 * Checks that every rule, check or alert that a form describes in its own words exists.
 * @param ids of all rules, checks and alerts
 * @throws {FormError} naming the one that does not exist
 */
export function checkDescriptions({ id, descriptions = {} }: Form, ids: readonly string[]): void {
  const stray = Object.keys(descriptions).find((each) => !ids.includes(each));
  if (stray !== undefined) throw new FormError(`${id} 的 descriptions:没有叫“${stray}”的规则、检查或提醒`);
}
