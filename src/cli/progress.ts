import type { Context } from "./context.js";

/** A bar on stderr while several things are done; nothing is drawn for one, or when nobody watches. */
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
    // the bar makes room for what is to be said
    end: () => drawn && context.err("\r\u001b[K"),
  };
}
