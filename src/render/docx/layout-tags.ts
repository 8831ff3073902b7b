import { type Field, fieldAt } from "../../model/field.js";
import { type Layout, layoutLines } from "../../model/layout.js";
import { tagOf } from "../../text/template-tag.js";

/** The tags a layout prints, as often as it prints them: what a template must hold. */
export function layoutTags(layout: Layout, root: Field): string[] {
  return layoutLines(layout)
    .flatMap(({ value, each }) =>
      [value ?? [], each ? (fieldAt(root, each)?.children ?? []).map(({ pointer }) => pointer) : []].flat(2),
    )
    .map(tagOf);
}
