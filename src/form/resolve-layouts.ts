import { FormError } from "../model/errors.js";
import type { Layout, LayoutBlock } from "../model/layout.js";

/** A block in the file of a layout. `section` takes over a section of another layout; `rename` renames its years. */
interface SharedBlock extends LayoutBlock {
  section?: string;
  rename?: Record<string, string>;
}

/**
 * Completes the layouts of a form. A block with `section: 推荐书#2.办学成效和服务能力` is replaced by the blocks below that
 * heading in the layout of that kind. `rename` renames years in their pointers, as in the schemas.
 * @param layouts the layouts by kind of document
 * @param fileOf gives the file of a kind's layout, for messages
 * @throws {FormError} when there is no such section
 */
export function resolveLayouts(
  layouts: Record<string, Layout>,
  fileOf: (kind: string) => string,
): Record<string, Layout> {
  const whole = ({ section, rename = {}, ...own }: SharedBlock, home: string): LayoutBlock[] => {
    if (section === undefined) return [own];
    const [kind = "", heading = ""] = section.split("#");
    const blocks = layouts[kind]?.blocks ?? [];
    const first = blocks.findIndex((block) => block.heading === heading);
    if (first < 0) throw new FormError(`${fileOf(home)}:没有 section 所指的 ${section}`);
    const next = blocks.findIndex((block, index) => index > first && block.heading !== undefined);
    const found = blocks.slice(first, next < 0 ? undefined : next);
    return found.map(({ heading: _, newPage: __, ...block }, index) => ({
      ...(index === 0 && own),
      ...renamed(block, rename),
    }));
  };
  return Object.fromEntries(
    Object.entries(layouts).map(([kind, { blocks }]) => [
      kind,
      { blocks: blocks.flatMap((block) => whole(block, kind)) },
    ]),
  );
}

/** Copies a part of a layout and renames steps of its pointers. */
function renamed<Part>(part: Part, names: Record<string, string>): Part {
  return JSON.parse(JSON.stringify(part), (_, value) =>
    typeof value === "string" && value.startsWith("/")
      ? value
          .split("/")
          .map((step) => names[step] ?? step)
          .join("/")
      : value,
  );
}
