import { lstatSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import { editorSchema } from "../../form/editor-schema.js";
import { toDisplayPath } from "../../io/files/find-inputs.js";
import { foldersAbove } from "../../io/files/folders-above.js";
import { writeAtomically } from "../../io/files/write-atomically.js";
import type { DocumentKind, Form } from "../../model/form.js";
import type { JsonSchema } from "../../model/json-schema.js";
import { formsOf } from "../check-input.js";
import type { Context } from "../context.js";
import { EXIT_CODES } from "../exit-codes.js";
import { chooseForm } from "../form-choice.js";
import { usageWords } from "../usage-words.js";
import { printWritten } from "../write-output.js";

/** Folder beside the user's files for the schemas of the editor. The dot hides it from the search for documents. */
const FOLDER = ".ptc";

interface Options {
  form?: string;
  write?: boolean;
}

/** Adds the command `ptc schema`. @param exit receives the exit code when the command has run */
export function register(program: Command, context: Context, exit: (code: number) => void): void {
  program
    .command("schema")
    .usage("[选项] [种类]")
    .description("输出一种表的 JSON Schema;--write 放到文件旁边供编辑器补全和检查")
    .argument("[种类]", `如 ${usageWords.application}`)
    .option("--form <编号>", `哪一份通知的表,如 ${usageWords.form}`)
    .option("--write", `写到 ${FOLDER}/ 里`)
    .action(async (kind: string | undefined, options: Options, command: Command) =>
      exit(await run(kind, options, command, context)),
    );
}

async function run(
  kindName: string | undefined,
  options: Options,
  command: Command,
  context: Context,
): Promise<number> {
  const { form, kindName: name } = await chooseForm({ form: options.form, kind: kindName }, formsOf(command, context));
  if (!options.write) context.out(schemaText(form, name));
  else printWritten(toDisplayPath(path.relative(context.cwd, await placeSchema(context.cwd, form, name))), context);
  return EXIT_CODES.clean;
}

/**
 * Writes a schema where documents in a folder can refer to it: into the nearest `.ptc` in the folder or above it (see
 * `foldersAbove`), or into a new one in the folder.
 * @param folder full path of the documents' folder
 * @returns full path of the schema
 */
export async function placeSchema(folder: string, form: Form, kindName: string): Promise<string> {
  const isThere = (above: string) => lstatSync(path.join(above, FOLDER), { throwIfNoEntry: false }) !== undefined;
  const home = foldersAbove(folder).find(isThere) ?? folder;
  // it is named after the document's usual file, because the YAML language server accepts only ASCII in relative paths
  const name = path.parse(form.documents[kindName]?.file ?? kindName).name;
  const file = path.join(home, FOLDER, form.id, `${name}.schema.json`);
  await writeAtomically(file, `${JSON.stringify(editorSchema(schemaOf(form, kindName)), null, 2)}\n`, home);
  return file;
}

function schemaText(form: Form, kindName: string): string {
  return `${JSON.stringify(schemaOf(form, kindName), null, 2)}\n`;
}

function schemaOf({ documents }: Form, kindName: string): JsonSchema {
  return (documents[kindName] as DocumentKind).schema;
}
