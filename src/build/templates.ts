import { buildTemplate } from "../api/word.js";
import type { Form } from "../model/form.js";
import { buildSummaryTemplate } from "../render/xlsx/build-summary-template.js";
import { write } from "./write.js";

/** Writes the Office templates of a form, which are made from its layout and summary. */
export async function templates(form: Form): Promise<void> {
  for (const [name, kind] of Object.entries(form.documents)) {
    if (kind.layout) await write(`templates/${form.id}/${name}.docx`, await buildTemplate(form, name));
    if (kind.summary && form.typography)
      await write(
        `templates/${form.id}/${kind.summary.file}`,
        await buildSummaryTemplate(kind.summary, form.typography),
      );
  }
}
