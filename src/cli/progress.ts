import type { Context } from "./context.js";

/**
 * Makes a progress bar on stderr. It is drawn only for more than one step and only in a terminal.
 * @param total number of steps
 * @returns `step` to call after each step, and `end` to remove the bar
 */
export function progress(total: number, context: Context): { step(): void; end(): void } {
  const drawn = context.errIsTerminal && total > 1;
  let done = 0;
  const draw = () => {
    const full = Math.round((done / total) * 20);
    if (drawn) context.err(`\r${"█".repeat(full)}${"░".repeat(20 - full)} ${done}/${total}`);
  };
  draw();
  return {
    step() {
      done += 1;
      draw();
    },
    // the bar is removed, so that messages begin on an empty line
    end: () => drawn && context.err("\r\u001b[K"),
  };
}
