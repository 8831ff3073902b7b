import { checkDescriptions } from "../../form/check-descriptions.js";
import { checkRuleSettings } from "../../form/check-rule-settings.js";
import { completeForm } from "../../form/complete-form.js";
import { parseForm } from "../../form/parse-form.js";
import type { Form } from "../../model/form.js";
import { rules } from "../../rules/index.js";
import { formFiles } from "./form-files.js";

/**
 * Reads a form from its folder and checks all that can be wrong in it. The build does the same before it writes a form
 * as data, because a built form is not checked again.
 * @throws {FormError} when the files of the form are wrong
 */
export function readForm(folder: string): Form {
  const form = completeForm(parseForm(formFiles(folder)));
  checkRuleSettings(form, rules);
  checkDescriptions(form);
  return form;
}
