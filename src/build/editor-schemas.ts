import { existsSync } from "node:fs";
import path from "node:path";
import { editorSchemaText, type Form } from "../index.js";
import { root, write } from "./write.js";

/** The schemas an editor reads in the example repository, where `ptc schema --write` would put them. */
export async function editorSchemas(form: Form): Promise<void> {
  if (!existsSync(path.join(root, "examples", form.id))) return;
  for (const [name, { file }] of Object.entries(form.documents)) {
    const schema = `${path.parse(file).name}.schema.json`;
    await write(`examples/${form.id}/.ptc/${form.id}/${schema}`, editorSchemaText(form, name));
  }
}
