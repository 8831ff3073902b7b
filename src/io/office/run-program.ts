import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import path from "node:path";

/** How a program ended. */
export interface ProgramResult {
  /** Exit code; null when it was killed or crashed. */
  code: number | null;
  /** It ran out of time and was stopped. */
  timedOut: boolean;
}

export interface RunOptions {
  env: Record<string, string | undefined>;
  /** Descriptor of an open file that takes what the program says of errors. */
  errors: number;
  /** Milliseconds it may take. */
  limit: number;
}

/**
 * Starts a program that may start others, in a group of their own so that all can be stopped together.
 * @returns `ended`, which fails with the system's error when the program does not start, and `stop`
 */
export function runProgram(
  program: string,
  args: string[],
  { env, errors, limit }: RunOptions,
): { ended: Promise<ProgramResult>; stop: () => void } {
  const detached = process.platform !== "win32";
  const child = spawn(program, args, { env, stdio: ["ignore", "ignore", errors], detached, windowsHide: true });
  const stop = () => stopGroup(child);
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    stop();
  }, limit);
  const ended = new Promise<ProgramResult>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve({ code, timedOut }));
  }).finally(() => {
    clearTimeout(timer);
    // what the program left running
    if (detached) stop();
  });
  return { ended, stop };
}

function stopGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  if (process.platform === "win32") {
    const taskkill = path.join(process.env.SystemRoot ?? "C:\\Windows", "System32", "taskkill.exe");
    spawnSync(taskkill, ["/PID", String(pid), "/T", "/F"], { stdio: "ignore", windowsHide: true });
    return;
  }
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // nobody of the group is left
  }
}
