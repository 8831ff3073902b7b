import { stringify } from "yaml";
import { type Field, isList, isYear } from "../model/field.js";
import { fieldHint } from "../model/field-hint.js";
import type { Form } from "../model/form.js";
import { shellQuote } from "../text/shell-quote.js";

/**
 * Writes a blank document to fill in. A comment on the line above each field gives its label, unit, word limit and hint.
 * Nothing stands to the right of a colon, or below a `|`, because people type there.
 * @param kindName kind of the document, e.g. 推荐书
 * @param schemaPath path of the schema for the editor, relative to the file
 * @param file name of the file, for the commands in the comment at the top
 * @returns YAML text
 * @throws {Error} when the form has no such kind of document
 */
export function blankYaml(form: Form, kindName: string, schemaPath: string, file: string): string {
  const kind = form.documents[kindName];
  if (!kind) throw new Error(`${form.id} has no ${kindName}`);
  const [first, ...rest] = kind.root.children;
  return [
    `# yaml-language-server: $schema=${schemaPath}`,
    `# ${kind.root.title}(${kind.source})`,
    "#",
    "# 填法:以“#”开头的行是说明,说的是它下面那一行怎样填。说明不印出来,不用删;不要把内容写在说明里。",
    "#   内容写在冒号的右边,冒号后面留一个空格。数字只写数字,单位看说明。",
    "#   不止一个单位、姓名时用顿号隔开:甲学院、乙学院;或另起几行,每行一个,以“- ”开头。",
    "#   冒号右边是“|”的写长文字:从下面空行的末尾写起,每行左边空同样多的格;换行就是换段。",
    `# 边填边检查:ptc validate ${shellQuote(file)} --draft;还差哪些:ptc status ${shellQuote(file)}`,
    "",
    `${first?.key}: ${first?.schema.const}`,
    ...rest.flatMap((field) => ["", ...lines(field, "")]),
    "",
  ]
    .join("\n")
    .replace(/\n{3,}/gu, "\n\n");
}

/** Writes a field with those below it: the hint, the key, and room for the value. */
function lines(field: Field, indent: string): string[] {
  if (field.schema.deprecated) return [];
  const hint = fieldHint(field);
  const above = hint === "" ? [] : [`${indent}# ${hint}`];
  const key = `${indent}${isYear(field) ? field.key : stringify(field.key).trim()}:`;
  // the spaces are there to type in: the text of a block must be indented
  if (field.wordLimit !== undefined) return [...above, `${key} |`, `${indent}  `, ""];
  // Parts that are printed in one cell can be written on one line. The hint says how.
  const isOneLine = field.children.length === 0 || (field.schema.shorthand && field.schema.join !== undefined);
  if (isOneLine) return [...above, `${key} `];
  if (!isList(field)) return [...above, key, ...field.children.flatMap((child) => lines(child, `${indent}  `))];
  const entry = field.children.flatMap((child) => lines(child, `${indent}    `));
  const start = entry.findIndex((line) => !line.trimStart().startsWith("#"));
  return [
    ...above,
    key,
    ...entry.map((line, at) => (at === start ? `${indent}  - ${line.slice(indent.length + 4)}` : line)),
  ];
}
