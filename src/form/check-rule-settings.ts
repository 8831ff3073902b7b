import { FormError } from "../model/errors.js";
import { fieldAt } from "../model/field.js";
import type { Form } from "../model/form.js";
import type { Rule, SettingKinds } from "../model/rule.js";
import { roleOf } from "../model/tracking.js";

const isText = (value: unknown): value is string => typeof value === "string";
const isField = (value: unknown): boolean => isText(value) && value.startsWith("/");

/**
 * Whether a setting is of the kind that a rule requires. Whether a field of its own document exists is checked in
 * `parse-form.ts`.
 */
const KINDS: Record<SettingKinds[string], (value: unknown) => boolean> = {
  field: isField,
  fields: (value) => Array.isArray(value) && value.length > 0 && value.every(isField),
  number: (value) => typeof value === "number",
  text: isText,
  elsewhere: (value) => isText(value) && value.includes("#/"),
  texts: (value) => Array.isArray(value) && value.length > 0 && value.every(isText),
};

/**
 * Checks that every rule in `form.yaml` exists and gets the settings and lists that it requires. Otherwise the rule would
 * check nothing, and nobody would notice.
 * @param rules all rules of ptc
 * @throws {FormError} when a rule does not exist, or a setting or list is missing, wrong or unknown; the message names it
 */
export function checkRuleSettings(form: Form, rules: readonly Rule[]): void {
  for (const [name, kind] of Object.entries(form.documents)) {
    for (const [id, { with: settings = {} }] of Object.entries(kind.rules)) {
      const refuse = (trouble: string): never => {
        throw new FormError(`${form.id}/form.yaml:${name} 的规则 ${id} ${trouble}`);
      };
      const rule = rules.find((each) => each.id === id) ?? refuse("不存在");
      for (const [setting, wanted] of Object.entries(rule.with)) {
        if (!Object.hasOwn(settings, setting)) refuse(`的 with 缺少 ${setting}`);
        if (!KINDS[wanted](settings[setting])) refuse(`的 with 里 ${setting} 写得不对`);
        if (wanted === "elsewhere") {
          const [other = "", pointer = ""] = String(settings[setting]).split("#");
          if (!form.documents[other] || !fieldAt(form.documents[other].root, pointer))
            refuse(`的 with 里没有 ${setting} 所指的 ${settings[setting]}`);
        }
      }
      for (const setting of Object.keys(settings))
        if (!Object.hasOwn(rule.with, setting)) refuse(`的 with 多出 ${setting}`);
      for (const used of rule.uses ?? []) {
        if (used !== "tracking") form.registers[used] ?? refuse(`要用 registers 里的 ${used}`);
        else if (!form.tracking || !roleOf(name, form.tracking)) refuse("要在 tracking 里写明这种文件什么时候报");
      }
    }
  }
}
