import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import path from "node:path";

/** How a program ended. */
export interface ProgramResult {
  /** Exit code; null when the program was killed or crashed. */
  code: number | null;
  /** Whether it took too long and was stopped. */
  timedOut: boolean;
}

/** How a program is run. */
export interface RunOptions {
  /** Environment variables of the program. */
  env: Record<string, string | undefined>;
  /** Descriptor of an open file that receives the program's error output. */
  errors: number;
  /** Time limit in milliseconds. */
  limit: number;
}

/**
 * Starts a program in a process group of its own, so that it can be stopped together with the programs it starts.
 * @returns `ended`, which rejects with the system's error when the program does not start, and `stop`, which kills the
 *   group
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
    // this ends the programs that it left running
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
    // no process of the group is left
  }
}
