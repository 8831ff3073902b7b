import { type Command, Option } from "commander";
import type { Paint } from "../model/paint.js";
import { type Context, withoutColour } from "./context.js";
import { UsageError } from "./exit-codes.js";
import { outputName } from "./option-values.js";
import { paintFor } from "./paint.js";
import { printWritten, resolveOutput, writeOutput } from "./write-output.js";

/** The options that choose the output of a command. */
export interface ViewOptions {
  format: "pretty" | "json" | "markdown";
  /** File to write to. */
  output?: string;
  /** Write an Excel file. */
  xlsx?: boolean;
}

/**
 * Adds the options `--format`, `--xlsx` and `-o` to a command.
 * @param workbook name of the Excel file when `-o` is not given
 */
export function addViewOptions(command: Command, workbook: string): Command {
  return command
    .addOption(
      new Option("--format <格式>", "输出格式").choices(["pretty", "json", "markdown"]).default("pretty", "pretty"),
    )
    .option("--xlsx", `写成 Excel(默认 ${workbook})`)
    .option("-o, --output <文件>", "写到文件里", outputName);
}

/** A result that can be written in every format. */
export interface View extends Record<ViewOptions["format"], (paint: Paint) => string> {
  xlsx: () => Promise<Uint8Array>;
}

/**
 * Prints a result, or writes it to a file: as Excel for `--xlsx` or a file name with `.xlsx`.
 * @param workbook name of the Excel file when `-o` is not given
 * @param inputs files that were read, which must not be overwritten
 * @throws {UsageError} when the file name does not fit, or when both Excel and another format are chosen
 */
export async function writeView(
  result: View,
  { format, output, xlsx }: ViewOptions,
  workbook: string,
  inputs: string[],
  context: Context,
): Promise<void> {
  if (xlsx || output?.toLowerCase().endsWith(".xlsx")) {
    if (format !== "pretty") throw new UsageError(`Excel 和 --format ${format} 只能要一样;去掉一个,或分两次`);
    const file = output ?? workbook;
    await writeOutput(resolveOutput(file, ".xlsx", inputs, context), await result.xlsx(), context);
    printWritten(file, context);
  } else if (output) {
    const file = resolveOutput(output, undefined, inputs, context);
    await writeOutput(file, result[format](await paintFor(withoutColour(context))), context);
    printWritten(output, context);
  } else context.out(result[format](await paintFor(context)));
}
