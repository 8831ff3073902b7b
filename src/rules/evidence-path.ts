import { labelOf, textAt, titleOf } from "../model/document-values.js";
import { entryPointers } from "../model/list-entries.js";
import { defineRule } from "../model/rule.js";
import { toHalfWidth } from "../text/half-width.js";
import { joinPointer, valueAt } from "../text/json-pointer.js";

/** What leads somewhere only on the computer it was typed on, or nowhere in the papers; the first that fits says it. */
const ASTRAY: [(file: string) => boolean, what: string, hint: (folder: string) => string][] = [
  [
    (file) => /^(?:[a-z][a-z\d+.-]+:\/\/|www\.)/iu.test(file),
    "写的是网址",
    () => "把网页上的材料存成文件,写文件名;网页会变,也装订不了",
  ],
  [
    (file) => /^(?:[a-z]:|[/\\~])/iu.test(file),
    "写的是这台电脑上的位置",
    (folder) => `材料和 YAML 放在一起,写从 YAML 所在文件夹起的位置,如 ${folder}/章程.pdf`,
  ],
  [(file) => file.includes("\\"), "用了反斜杠 \\", (folder) => `文件夹之间用 / 分隔,如 ${folder}/章程.pdf`],
  [leavesFolder, "到了 YAML 所在的文件夹之外", () => "把材料放进 YAML 所在的文件夹,连同它一起交"],
];

export default defineRule({
  id: "evidence-path",
  severity: "warning",
  title: "材料的文件别人也找得到",
  about:
    "材料里写的文件,是目录索引的一部分:从 YAML 所在的文件夹起写,用 / 分隔。绝对路径、盘符、网址、反斜杠和走出这个文件夹的 .. 换一台电脑就找不到。只看写法,不打开文件。",
  with: { evidence: "field", file: "text" },
  *check({ documents, with: { evidence, file } }) {
    for (const document of documents) {
      const points = valueAt(document.data, evidence);
      if (typeof points !== "object" || points === null) continue;
      for (const point of Object.keys(points)) {
        for (const entry of entryPointers(document, joinPointer(evidence, point))) {
          const pointer = joinPointer(entry, file);
          const typed = toHalfWidth(textAt(document, pointer) ?? "").trim();
          const [, what, hint] = ASTRAY.find(([test]) => test(typed)) ?? [];
          if (what === undefined || hint === undefined) continue;
          yield {
            document,
            pointer,
            message: `${labelOf(document, pointer)}${what},别人照目录找不到`,
            hint: hint(titleOf(document, evidence)),
          };
        }
      }
    }
  },
});

/** Whether a path, step by step, comes to stand above where it began. */
function leavesFolder(file: string): boolean {
  let depth = 0;
  return file.split("/").some((step) => {
    depth += step === ".." ? -1 : step === "" || step === "." ? 0 : 1;
    return depth < 0;
  });
}
