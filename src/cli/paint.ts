import type { Paint } from "../model/paint.js";
import type { Context } from "./context.js";

const asItIs = (text: string) => text;
const UNPAINTED: Paint = { bold: asItIs, dim: asItIs, red: asItIs, yellow: asItIs, green: asItIs, cyan: asItIs };

/** Colours for results: FORCE_COLOR and NO_COLOR decide before the terminal does. Without colour, chalk is not loaded. */
export async function paintFor({ env, outIsTerminal }: Context): Promise<Paint> {
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
  if (!forced && (env.NO_COLOR || env.FORCE_COLOR !== undefined || !outIsTerminal)) return UNPAINTED;
  const { Chalk } = await import("chalk");
  return new Chalk({ level: 1 });
}
