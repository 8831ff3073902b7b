/** An occurrence of a tag in a template. */
export interface TagUse {
  tag: string;
  /** Text around the tag or before it, which helps to find it. */
  place: string;
  /** Whether it is alone in its paragraph. Only then can paragraphs, tables and pictures replace it. */
  alone: boolean;
}

/** The tags of a Word template, compared with the tags of the form. */
export interface TemplateTags {
  /** Tags that will be filled in. */
  known: TagUse[];
  /** Tags of the form that the template does not have. */
  missing: string[];
  /** Tags for which the form has no field. `meant` lists similar tags of the form. */
  unknown: (TagUse & { meant: string[] })[];
  /** Texts that occur more often in the template than in the form. `places` are the occurrences. */
  repeated: { tag: string; expected: number; places: string[] }[];
  /** Tags with wrong braces, e.g. ｛｛联合体名称｝｝ or {联合体名称}. Only {{…}} is correct. */
  misspelt: { typed: string; tag: string; place: string }[];
  /** Tags that cannot be filled in, because they are in a hyperlink, tracked change, text box or content control. */
  unreachable: TagUse[];
  /** Tags of different lists in one row or paragraph. Such a row cannot be repeated for both lists. */
  mixed: string[][];
  /** Tags of narratives that are not alone in their paragraph. The text is filled in, but pictures cannot be. */
  crowded: TagUse[];
}
