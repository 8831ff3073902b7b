import type { Diagnostic } from "../../model/diagnostic.js";
import type { Report } from "../../model/report.js";

/** The findings of each file looked at, in the order given; then those of files that came along, such as waivers. */
export function byFile({ files, diagnostics }: Pick<Report, "files" | "diagnostics">): Map<string, Diagnostic[]> {
  const found = new Map<string, Diagnostic[]>(files.map((file) => [file, []]));
  for (const each of diagnostics) {
    const own = found.get(each.file);
    if (own) own.push(each);
    else found.set(each.file, [each]);
  }
  return found;
}
