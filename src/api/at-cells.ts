import { createDiagnostic, type Diagnostic } from "../model/diagnostic.js";
import type { Locator } from "../model/document.js";
import type { FileText, SourceCells } from "../model/input.js";
import { isTextRange, type TextRange } from "../model/place.js";

/**
 * Moves findings from the lines of a text to the cells that the lines come from. Fixes are of the text, and go. That a
 * field is not filled in for which the form has no place is no error of whoever filled it in.
 */
export function atCells(found: Diagnostic[], { file, cells }: FileText): Diagnostic[] {
  if (!cells) return found;
  const moved = <T extends { file: string; place: Diagnostic["place"] }>(each: T): T =>
    each.file === file && isTextRange(each.place) ? { ...each, place: cells.at(each.place.start.line) } : each;
  return found.map(({ fix: _, ...each }) => {
    const { pointer, message, unfilled } = each;
    if (unfilled && !cells.isPrinted(pointer))
      return createDiagnostic({
        ruleId: "word/not-printed",
        ...moved({ file, place: each.place }),
        pointer,
        message: `${message},表上也没有填的地方`,
        hint: "用 ptc import 转成 YAML 后填写",
      });
    return { ...moved(each), related: each.related.map(moved) };
  });
}

/** Makes a locator give the cells that the lines of a text come from. @param cells none for a text of its own */
export function locatorInCells(inText: Locator<TextRange>, cells: SourceCells | undefined): Locator {
  if (!cells) return inText;
  return {
    file: inText.file,
    embedded: cells.picture,
    locate: (...at) => cells.at(inText.locate(...at).start.line),
    locateText: (...at) => cells.at(inText.locateText(...at).start.line),
  };
}
