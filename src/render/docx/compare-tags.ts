import type { TagUse, TemplateTags } from "../../model/template-tags.js";
import type { FoundTags } from "./fill/compile-part.js";
import { NOTE_TAG } from "./fill/draft-note.js";

/** The tags of a form. */
export interface FormTags {
  /** Every tag that the form has. */
  known: string[];
  /** Tags that a template must have, as often as the form prints them. */
  printed: string[];
  /** Tags of texts that may have several paragraphs. */
  narratives: string[];
}

/**
 * Compares the tags of a template with those of the form.
 * @param found what stands in the template
 * @param suggest tags that an unknown tag may be meant for, of those given
 */
export function compareTags(
  { tags, unreachable, misspelt, mixed }: FoundTags & { unreachable: TagUse[] },
  { known, printed, narratives }: FormTags,
  suggest: (tag: string, candidates: string[]) => string[],
): TemplateTags {
  const present = new Set([...tags, ...unreachable].map(({ tag }) => tag));
  const missing = [...new Set(printed)].filter((tag) => !present.has(tag));
  const isKnown = ({ tag }: TagUse) => tag === NOTE_TAG || known.includes(tag);
  const repeated = [...new Set(tags.filter(isKnown).map(({ tag }) => tag))].flatMap((tag) => {
    const places = tags.filter((each) => each.tag === tag).map(({ place }) => place);
    const expected = Math.max(1, printed.filter((each) => each === tag).length);
    // a name may well stand in a header too; a long text that stands there twice is a mistake
    return narratives.includes(tag) && places.length > expected ? [{ tag, expected, places }] : [];
  });
  return {
    known: tags.filter(isKnown),
    missing,
    unknown: tags
      .filter((use) => !isKnown(use))
      .map((use) => ({ ...use, meant: suggest(use.tag, missing.length > 0 ? missing : known) })),
    repeated,
    unreachable,
    misspelt: misspelt.filter(({ tag }) => known.includes(tag)),
    mixed,
    crowded: tags.filter(({ tag, alone }) => !alone && narratives.includes(tag)),
  };
}
