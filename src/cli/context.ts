import { fstatSync, statSync, writeSync } from "node:fs";
import { MAX_TEXT_BYTES } from "../model/limits.js";

/** The environment of a command: everything outside the program that it uses. Tests replace it. */
export interface Context {
  /** Full path of the current folder. */
  cwd: string;
  /** Full path of the root of a repository's copy that `cwd` is in. A real repository has `.git` in its root. */
  root?: string;
  /** Environment variables. */
  env: Record<string, string | undefined>;
  /** Reads standard input. */
  stdin: () => Promise<Uint8Array>;
  /** Writes results (stdout). */
  out: (text: string) => void;
  /** Writes everything else: progress, notes, usage errors (stderr). */
  err: (text: string) => void;
  /** Whether results go to a terminal. */
  outIsTerminal: boolean;
  /** Whether notes go to a terminal. */
  errIsTerminal: boolean;
  /** Columns of the terminal; 100 when results do not go to one. */
  width: number;
  /** Ends a command that would run on, such as `--watch`. Only tests set it: a user ends the process. */
  signal?: AbortSignal;
  /** Today, YYYY-MM-DD, in the user's time zone. */
  today: string;
}

/** Makes the environment of a real run, from the current process. */
export function processContext(): Context {
  const now = new Date();
  return {
    cwd: process.cwd(),
    env: process.env,
    stdin: async () => {
      const chunks: Buffer[] = [];
      let size = 0;
      for await (const chunk of process.stdin) {
        chunks.push(chunk as Buffer);
        size += (chunk as Buffer).length;
        // this is enough to see that the input is too large; a device might never end
        if (size > MAX_TEXT_BYTES) break;
      }
      return Buffer.concat(chunks);
    },
    out: (text) => writeAll(1, text),
    err: (text) => writeAll(2, text),
    // these are getters, because only some commands need them and finding out takes time
    get outIsTerminal() {
      return isTerminal(1);
    },
    get errIsTerminal() {
      return isTerminal(2);
    },
    get width() {
      return (isTerminal(1) && process.stdout.columns) || 100;
    },
    today: [now.getFullYear(), now.getMonth() + 1, now.getDate()]
      .map((part) => String(part).padStart(2, "0"))
      .join("-"),
  };
}

/** Writes a whole text. It does not use node's streams, because loading them takes longer than the writing. */
function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(descriptor, bytes, done);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EPIPE") return; // the program that reads the output has ended
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5); // the pipe is full: wait until some of it is read
    }
  }
}

/** The device that discards output. It is a character device like a terminal. */
const NULL_DEVICE = process.platform === "win32" ? "\\\\.\\nul" : "/dev/null";

/** Tells whether output goes to a terminal. It uses node's stream only when needed, because that loads much of node. */
function isTerminal(descriptor: 1 | 2): boolean {
  const device = fstatSync(descriptor);
  if (!device.isCharacterDevice() || (device.rdev !== 0 && device.rdev === statSync(NULL_DEVICE).rdev)) return false;
  return (descriptor === 1 ? process.stdout : process.stderr).isTTY === true;
}

/** Returns the same environment for a text that goes to a file: without colour, whatever the terminal and variables. */
export function withoutColour(context: Context): Context {
  return { ...context, env: {}, outIsTerminal: false };
}
