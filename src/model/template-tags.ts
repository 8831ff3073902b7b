/** A tag as it stands in a template. */
export interface TagUse {
  tag: string;
  /** Text around it, or before it, to find it by. */
  place: string;
  /** Stands in a paragraph of its own, so that paragraphs, tables and pictures can take its place. */
  alone: boolean;
}

/** The tags of a Word template beside those of the form. */
export interface TemplateTags {
  /** Tags that will be filled in. */
  known: TagUse[];
  /** Tags the form prints and the template lacks. */
  missing: string[];
  /** Tags the form has no field for, with the names that may have been meant. */
  unknown: (TagUse & { meant: string[] })[];
  /** Texts that stand there more often than the form prints them. */
  repeated: { tag: string; expected: number; places: string[] }[];
  /** Tags in braces that are not two and plain: ｛｛联合体名称｝｝, {联合体名称}. */
  misspelt: { typed: string; tag: string; place: string }[];
  /** Tags where nothing can be filled in: in hyperlinks, tracked changes, text boxes, content controls. */
  unreachable: TagUse[];
  /** Tags of different lists in one row or paragraph, which cannot be repeated for both. */
  mixed: string[][];
  /** Texts that have no paragraph of their own: they are filled in, but no picture can be. */
  crowded: TagUse[];
}
