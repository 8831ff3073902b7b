import { spawn } from "node:child_process";
import path from "node:path";
import { root } from "./check.js";

export interface BuiltOutcome {
  /** undefined when it was killed: it took too long. */
  code: number | undefined;
  out: string;
  err: string;
  /** Everything it said. */
  all: string;
}

/**
 * Runs the built command line in a process of its own, with little memory and half a minute at most.
 * @param input what stands on its standard input
 */
export function built(
  args: string[],
  {
    cwd,
    memory = 256,
    input = "",
    env = {},
  }: { cwd: string; memory?: number; input?: string | NodeJS.ReadableStream; env?: Record<string, string> },
): Promise<BuiltOutcome> {
  const child = spawn(process.execPath, [`--max-old-space-size=${memory}`, path.join(root, "bin/ptc.cjs"), ...args], {
    cwd,
    timeout: 30_000,
    killSignal: "SIGKILL",
    env: { ...process.env, NO_COLOR: "1", PTC_DEBUG: "1", ...env },
  });
  // it may end before it has read everything
  child.stdin.on("error", () => {});
  if (typeof input === "string") child.stdin.end(input);
  else input.pipe(child.stdin);
  const said = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text) => {
    said.out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    said.err += text;
  });
  return new Promise((done) => {
    child.once("close", (code) => done({ code: code ?? undefined, ...said, all: said.out + said.err }));
  });
}
