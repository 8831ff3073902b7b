import { Chalk, type ChalkInstance } from "chalk";

/** What a command may touch of the world around it. */
export interface Context {
  cwd: string;
  env: Record<string, string | undefined>;
  stdin: () => Promise<Uint8Array>;
  /** Results. */
  out: (text: string) => void;
  /** Everything else: progress, notes, complaints about usage. */
  err: (text: string) => void;
  /** Whether results and notes go to a terminal. */
  outIsTerminal: boolean;
  errIsTerminal: boolean;
  /** Columns of the terminal. */
  width: number;
  /** The day, YYYY-MM-DD, in the user's time zone. */
  today: string;
}

/** Exit codes; green means checked. */
export const EXIT = { clean: 0, findings: 1, usage: 2, defect: 3 } as const;

/** Something the person at the keyboard can put right: shown as it is, exit code 2. */
export class UsageError extends Error {}

/** The world of a real run. */
export function processContext(): Context {
  const now = new Date();
  return {
    cwd: process.cwd(),
    env: process.env,
    stdin: async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    outIsTerminal: process.stdout.isTTY === true,
    errIsTerminal: process.stderr.isTTY === true,
    width: process.stdout.columns ?? 100,
    today: [now.getFullYear(), now.getMonth() + 1, now.getDate()]
      .map((part) => String(part).padStart(2, "0"))
      .join("-"),
  };
}

/** Colours for results: FORCE_COLOR and NO_COLOR decide before the terminal does. */
export function painter({ env, outIsTerminal }: Context): ChalkInstance {
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
  const coloured = forced || (!env.NO_COLOR && env.FORCE_COLOR === undefined && outIsTerminal);
  return new Chalk({ level: coloured ? 1 : 0 });
}
