import type { FormDocument } from "../../src/model/document.js";
import type { Layout } from "../../src/model/layout.js";
import { layoutTags } from "../../src/render/docx/layout-tags.js";
import { printed } from "../../src/views/print.js";

/** Everything that a document prints, by tag; of lists by the number of the entry. Pictures count by their caption. */
export function printedValues(document: FormDocument): Map<string, string> {
  const { values, entries } = printed(document);
  const all = new Map<string, string>();
  const add = (name: string, blocks: unknown) => all.set(name, JSON.stringify(withoutFiles(blocks)));
  const tags = layoutTags(document.kind.layout as Layout, document.kind.root);
  const isPrinted = (tag: string) =>
    tags.some((each) => each === tag || each.startsWith(`${tag}.`) || tag.startsWith(`${each}.`));
  for (const [tag, blocks] of values) if (isPrinted(tag)) add(tag, blocks);
  for (const [list, each] of entries)
    for (const [index, own] of each.entries()) for (const [tag, blocks] of own) add(`${list}#${index} ${tag}`, blocks);
  return all;
}

function withoutFiles(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (key, each) => (key === "file" ? undefined : each));
}
