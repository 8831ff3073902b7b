import type { InputFile } from "../io/files/find-files.js";
import { readInput } from "../io/files/read-files.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { type Look, type LookOptions, looker } from "./look.js";

/** A file that was looked at, or why it could not be read. */
export type FileLook = { look: Look; trouble?: never } | { look?: never; trouble: Diagnostic };

/** What whoever takes part in looking at many files is told: plain data. */
export interface Task {
  found: InputFile[];
  options: LookOptions;
  whole: boolean;
  /** How many files of the list are taken: common to all who take part. */
  taken: Int32Array<SharedArrayBuffer>;
  /** How many threads have not loaded yet: common to all. */
  loading: Int32Array<SharedArrayBuffer>;
}

/** From so many files on, threads are faster than starting them takes. */
const MANY = 200;

/** Files taken from the list at a time. */
const HANDFUL = 20;

let threaded = false;

/** Whether threads have taken part, which set V8 to suit themselves. */
export function usedThreads(): boolean {
  return threaded;
}

/** Files that were looked at, with their places in the list. */
export type Handful = [index: number, look: FileLook][];

/**
 * Looks at files in their order, one at a time; at many files, with threads that take part.
 * @throws {FormError} when a form's own files are wrong
 */
export async function lookAtFiles(found: InputFile[], options: LookOptions, whole: boolean): Promise<FileLook[]> {
  const task = { found, options: plain(options), whole, taken: counter(), loading: counter() };
  const looked = new Map<number, FileLook>();
  const bring = (handful: Handful) => {
    for (const [index, each] of handful) looked.set(index, each);
  };
  const threads = found.length < MANY ? undefined : (await import("./look-threads.js")).startThreads(task, bring);
  threaded ||= threads !== undefined && threads.count > 0;
  try {
    await takePart(task, bring);
    await threads?.ended;
    // what a thread took and did not bring is done here, and what it failed at comes out here
    const look = fileLooker(task);
    const all: FileLook[] = [];
    for (const [index, each] of found.entries()) all.push(looked.get(index) ?? (await look(each)));
    return all;
  } finally {
    threads?.stop();
  }
}

/** Takes files from the list until none is left. @param bring takes what was made of some of them */
export async function takePart(task: Task, bring: (handful: Handful) => void): Promise<void> {
  const { found, taken } = task;
  const look = fileLooker(task);
  for (let from = Atomics.add(taken, 0, HANDFUL); from < found.length; from = Atomics.add(taken, 0, HANDFUL)) {
    const handful: Handful = [];
    for (const [index, each] of found.slice(from, from + HANDFUL).entries())
      handful.push([from + index, await look(each)]);
    bring(handful);
  }
}

function fileLooker({ options, whole }: Task): (found: InputFile) => Promise<FileLook> {
  const look = looker(options, whole);
  return async (found) => {
    const { text, problems, trouble } = readInput(found);
    if (trouble) return { trouble };
    const looked = await look(text);
    return { look: { ...looked, diagnostics: [...problems, ...looked.diagnostics] } };
  };
}

function counter(): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(4));
}

function plain({ draft, today, forms, folder, ownProcess }: LookOptions): LookOptions {
  return { draft, today, forms, folder, ownProcess };
}
