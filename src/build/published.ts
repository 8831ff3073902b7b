import type { Form } from "../model/form.js";
import type { Pointer } from "../model/json-schema.js";
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
  const [[kindName, kind] = []] = Object.entries(form.documents);
  if (!kind?.consortium) throw new Error(`${form.id}: the first kind of document does not say whose it is`);
  const { city, parks: parkField, leads } = kind.consortium;
  const [school = "", enterprise = ""] = leads.map(keyOf);
  return [
    `# ${source}《${title}》第 ${no} 个。只有名单公布的内容;检查时加 --draft。`,
    `表单: ${form.id}/${kindName}`,
    `${keyOf(kind.name)}: ${name}`,
    `${keyOf(city)}: ${inferredCity} # 名单没有这一栏,由${form.terms.park}推断`,
    names(keyOf(parkField), parks),
    names(school, schools),
    names(enterprise, enterprises),
    "",
  ].join("\n");
}

function keyOf(pointer: Pointer): string {
  return pointer.slice(pointer.lastIndexOf("/") + 1);
}
