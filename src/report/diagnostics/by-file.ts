import type { Diagnostic } from "../../model/diagnostic.js";
import type { Report } from "../../model/report.js";

/**
 * Groups findings by file. First come all files that were given, in that order, also those without findings. Then come
 * other files with findings, such as a file of waivers.
 */
export function byFile({ files, diagnostics }: Pick<Report, "files" | "diagnostics">): Map<string, Diagnostic[]> {
  const found = new Map<string, Diagnostic[]>(files.map((file) => [file, []]));
  for (const each of diagnostics) {
    const own = found.get(each.file);
    if (own) own.push(each);
    else found.set(each.file, [each]);
  }
  return found;
}
