import type { Paint } from "../model/paint.js";
import type { Context } from "./context.js";

const unchanged = (text: string) => text;
const NO_COLOURS: Paint = {
  bold: unchanged,
  dim: unchanged,
  red: unchanged,
  yellow: unchanged,
  green: unchanged,
  cyan: unchanged,
};

/**
 * Chooses the colours for results. FORCE_COLOR comes first, then NO_COLOR, then whether results go to a terminal. The
 * library chalk is loaded only when there are colours.
 */
export async function paintFor({ env, outIsTerminal }: Context): Promise<Paint> {
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
  if (!forced && (env.NO_COLOR || env.FORCE_COLOR !== undefined || !outIsTerminal)) return NO_COLOURS;
  const { Chalk } = await import("chalk");
  return new Chalk({ level: 1 });
}
