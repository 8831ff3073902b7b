import { type Field, fieldAt } from "../model/field.js";
import type { Layout, LayoutCell } from "../model/form.js";
import { tagOf } from "../text/tags.js";

/** The tags a layout prints, as often as it prints them: what a template must hold. */
export function layoutTags(layout: Layout, root: Field): string[] {
  const cells = layout.blocks.flatMap((block) => [
    ...(block.cover ?? []),
    ...(block.frame ?? []),
    ...(block.rows ?? []).flat(),
  ]);
  return cells
    .flatMap((cell: LayoutCell) => cell.lines ?? cell)
    .flatMap(({ value, each }) =>
      [value ?? [], each ? (fieldAt(root, each)?.children ?? []).map(({ pointer }) => pointer) : []].flat(2),
    )
    .map(tagOf);
}
