/** Stands for `test/support/tools.ts`: tests through other programs are slow, and are skipped where those are not here. */
export const tools = {};
