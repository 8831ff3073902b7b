import { stringify } from "yaml";
import { type Field, isList, isYear } from "../model/field.js";
import type { Form } from "../model/form.js";
import { shellQuote } from "../text/shell-quote.js";

/**
 * A blank document to fill in: every field with its label, unit, limit and hint beside it.
 * @param schemaPath where the editor finds the schema, relative to the file
 * @param file name of the file, for the commands in its head
 */
export function blankYaml(form: Form, kindName: string, schemaPath: string, file: string): string {
  const kind = form.documents[kindName];
  if (!kind) throw new Error(`${form.id} has no ${kindName}`);
  const [first, ...rest] = kind.root.children;
  return [
    `# yaml-language-server: $schema=${schemaPath}`,
    `# ${kind.root.title}(${kind.source})`,
    "#",
    "# 填法:冒号后面留一个空格再写;# 后面是说明,不用删。",
    "#   数字只写数字,单位已在说明里;不止一个单位、姓名时用顿号隔开,或每行一个、以“- ”开头。",
    "#   长文字写在“|”的下一行,每行左边多空两格;换行就是换段。",
    `# 边填边检查:ptc validate ${shellQuote(file)} --draft;还差哪些:ptc status ${shellQuote(file)}`,
    "",
    `${first?.key}: ${first?.schema.const}`,
    "",
    ...rest.flatMap((field) => (field.children.length > 0 ? ["", ...lines(field, ""), ""] : lines(field, ""))),
    "",
  ]
    .join("\n")
    .replace(/\n{3,}/gu, "\n\n");
}

function lines(field: Field, indent: string): string[] {
  if (field.schema.deprecated) return [];
  const note = remark(field);
  const head = `${indent}${isYear(field) ? field.key : stringify(field.key).trim()}:${field.wordLimit === undefined ? "" : " |"}${note ? ` # ${note}` : ""}`;
  if (field.wordLimit !== undefined) return [head, ""];
  // what is printed in one cell can be written in one line: its hint says how
  if (field.schema.shorthand && field.schema.join !== undefined) return [head];
  if (!isList(field)) return [head, ...field.children.flatMap((child) => lines(child, `${indent}  `))];
  const [first = "", ...rest] = field.children.flatMap((child) => lines(child, `${indent}    `));
  return [head, `${indent}  - ${first.trimStart()}`, ...rest];
}

/** What a clerk needs to know beside a key: label, unit, limit, hint, whether it may stay empty. */
function remark(field: Field): string {
  const { key, title, hint, unit, wordLimit, children } = field;
  // a figure by year carries its unit once, beside its name
  const bearsUnit = children.length === 0 ? !isYear(field) : children.every((child) => isYear(child));
  return [
    ...(title === key || isYear(field) ? [] : [title]),
    ...(unit && bearsUnit && !title.includes(unit) ? [unit] : []),
    ...(wordLimit === undefined ? [] : [`不超过 ${wordLimit} 字`]),
    ...(hint ? [hint] : []),
  ].join(";");
}
