import type { Context } from "./context.js";

/** Prints where in the program an error arose, for whoever looks for a bug and has set `PTC_DEBUG`. */
export function printStack(error: unknown, { env, err }: Context): void {
  if (env.PTC_DEBUG) err(`${error instanceof Error ? error.stack : String(error)}\n`);
}
