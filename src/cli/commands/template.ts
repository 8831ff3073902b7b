import { type Command, Option } from "commander";
import { templateTags } from "../../api/word.js";
import { toDisplayPath } from "../../io/files/find-inputs.js";
import { tagsText, templateFits } from "../../report/template-tags/text.js";
import { escapeJson } from "../../text/printable.js";
import { formsOf, readTemplateFile } from "../check-input.js";
import type { Context } from "../context.js";
import { EXIT_CODES } from "../exit-codes.js";
import { chooseForm, type FormOptions, withFormOptions } from "../form-choice.js";
import { paintFor } from "../paint.js";

interface Options extends FormOptions {
  format: string;
}

/** Adds the command `ptc template check`. @param exit receives the exit code when the command has run */
export function register(program: Command, context: Context, exit: (code: number) => void): void {
  const template = program
    .command("template")
    .usage("check <文件>")
    .description("检查自己改过的 Word 模板")
    .helpCommand(false);
  const check = template
    .command("check")
    .usage("[选项] <文件>")
    .description("列出模板里的标签和位置:认得的、缺少的、不认得的、重复的")
    .argument("<文件>", "Word 模板(.docx)")
    .addOption(new Option("--format <格式>", "输出格式").choices(["pretty", "json"]).default("pretty", "pretty"));
  withFormOptions(check).action(async (file: string, options: Options, command: Command) =>
    exit(await run(file, options, command, context)),
  );
}

async function run(file: string, options: Options, command: Command, context: Context): Promise<number> {
  const { form, kindName } = await chooseForm(options, formsOf(command, context));
  const tags = await templateTags(form, kindName, readTemplateFile(file, context));
  context.out(
    options.format === "json"
      ? `${escapeJson({ version: 1, file: toDisplayPath(file), form: `${form.id}/${kindName}`, ...tags })}\n`
      : tagsText(toDisplayPath(file), `${form.id}/${kindName}`, tags, await paintFor(context)),
  );
  return templateFits(tags) ? EXIT_CODES.clean : EXIT_CODES.findings;
}
