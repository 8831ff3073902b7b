import { lstatSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import { blankYaml } from "../../form/blank-yaml.js";
import { toDisplayPath } from "../../io/files/find-inputs.js";
import { writeAtomically } from "../../io/files/write-atomically.js";
import type { DocumentKind } from "../../model/form.js";
import { printable } from "../../text/printable.js";
import { shellQuote } from "../../text/shell-quote.js";
import { formsOf } from "../check-input.js";
import type { Context } from "../context.js";
import { EXIT_CODES, UsageError } from "../exit-codes.js";
import { chooseForm, type FormOptions, withFormOptions } from "../form-choice.js";
import { usageWords } from "../usage-words.js";
import { placeSchema } from "./schema.js";

/** Adds the command `ptc init`. @param exit receives the exit code when the command has run */
export function register(program: Command, context: Context, exit: (code: number) => void): void {
  const init = program
    .command("init")
    .usage("[选项] [文件]")
    .description("新建一份空白的 YAML:每一项的上面一行注明标签、单位、字数上限和填法")
    .argument("[文件]", `写到哪里;不写就用这种表通常的文件名,如 ${usageWords.file}`);
  withFormOptions(init).action(async (file: string | undefined, options: FormOptions, command: Command) =>
    exit(await run(file, options, command, context)),
  );
}

async function run(
  file: string | undefined,
  options: FormOptions,
  command: Command,
  context: Context,
): Promise<number> {
  const { form, kindName } = await chooseForm(options, formsOf(command, context));
  const kind = form.documents[kindName] as DocumentKind;
  const target = path.resolve(context.cwd, file ?? kind.file);
  if (lstatSync(target, { throwIfNoEntry: false }))
    throw new UsageError(
      printable`${toDisplayPath(path.relative(context.cwd, target))} 已经有了,没有改动它;换个文件名,或先把它移走`,
    );

  const schema = await placeSchema(path.dirname(target), form, kindName);
  await writeAtomically(
    target,
    blankYaml(form, kindName, toDisplayPath(path.relative(path.dirname(target), schema)), path.basename(target)),
    context.cwd,
  );
  const name = toDisplayPath(path.relative(context.cwd, target));
  context.err(
    printable`已新建 ${name}(编辑器提示用的 schema 在 ${toDisplayPath(path.relative(context.cwd, schema))})\n边填边检查:ptc validate ${shellQuote(name)} --draft\n`,
  );
  return EXIT_CODES.clean;
}
