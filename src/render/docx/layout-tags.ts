import { type Field, fieldAt } from "../../model/field.js";
import { type Layout, layoutLines } from "../../model/layout.js";
import { tagOf } from "../../text/template-tag.js";

/**
 * The tags that a layout prints, as often as it prints them: what a template must have.
 * @param root the field of the whole document
 */
export function layoutTags(layout: Layout, root: Field): string[] {
  return layoutLines(layout)
    .flatMap(({ value, each }) =>
      [value ?? [], each ? (fieldAt(root, each)?.children ?? []).map(({ pointer }) => pointer) : []].flat(2),
    )
    .map(tagOf);
}
