import { createDiagnostic, type Diagnostic } from "../model/diagnostic.js";
import type { FormDocument } from "../model/document.js";
import { narrativeFields } from "../model/field.js";
import type { FindPicture } from "../model/picture.js";
import { closestMatches, didYouMean } from "../text/did-you-mean.js";
import { valueAt } from "../text/json-pointer.js";
import { parseBlocks, printedPictures } from "../text/markdown.js";
import { picturesIn } from "../text/pictures.js";

/** Texts that look like markup but are not, and are therefore printed as typed: pattern, message and hint. */
const FAILED_MARKUP: [RegExp, string, string][] = [
  [/^\s*[|｜].*[|｜]\s*$/mu, "这几行像表格,但会原样印出", "表格的竖线用半角 |,第二行写 |---|---|,格数与表头相同"],
  [
    /(?<![!！])[[［【][^\]］】\n]*[\]］】]\s*[(（][^()（）\n]*\.(?:png|jpe?g)[)）]|[!！][[［【][^\]］】\n]*[\]］】]\s+[(（]/iu,
    "这里像图片,但会原样印出",
    "写成 ![图1 说明](文件名.jpg),! 不能少,中间不留空格",
  ],
];

/** Finds lines in narratives that are meant as a table or a picture but are not written correctly. */
export function markupProblems({ source, kind, data }: FormDocument): Diagnostic[] {
  return narrativeFields(kind.root, data).flatMap(({ pointer }) => {
    const text = valueAt(data, pointer);
    if (typeof text !== "string" || !/[|｜]|\.(?:png|jpe?g)/iu.test(text)) return [];
    const plain = parseBlocks(text).flatMap((block) =>
      block.kind === "paragraph" ? block.runs.map((run) => run.text).join("") : [],
    );
    return FAILED_MARKUP.flatMap(([pattern, message, hint]): Diagnostic[] => {
      const line = plain.find((each) => pattern.test(each));
      const start = line === undefined ? -1 : text.indexOf(line.trim());
      if (line === undefined || start < 0) return [];
      const place = source.locateText(pointer, text, start, start + line.trim().length);
      return [createDiagnostic({ ruleId: "text/markup", file: source.file, pointer, place, message, hint })];
    });
  });
}

/**
 * Finds the pictures in narratives that cannot be printed, and those that a person should check.
 * @param find finds the file of a picture
 */
export function pictureProblems({ source, kind, data }: FormDocument, find: FindPicture): Diagnostic[] {
  return narrativeFields(kind.root, data).flatMap(({ pointer }) => {
    const text = valueAt(data, pointer);
    const pictures = typeof text === "string" ? picturesIn(text) : [];
    if (pictures.length === 0) return [];
    const printed = printedPictures(text as string);
    return pictures.flatMap(({ file, start, end }, number): Diagnostic[] => {
      const at = { file: source.file, pointer, place: source.locateText(pointer, text as string, start, end) };
      if (!printed.has(number)) {
        const message = `图片“${file}”在表格或加粗文字里,印不出来`;
        return [createDiagnostic({ ruleId: "picture/place", ...at, message, hint: "让图片单独占一行" })];
      }
      const { picture, trouble } = find(source.file, file);
      if (!trouble) return [];
      const { message } = trouble;
      const hint = didYouMean(similarNames(file, trouble.others ?? [])) ?? trouble.hint;
      // a picture that is printed in spite of the trouble is only a warning
      const severity = picture ? "warning" : "error";
      return [createDiagnostic({ ruleId: "picture/file", severity, ...at, message, hint })];
    });
  });
}

/** Finds file names that may be meant. Windows hides extensions, so the typed one may be missing or wrong. */
function similarNames(file: string, others: string[]): string[] {
  const stem = (name: string) => name.replace(/\.(?:png|jpe?g|bmp|gif|tiff?|webp)$/iu, "").replaceAll("\\", "/");
  const same = others.filter((each) => stem(each) === stem(file));
  return same.length > 0 ? same.slice(0, 2) : closestMatches(file, others);
}
