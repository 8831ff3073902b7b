import { existsSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import { allForms, blank, shown, writeWhole } from "../index.js";
import { quoted } from "../text/quoted.js";
import { type Context, EXIT, UsageError } from "./context.js";
import { formsFolders } from "./input.js";
import { placeSchema } from "./schema.js";

interface Options {
  form?: string;
  kind?: string;
}

export function register(program: Command, context: Context, exit: (code: number) => void): void {
  program
    .command("init")
    .usage("[选项] [文件]")
    .description("新建一份空白的 YAML:每一项旁边注明标签、单位、字数上限和填法")
    .argument("[文件]", "写到哪里;不写就是 application.yaml")
    .option("--form <编号>", "哪一份通知的表,如 hunan-2024")
    .option("--kind <种类>", "哪一种表,如 推荐书")
    .action(async (file: string | undefined, options: Options, command: Command) =>
      exit(await run(file, options, command, context)),
    );
}

async function run(file: string | undefined, options: Options, command: Command, context: Context): Promise<number> {
  const forms = await allForms(formsFolders(command, context));
  const form = options.form === undefined ? forms[0] : forms.find(({ id }) => id === options.form);
  if (!form) throw new UsageError(`没有“${options.form}”这份表,可以是:${forms.map(({ id }) => id).join("、")}`);
  const kindName = options.kind ?? (Object.keys(form.documents)[0] as string);
  const kind = Object.hasOwn(form.documents, kindName) ? form.documents[kindName] : undefined;
  if (!kind) throw new UsageError(`${form.id} 没有“${kindName}”,可以是:${Object.keys(form.documents).join("、")}`);
  const target = path.resolve(context.cwd, file ?? kind.file);
  if (existsSync(target))
    throw new UsageError(`${shown(path.relative(context.cwd, target))} 已经有了,没有改动它;换个文件名,或先把它移走`);

  const schema = await placeSchema(path.dirname(target), form, kindName);
  await writeWhole(
    target,
    blank(form, kindName, shown(path.relative(path.dirname(target), schema)), path.basename(target)),
  );
  const name = shown(path.relative(context.cwd, target));
  context.err(
    `已新建 ${name}(编辑器提示用的 schema 在 ${shown(path.relative(context.cwd, schema))})\n边填边检查:ptc validate ${quoted(name)} --draft\n`,
  );
  return EXIT.clean;
}
