import type { WordImport } from "../../model/word-import.js";
import { escapeJson } from "../../text/printable.js";

/** Formats what was read from Word forms as JSON: every value with its cell. @param read by file name */
export function importJson(read: ReadonlyMap<string, WordImport>): string {
  const files = [...read].map(([file, { pictures, yaml: _, ...rest }]) => ({
    file,
    ...rest,
    pictures: [...pictures.keys()],
  }));
  return `${escapeJson({ version: 1, files })}\n`;
}
