import { fstatSync, statSync, writeSync } from "node:fs";
import { MAX_TEXT_BYTES } from "../model/limits.js";

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
  /** Says when to stop what would go on; a real run is simply ended. */
  signal?: AbortSignal;
  /** The day, YYYY-MM-DD, in the user's time zone. */
  today: string;
}

/** The world of a real run. */
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
        // enough to see that it is too much; a device may never end
        if (size > MAX_TEXT_BYTES) break;
      }
      return Buffer.concat(chunks);
    },
    out: (text) => writeAll(1, text),
    err: (text) => writeAll(2, text),
    // asked for only by some commands, and not free to find out
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

/** Writes a text whole. Node's streams would do, but getting them ready costs more than the writing. */
function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(descriptor, bytes, done);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EPIPE") return; // whoever read it has gone
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5); // a full pipe: wait until it is read
    }
  }
}

const NOWHERE = process.platform === "win32" ? "\\\\.\\nul" : "/dev/null";

/** Asks for node's stream only when it may be a terminal: getting one ready loads half of node. */
function isTerminal(descriptor: 1 | 2): boolean {
  const device = fstatSync(descriptor);
  if (!device.isCharacterDevice() || (device.rdev !== 0 && device.rdev === statSync(NOWHERE).rdev)) return false;
  return (descriptor === 1 ? process.stdout : process.stderr).isTTY === true;
}

/** The same world, for a text that goes to a file: without colour whatever the terminal. */
export function withoutColour(context: Context): Context {
  return { ...context, env: {}, outIsTerminal: false };
}
