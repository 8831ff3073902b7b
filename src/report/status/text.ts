import type { Paint } from "../../model/paint.js";
import type { Status } from "../../model/status.js";
import { displayWidth, padToWidth } from "../../text/display-width.js";
import { showControlCharacters } from "../../text/printable.js";

/** Columns of a progress bar. */
const BAR_WIDTH = 20;

/**
 * How much of a document is filled in, section by section, and how long its texts are, for a terminal.
 * @param read what was read of it, in one line
 */
export function statusText(status: Status, paint: Paint, read = ""): string {
  const texts = textLines(status, paint);
  return [
    `${paint.bold(showControlCharacters(status.name))}  ${paint.dim(showControlCharacters(status.file))}`,
    `已填 ${status.filled}/${status.total} 项`,
    ...(read === "" ? [] : [`读到:${read}`]),
    ...sectionLines(status, paint),
    ...(texts.length > 0 ? ["字数", ...texts] : []),
    "",
  ].join("\n");
}

function sectionLines({ sections }: Status, paint: Paint): string[] {
  const width = Math.max(...sections.map(({ title }) => displayWidth(title)));
  return sections.map(({ title, filled, total, missing }) => {
    const line = `  ${padToWidth(title, width)}  ${progressBar(filled / total, paint.green)}  ${filled}/${total}`;
    return missing.length === 0 ? line : `${line}\n${paint.dim(`      未填:${missing.join("、")}`)}`;
  });
}

function textLines({ texts }: Status, paint: Paint): string[] {
  const width = Math.max(...texts.map(({ name }) => displayWidth(name)), 0);
  return texts.map(({ name, words, limit }) => {
    const over = words > limit;
    return `  ${padToWidth(name, width)}  ${progressBar(words / limit, over ? paint.red : paint.cyan)}  ${words}/${limit} 字${over ? paint.red(`  超出 ${words - limit} 字`) : ""}`;
  });
}

function progressBar(share: number, colour: (text: string) => string): string {
  const full = Math.min(BAR_WIDTH, Math.round(share * BAR_WIDTH));
  return colour("█".repeat(full)) + "░".repeat(BAR_WIDTH - full);
}
