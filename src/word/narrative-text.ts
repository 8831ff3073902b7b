import { toHalfWidth } from "../text/half-width.js";
import { parseBlocks } from "../text/markdown.js";
import { rowsOf, textOf, type WordBlock, type WordParagraph, type WordTable } from "./body.js";

/**
 * Writes paragraphs and tables as a narrative is typed: a line for each paragraph, with the little Markdown that the
 * form prints.
 * @param fixed texts that are printed around narratives, which are left out where they are a whole paragraph
 */
export function narrativeText(blocks: readonly WordBlock[], fixed: readonly string[]): string {
  const printed = new Set(fixed.map(plain));
  const lines = blocks.flatMap((block) => {
    if (block.kind === "table") return ["", ...tableLines(block), ""];
    return printed.has(plain(block.text)) ? [] : paragraphLines(block);
  });
  return lines
    .join("\n")
    .replace(/\n{3,}/gu, "\n\n")
    .replace(/^\n+|\s+$/gu, "");
}

function plain(text: string): string {
  return toHalfWidth(text).replace(/\s/gu, "");
}

/** A bullet that the form prints, or that people type. */
const BULLET = /^\s*[•·●▪■◆\uf06c\uf0b7\uf0d8\uf075\uf0fc]\s*/u;

function paragraphLines({ runs, numbering, pictures }: WordParagraph): string[] {
  const plainWords = runs
    .map((run) => run.text)
    .join("")
    .trim();
  const allBold = runs.every(({ text: own, bold }) => bold || own.trim() === "");
  // a line that is printed as a heading by its number needs no mark
  const isHeading = allBold && parseBlocks(plainWords)[0]?.kind === "heading";
  const marked = runs.map(({ text: own, bold }) => (bold && own.trim() !== "" && !isHeading ? bolded(own) : own));
  const text = marked.join("");
  const lines = text.split("\n").map((line) => line.replace(/^[\s\u3000]+|[\s\u3000]+$/gu, ""));
  const bulleted = lines.map((line, index) => {
    if (line === "") return line;
    if (BULLET.test(line)) return line.replace(BULLET, "- ");
    if (index > 0 || numbering === undefined) return line;
    return numbering === "•" ? `- ${line}` : `${numbering}${line}`;
  });
  const words = bulleted.filter((line) => line !== "");
  // a caption may stand in the paragraph of its picture
  if (pictures.length === 1) return [`![${words.join(" ")}](ptc-picture:${pictures[0]})`];
  return [...pictures.map((id) => `![](ptc-picture:${id})`), ...words];
}

/** Marks text as bold, without the spaces around it. */
function bolded(text: string): string {
  const [, before = "", words = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/u.exec(text) ?? [];
  return `${before}**${words}**${after}`;
}

function tableLines({ cells }: WordTable): string[] {
  const rows = rowsOf(cells);
  const columns = Math.max(...rows.map((row) => row.length));
  const line = (texts: string[]) => `| ${texts.join(" | ")} |`;
  const filled = rows.map((row) => {
    const texts = row.map(({ blocks }) =>
      textOf(blocks)
        .replace(/\s*\n\s*/gu, " ")
        .replaceAll("|", "\\|")
        .trim(),
    );
    return line([...texts, ...Array<string>(columns - texts.length).fill("")]);
  });
  return [filled[0] as string, line(Array<string>(columns).fill("---")), ...filled.slice(1)];
}
