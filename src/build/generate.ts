import { openForms } from "../io/forms/form-catalog.js";
import { openAll } from "../model/form-catalog.js";
import { editorSchemas } from "./editor-schemas.js";
import { fieldPage } from "./field-page.js";
import { published } from "./published.js";
import { rulePages } from "./rule-pages.js";
import { templates } from "./templates.js";

// Writes the files of the repository that are generated from the forms and rules. Run it after changing a form or rule;
// CI fails when the files are out of date. An argument limits it to one part.

const only = process.argv[2];
const forms = await openAll(openForms());
for (const [name, generate] of Object.entries({ templates, fields: fieldPage, editor: editorSchemas, published })) {
  if (only === undefined || only === name) for (const form of forms) await generate(form);
}
if (only === undefined || only === "rules") await rulePages(forms);
