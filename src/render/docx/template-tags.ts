import type { TagUse, TemplateTags } from "../../model/template-tags.js";
import { NOTE_TAG } from "./fill-template.js";
import type { Findings } from "./segments.js";

/**
 * Puts the tags of a template beside those of the form.
 * @param found what stands in the template
 * @param unreachable tags where nothing can be filled in
 * @param known every tag the form has
 * @param printed tags that must be there, as often as the form prints them
 * @param narratives tags of texts that may hold several paragraphs
 * @param meant names an unknown tag may have been meant for
 */
export function compareTags(
  { tags: found, unreachable, braces, mixed }: Findings & { unreachable: TagUse[] },
  { known, printed, narratives }: { known: string[]; printed: string[]; narratives: string[] },
  meant: (tag: string, candidates: string[]) => string[],
): TemplateTags {
  const times = (tag: string) => printed.filter((each) => each === tag).length;
  const present = new Set([...found, ...unreachable].map(({ tag }) => tag));
  const missing = [...new Set(printed)].filter((tag) => !present.has(tag));
  const isKnown = ({ tag }: TagUse) => tag === NOTE_TAG || known.includes(tag);
  const repeated = [...new Set(found.filter(isKnown).map(({ tag }) => tag))].flatMap((tag) => {
    const places = found.filter((each) => each.tag === tag).map(({ place }) => place);
    const expected = Math.max(1, times(tag));
    // a name may well stand in a header too; a long text twice is a mistake
    return narratives.includes(tag) && places.length > expected ? [{ tag, expected, places }] : [];
  });
  return {
    known: found.filter(isKnown),
    missing,
    unknown: found
      .filter((use) => !isKnown(use))
      .map((use) => ({ ...use, meant: meant(use.tag, missing.length > 0 ? missing : known) })),
    repeated,
    unreachable,
    misspelt: braces.filter(({ tag }) => known.includes(tag)),
    mixed,
    crowded: found.filter(({ tag, alone }) => !alone && narratives.includes(tag)),
  };
}
