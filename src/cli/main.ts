import { Command, CommanderError, Option } from "commander";
import { FormError, GitError, OfficeError, TemplateError } from "../model/errors.js";
import { displayWidth } from "../text/display-width.js";
import { showControlCharacters } from "../text/printable.js";
import { type Context, processContext } from "./context.js";
import { EXIT_CODES, UsageError } from "./exit-codes.js";
import { fileErrorText } from "./file-error-text.js";
import { printStack } from "./print-stack.js";
import { usageErrorText } from "./usage-error-text.js";
import { usageWords } from "./usage-words.js";
import { version } from "./version.js";

const TITLES: Record<string, string> = {
  "Usage:": "用法:",
  "Arguments:": "参数:",
  "Options:": "选项:",
  "Commands:": "命令:",
  "Global Options:": "通用选项:",
};

/**
 * Runs the command line. It never throws: every error becomes a message and an exit code.
 * @param argv arguments without node and script
 * @returns the exit code, see `exit-codes.ts`
 */
export async function main(argv: string[], context: Context = processContext()): Promise<number> {
  let code: number = EXIT_CODES.clean;
  const program = new Command("ptc")
    .usage("<命令> [选项] [文件…]")
    .description(
      `${usageWords.product}:${usageWords.application}和入选后的计划、总结,校验、核对指标、生成 Word 和 Excel,年度台账,${usageWords.whole}情况`,
    )
    .version(version(), "-V, --version", "显示版本")
    .addOption(new Option("--forms <文件夹>", "另外的表格所在的文件夹(其中有 schemas/ 和 templates/)"));
  for (const { register } of await commandsFor(argv)) {
    register(program, context, (result) => {
      code = result;
    });
  }
  configure(program, context);
  program.helpCommand("help [命令]", "显示某个命令的帮助");
  try {
    await program.parseAsync(argv, { from: "user" });
    return code;
  } catch (error) {
    return reportError(error, context);
  }
}

/** A module that adds one command to commander. */
interface CommandModule {
  register(program: Command, context: Context, exit: (code: number) => void): void;
}

/** The commands by name, in the order of the help. Each is loaded when it is needed. */
const COMMANDS: Record<string, () => Promise<CommandModule>> = {
  init: () => import("./commands/init.js"),
  import: () => import("./commands/import.js"),
  validate: () => import("./commands/validate.js"),
  fix: () => import("./commands/fix.js"),
  diff: () => import("./commands/diff.js"),
  status: () => import("./commands/status.js"),
  checklist: () => import("./commands/checklist.js"),
  render: () => import("./commands/render.js"),
  template: () => import("./commands/template.js"),
  summarize: () => import("./commands/summarize.js"),
  coverage: () => import("./commands/coverage.js"),
  report: () => import("./commands/report.js"),
  track: () => import("./commands/track.js"),
  deadlines: () => import("./commands/deadlines.js"),
  explain: () => import("./commands/explain.js"),
  schema: () => import("./commands/schema.js"),
  completion: () => import("./commands/completion.js"),
};

/** Loads the command that a run names first. Help, completion and unknown commands need all of them. */
function commandsFor([first = ""]: string[]): Promise<CommandModule[]> {
  const one = Object.hasOwn(COMMANDS, first) && first !== "completion" ? COMMANDS[first] : undefined;
  return Promise.all((one ? [one] : Object.values(COMMANDS)).map((load) => load()));
}

/** Sets Chinese help, output and error handling for a command and its subcommands. */
function configure(command: Command, context: Context): void {
  command
    .helpOption("-h, --help", "显示帮助")
    .exitOverride()
    .configureHelp({
      styleTitle: (title) => TITLES[title] ?? title,
      displayWidth: displayWidth,
      helpWidth: Math.min(100, context.width),
      subcommandTerm: (each) => each.name(),
      argumentDescription: ({ description, argChoices }) =>
        argChoices ? `${description}:${argChoices.join("、")}` : description,
      optionDescription: ({ description, argChoices }) =>
        argChoices ? `${description}:${argChoices.join("、")}` : description,
    })
    .configureOutput({ writeOut: context.out, writeErr: context.err, outputError: () => {} });
  for (const inner of command.commands) configure(inner, context);
}

/** Prints an error and returns the exit code. Only a bug in ptc shows a stack trace, and only with `PTC_DEBUG`. */
function reportError(error: unknown, context: Context): number {
  // the message may quote foreign text, such as a file name with control characters
  const print = (text: string) => context.err(`${text.split("\n").map(showControlCharacters).join("\n")}\n`);
  if (error instanceof CommanderError) {
    if (error.exitCode === 0 || error.code === "commander.help")
      return error.exitCode === 0 ? EXIT_CODES.clean : EXIT_CODES.usage;
    print(usageErrorText(error));
    return EXIT_CODES.usage;
  }
  if ([UsageError, FormError, TemplateError, OfficeError, GitError].some((ours) => error instanceof ours)) {
    print((error as Error).message);
    return EXIT_CODES.usage;
  }
  const fileError = fileErrorText(error, context.cwd);
  if (fileError) {
    print(fileError);
    return EXIT_CODES.usage;
  }
  const message = error instanceof Error ? error.message : String(error);
  print(
    `ptc 出错了,这是程序的缺陷:${message}\n请把这条消息、所用的命令和文件(去掉个人信息)报告给维护者。加环境变量 PTC_DEBUG=1 可看细节。`,
  );
  printStack(error, context);
  return EXIT_CODES.defect;
}
