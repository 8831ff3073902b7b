import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Context } from "../../src/cli/context.js";
import { main } from "../../src/cli/main.js";
import { today } from "./check.js";

export interface Outcome {
  code: number;
  out: string;
  err: string;
}

/** Runs the command line in this process, as a user in `cwd` would. */
export async function ptc(args: string[], options: Partial<Context> & { input?: string } = {}): Promise<Outcome> {
  let out = "";
  let err = "";
  const { input = "", ...context } = options;
  const code = await main(args, {
    cwd: process.cwd(),
    env: {},
    stdin: async () => Buffer.from(input),
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    outIsTerminal: false,
    errIsTerminal: false,
    width: 100,
    today,
    ...context,
  });
  return { code, out, err };
}

/** A new empty folder. */
export function emptyFolder(): string {
  return mkdtempSync(path.join(tmpdir(), "ptc-"));
}
