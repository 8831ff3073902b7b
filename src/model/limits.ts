import { MEGABYTE } from "../text/format-bytes.js";

// How large files may be, in bytes. Messages show these limits with `formatMegabytes`. `yaml/limits.ts` has the limits
// of YAML.

/** Limit of a YAML text. A filled-in form has some tens of kilobytes. */
export const MAX_TEXT_BYTES = MEGABYTE;

/** Limit of an Office file that is read: a template, or an existing file that would be overwritten. */
export const MAX_OFFICE_BYTES = 50 * MEGABYTE;

/** Limit of one picture in a text. Good photos are smaller than this. */
export const MAX_PICTURE_BYTES = 10 * MEGABYTE;

/** Limit of all pictures of one document together. A larger Word file can hardly be sent by e-mail. */
export const MAX_PICTURES_BYTES = 50 * MEGABYTE;

/** Limit of a file in the folder of a form. The largest are the registers, with some hundreds of kilobytes. */
export const MAX_FORM_FILE_BYTES = 8 * MEGABYTE;

/** Limit of an Office file after unpacking. A filled-in form has two million bytes, and a few more with ten photos. */
export const MAX_UNPACKED_BYTES = 200 * MEGABYTE;

/** Limit of the parts of a Word template in which tags are looked for, together. */
export const MAX_TEMPLATE_TEXT_BYTES = 32 * MEGABYTE;

/** Limit of one XML part after unpacking, because a part is read as a whole. A filled-in form has a million bytes. */
export const MAX_XML_BYTES = 16 * MEGABYTE;
