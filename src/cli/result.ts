import { type Command, Option } from "commander";
import { type Paint, writeWhole } from "../index.js";
import { type Context, painter, UsageError, uncoloured } from "./context.js";
import { outputFile, sayWritten, writeKeeping } from "./output.js";

/** How a command's result is wanted. */
export interface ResultOptions {
  format: "pretty" | "json" | "markdown";
  output?: string;
  xlsx?: boolean;
}

/**
 * Gives a command the options that say how its result is wanted.
 * @param workbook name of the Excel file when none is given
 */
export function withResultOptions(command: Command, workbook: string): Command {
  return command
    .addOption(
      new Option("--format <格式>", "输出格式").choices(["pretty", "json", "markdown"]).default("pretty", "pretty"),
    )
    .option("--xlsx", `写成 Excel(默认 ${workbook})`)
    .option("-o, --output <文件>", "写到文件里");
}

/** A result in every form it can be wanted in. */
export interface Result extends Record<ResultOptions["format"], (paint: Paint) => string> {
  xlsx: () => Promise<Uint8Array>;
}

/**
 * Shows a result, or writes it: as Excel when `--xlsx` or the name of the file says so.
 * @param workbook name of the Excel file when none is given
 * @param inputs files that were read, which must not be written over
 * @throws {UsageError} when the name of the file does not fit, or a workbook and another format are wanted at once
 */
export async function giveResult(
  result: Result,
  { format, output, xlsx }: ResultOptions,
  workbook: string,
  inputs: string[],
  context: Context,
): Promise<void> {
  if (xlsx || output?.toLowerCase().endsWith(".xlsx")) {
    if (format !== "pretty") throw new UsageError(`Excel 和 --format ${format} 只能要一样;去掉一个,或分两次`);
    const file = output ?? workbook;
    await writeKeeping(outputFile(file, ".xlsx", inputs, context), await result.xlsx(), context);
    sayWritten(file, context);
  } else if (output) {
    await writeWhole(outputFile(output, undefined, inputs, context), result[format](painter(uncoloured(context))));
    sayWritten(output, context);
  } else context.out(result[format](painter(context)));
}
