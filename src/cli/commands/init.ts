import { existsSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import { blank, type DocumentKind, shown, writeWhole } from "../../index.js";
import { quoted } from "../../text/quoted.js";
import { sentence } from "../../text/visible.js";
import { type Context, EXIT, UsageError } from "../context.js";
import { chooseForm, type FormOptions, withFormOptions } from "../form-choice.js";
import { formsFolders } from "../input.js";
import { placeSchema } from "./schema.js";

export function register(program: Command, context: Context, exit: (code: number) => void): void {
  const init = program
    .command("init")
    .usage("[选项] [文件]")
    .description("新建一份空白的 YAML:每一项旁边注明标签、单位、字数上限和填法")
    .argument("[文件]", "写到哪里;不写就用这种表通常的文件名,如 application.yaml");
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
  const { form, kindName } = await chooseForm(options, formsFolders(command, context));
  const kind = form.documents[kindName] as DocumentKind;
  const target = path.resolve(context.cwd, file ?? kind.file);
  if (existsSync(target))
    throw new UsageError(
      sentence`${shown(path.relative(context.cwd, target))} 已经有了,没有改动它;换个文件名,或先把它移走`,
    );

  const schema = await placeSchema(path.dirname(target), form, kindName);
  await writeWhole(
    target,
    blank(form, kindName, shown(path.relative(path.dirname(target), schema)), path.basename(target)),
  );
  const name = shown(path.relative(context.cwd, target));
  context.err(
    sentence`已新建 ${name}(编辑器提示用的 schema 在 ${shown(path.relative(context.cwd, schema))})\n边填边检查:ptc validate ${quoted(name)} --draft\n`,
  );
  return EXIT.clean;
}
