import { type Field, isYear } from "../model/field.js";
import type { Form } from "../model/form.js";
import { write } from "./write.js";

/** Writes the page `fields.md`, which lists all fields of a form with key, label, unit and limit. */
export async function fieldPage(form: Form): Promise<void> {
  const lines = [`# ${form.title}:栏目一览`, "", "由 schema 生成。键名用缩进表示层次;年份一栏写明要填哪几年。", ""];
  for (const kind of Object.values(form.documents)) {
    lines.push(
      `## ${kind.root.title}(${kind.source})`,
      "",
      "| 键 | 印刷标签 | 单位 | 字数上限 | 年份 | 填法 |",
      "|---|---|---|---|---|---|",
    );
    const walk = (field: Field, depth: number) => {
      const years = field.children.filter(isYear);
      const limit = field.wordLimit ?? years[0]?.wordLimit;
      const cells = [
        `${"　".repeat(depth)}${field.key}`,
        field.title,
        field.unit ?? "",
        limit === undefined ? "" : String(limit),
        years.map(({ key }) => key).join("、"),
        field.hint ?? "",
      ];
      lines.push(`| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`);
      const below = years.length > 0 ? (years[0]?.children ?? []) : field.children;
      for (const child of below) if (!child.schema.deprecated) walk(child, depth + 1);
    };
    for (const field of kind.root.children) walk(field, 0);
    lines.push("");
  }
  await write(`docs/${form.id}/fields.md`, lines.join("\n"));
}
