import type { Form } from "../model/form.js";
import type { Roster } from "../model/registers.js";
import { write } from "./write.js";

/**
 * Writes the published consortia as draft documents, into the examples of the form. They contain only what the
 * published list prints, and the city, which is inferred from the park. A form without a list gets none.
 */
export async function published(form: Form): Promise<void> {
  const { roster } = form.registers;
  if (!roster) return;
  for (const consortium of roster.consortia) {
    const name = `${String(consortium.no).padStart(2, "0")}-${consortium.name}`;
    await write(`examples/${form.id}/published/${name}.yaml`, publishedDraft(form, roster, consortium));
  }
}

function publishedDraft(
  form: Form,
  { title, source }: Roster,
  { no, name, inferredCity, parks, schools, enterprises }: Roster["consortia"][number],
): string {
  const names = (key: string, list: string[]) =>
    list.length === 1 ? `${key}: ${list[0]}` : [`${key}:`, ...list.map((each) => `  - ${each}`)].join("\n");
  return [
    `# ${source}《${title}》第 ${no} 个。只有名单公布的内容;检查时加 --draft。`,
    `表单: ${form.id}/${Object.keys(form.documents)[0]}`,
    `联合体名称: ${name}`,
    `推荐市州: ${inferredCity} # 名单没有这一栏,由园区推断`,
    names("依托园区", parks),
    names("牵头学校", schools),
    names("牵头企业", enterprises),
    "",
  ].join("\n");
}
