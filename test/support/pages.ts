import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./check.js";

/** The pages users read: both READMEs and the guides. Their code blocks are run. */
export const guides: string[] = [
  "README.md",
  "README.en.md",
  ...readdirSync(path.join(root, "docs"))
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name) => `docs/${name}`),
];

/** Every page that is written by hand: the guides, and those for people who work on ptc itself. */
export const pages: string[] = [
  ...guides,
  ...readdirSync(root).filter((name) => name.endsWith(".md") && !name.startsWith("README")),
  "docs/hunan-2024/readings.md",
  "src/README.md",
];

/** The text of a page, named from the root of the repository. */
export function pageText(page: string): string {
  return readFileSync(path.join(root, page), "utf8").replaceAll("\r\n", "\n");
}

/** A fenced code block. */
export interface Block {
  language: string;
  /** What stands after the language: the name of the file the block is. */
  file: string;
  text: string;
}

const FENCED = /^```(\S*) ?(.*)\n([\s\S]*?)^```$/gmu;

/** The fenced code blocks of a Markdown text, in order. */
export function blocksOf(markdown: string): Block[] {
  return [...markdown.matchAll(FENCED)].map(([, language = "", file = "", text = ""]) => ({ language, file, text }));
}

/** A Markdown text without its code blocks, or without those in some languages. */
export function withoutBlocks(markdown: string, languages?: string[]): string {
  return markdown.replace(FENCED, (block, language: string) =>
    languages === undefined || languages.includes(language) ? "" : block,
  );
}

/** What stands between backticks, blocks left out. */
export function codeSpansOf(markdown: string): string[] {
  return [...withoutBlocks(markdown).matchAll(/(`+)([^\n]*?[^`\n])\1(?!`)/gu)].map(([, , text = ""]) =>
    text.trim().replaceAll("\\|", "|"),
  );
}

/** The rows of all tables, as the text of their cells. */
export function tableRowsOf(markdown: string): string[][] {
  return [...withoutBlocks(markdown).matchAll(/^\|(.*)\|$/gmu)].map(([, row = ""]) =>
    row.split(/(?<!\\)\|/u).map((cell) => cell.trim()),
  );
}

/** Where the links and pictures of a page lead that stay in the repository: a file from its root, and an anchor in it. */
export function linksOf(page: string, markdown: string): { file: string; anchor?: string }[] {
  // what is written between backticks is an example of a link
  const text = withoutBlocks(markdown).replace(/`[^`\n]*\]\([^`\n]*`/gu, "");
  return [...text.matchAll(/\]\((?!https?:)([^)\s]+)\)/gu)].map(([, target = ""]) => {
    const [file = "", anchor] = decodeURIComponent(target).split("#");
    const full = file === "" ? page : path.posix.join(path.posix.dirname(page), file);
    return { file: full.replace(/\/$/u, ""), ...(anchor !== undefined && { anchor }) };
  });
}

/** The anchors of a page, made from its headings as GitHub does. */
export function anchorsOf(markdown: string): string[] {
  const seen = new Map<string, number>();
  return [...withoutBlocks(markdown).matchAll(/^#{1,6} (.+)$/gmu)].map(([, heading = ""]) => {
    const plain = heading
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
      .replaceAll(" ", "-");
    const before = seen.get(plain) ?? 0;
    seen.set(plain, before + 1);
    return before === 0 ? plain : `${plain}-${before}`;
  });
}

/**
 * Whether a text reads as a block shows it: blank lines count for nothing, and a line … stands for any lines.
 * @returns a pattern for the whole text
 */
export function patternOf(shown: string): RegExp {
  const lines = shown.split("\n").filter((line) => line.trim() !== "");
  const source = lines.map((line) =>
    line === "…" ? "(?:.*\\n)*?" : `${line.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&")} *\\n`,
  );
  return new RegExp(`^${source.join("")}$`, "u");
}

/** A text as patterns match it: without blank lines. */
export function withoutBlankLines(text: string): string {
  return text.replace(/^ *\n/gmu, "");
}
