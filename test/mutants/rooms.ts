/** The rooms whose tests are to notice a mutant. */
export const ROOMS = ["src/rules", "src/check", "src/fix", "src/text", "src/ledger", "src/render/docx"];

/** How many of a hundred must be noticed. */
export const REQUIRED = 85;
