import type { Diagnostic } from "../model/diagnostic.js";
import type { FormDocument } from "../model/document.js";
import { leaves } from "../model/field.js";
import type { FindPicture } from "../model/picture.js";
import { picturesIn, printedPictures } from "../text/markdown.js";
import { valueAt } from "../text/pointer.js";
import { meant, nearest } from "./schema-problems.js";

/** Says of each picture in a narrative whether it can be printed. */
export function pictureProblems({ source, kind, data }: FormDocument, find: FindPicture): Diagnostic[] {
  const narratives = leaves(kind.root).filter(({ wordLimit }) => wordLimit !== undefined);
  return narratives.flatMap(({ pointer }) => {
    const text = valueAt(data, pointer);
    const asked = typeof text === "string" ? picturesIn(text) : [];
    if (asked.length === 0) return [];
    const printed = printedPictures(text as string);
    return asked.flatMap(({ file, start, end }, number): Diagnostic[] => {
      const problem = (ruleId: string, severity: Diagnostic["severity"], message: string, hint: string) => ({
        ruleId,
        severity,
        file: source.file,
        pointer,
        range: source.locateText(pointer, text as string, start, end),
        message,
        hint,
        related: [],
      });
      if (!printed.has(number))
        return [problem("picture/place", "error", `图片“${file}”在表格或加粗文字里,印不出来`, "让图片单独占一行")];
      const { picture, trouble } = find(source.file, file);
      if (!trouble) return [];
      const hint = meant(near(file, trouble.others ?? [])) ?? trouble.hint;
      return [problem("picture/file", picture ? "warning" : "error", trouble.message, hint)];
    });
  });
}

/** Windows hides what a picture's name ends in: a name without its ending, or with another, means that picture. */
function near(file: string, others: string[]): string[] {
  const stem = (name: string) => name.replace(/\.(?:png|jpe?g|bmp|gif|tiff?|webp)$/iu, "").replaceAll("\\", "/");
  const same = others.filter((each) => stem(each) === stem(file));
  return same.length > 0 ? same.slice(0, 2) : nearest(file, others);
}
