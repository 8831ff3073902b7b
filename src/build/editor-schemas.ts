import { existsSync } from "node:fs";
import path from "node:path";
import { editorSchema } from "../form/editor-schema.js";
import type { Form } from "../model/form.js";
import { root, write } from "./write.js";

/** Writes the editor's schemas into the example repository, at the place where `ptc schema --write` puts them. */
export async function editorSchemas(form: Form): Promise<void> {
  if (!existsSync(path.join(root, "examples", form.id))) return;
  for (const { file, schema } of Object.values(form.documents)) {
    const name = `${path.parse(file).name}.schema.json`;
    await write(`examples/${form.id}/.ptc/${form.id}/${name}`, `${JSON.stringify(editorSchema(schema), null, 2)}\n`);
  }
}
