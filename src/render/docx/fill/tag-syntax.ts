/** A tag as people type it. The number of spaces has a limit, or a line full of spaces would take very long to search. */
export const TAG = /\{\{\s{0,20}([^{}\s](?:[^{}]{0,300}?[^{}\s])?)\s{0,20}\}\}/gu;

/** What looks like a tag, but for its braces: ｛｛联合体名称｝｝, {联合体名称}. */
export const MISSPELT_TAG = /[{｛]{1,3}\s*([^{}｛｝\s]+)\s*[}｝]{1,3}/gu;
