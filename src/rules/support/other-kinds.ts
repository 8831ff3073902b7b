import type { FormDocument } from "../../model/document.js";
import type { Pointer } from "../../model/json-schema.js";

/**
 * Resolves a setting of the type `elsewhere`, which names a field in another kind of document.
 * @param all the documents of every kind of the form
 * @param setting kind#pointer, for example `年度工作计划#/任务`
 * @returns the documents of that kind, and the pointer to the field in them
 */
export function resolveElsewhere(
  all: FormDocument[],
  setting: string,
): { documents: FormDocument[]; pointer: Pointer } {
  const [kind = "", pointer = ""] = setting.split("#");
  return { documents: all.filter(({ kindName }) => kindName === kind), pointer };
}
