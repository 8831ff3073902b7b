import type { Paint } from "../../model/paint.js";
import type { Status } from "../../model/status.js";
import { displayWidth, padToWidth } from "../../text/display-width.js";
import { showControlCharacters } from "../../text/printable.js";

const BAR = 20;

/** How much is filled in, by section, and 字数 against each limit. */
export function statusText(status: Status, paint: Paint): string {
  const titles = Math.max(...status.sections.map(({ title }) => displayWidth(title)));
  const sections = status.sections.map(({ title, filled, total, missing }) => {
    const line = `  ${padToWidth(title, titles)}  ${bar(filled / total, paint.green)}  ${filled}/${total}`;
    return missing.length === 0 ? line : `${line}\n${paint.dim(`      未填:${missing.join("、")}`)}`;
  });
  const names = Math.max(...status.texts.map(({ name }) => displayWidth(name)), 0);
  const texts = status.texts.map(({ name, words, limit }) => {
    const over = words > limit;
    return `  ${padToWidth(name, names)}  ${bar(words / limit, over ? paint.red : paint.cyan)}  ${words}/${limit} 字${over ? paint.red(`  超出 ${words - limit} 字`) : ""}`;
  });
  return [
    `${paint.bold(showControlCharacters(status.name))}  ${paint.dim(showControlCharacters(status.file))}`,
    `已填 ${status.filled}/${status.total} 项`,
    ...sections,
    ...(texts.length > 0 ? ["字数", ...texts] : []),
    "",
  ].join("\n");
}

function bar(share: number, colour: (text: string) => string): string {
  const full = Math.min(BAR, Math.round(share * BAR));
  return colour("█".repeat(full)) + "░".repeat(BAR - full);
}
