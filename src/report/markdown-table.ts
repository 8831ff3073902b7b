/**
 * A table in Markdown. Its cells must have been escaped where that is needed.
 * @param alignment what stands in the line below the heading, for each column: `---`, `:---:`, `---:`
 */
export function markdownTable(heading: string[], rows: string[][], alignment = heading.map(() => "---")): string {
  return [heading, alignment, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
