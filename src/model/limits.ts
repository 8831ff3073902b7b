import { MEGABYTE } from "../text/format-bytes.js";

// How large files may be. Sentences quote these through `formatMegabytes`; the limits of YAML stand in `yaml/limits.ts`.

/** A YAML text. A filled form takes some tens of kilobytes. */
export const MAX_TEXT_BYTES = MEGABYTE;

/** An Office file that is read in: a template, or the file that stands where one is to be written. */
export const MAX_OFFICE_BYTES = 50 * MEGABYTE;

/** A picture in a text: as large as a good photo gets. */
export const MAX_PICTURE_BYTES = 10 * MEGABYTE;

/** The pictures of one document together: a Word file with more can hardly be sent by mail. */
export const MAX_PICTURES_BYTES = 50 * MEGABYTE;

/** A file of a form's folder. Registers are the longest, with some hundreds of kilobytes. */
export const MAX_FORM_FILE_BYTES = 8 * MEGABYTE;

/** What an Office file may unpack to in all. A filled form takes two million bytes, ten photos some more. */
export const MAX_UNPACKED_BYTES = 200 * MEGABYTE;

/** What one part of XML in an Office file may unpack to: it is read as a whole, and a filled form's is a million bytes. */
export const MAX_XML_BYTES = 16 * MEGABYTE;
