import type { FormDocument } from "../../model/document.js";
import type { Pointer } from "../../model/json-schema.js";

/**
 * Documents of another kind, and the field in them that a setting points at.
 * @param setting `年度工作计划#/任务`
 */
export function resolveElsewhere(
  all: FormDocument[],
  setting: string,
): { documents: FormDocument[]; pointer: Pointer } {
  const [kind = "", pointer = ""] = setting.split("#");
  return { documents: all.filter(({ kindName }) => kindName === kind), pointer };
}
