import { appendFileSync, closeSync, openSync, readSync } from "node:fs";

/** What workers tell each other and the command, a line of JSON each. */
export type Event =
  /** A mutant is about to be tried by a process. */
  | { kind: "try"; id: number; pid: number }
  /** Tests of a file have noticed these, and no other is being tried. */
  | { kind: "killed"; ids: number[]; file: string; pid: number }
  /** A file of tests is through. */
  | ({ kind: "file"; pid: number } & TestFile)
  /** Mutants that the sources pass while they are loaded. */
  | { kind: "loaded"; ids: number[] };

/** A file of tests. */
export interface TestFile {
  file: string;
  /** How much work its tests are. */
  seconds: number;
  /** Mutants that its tests pass. */
  passed: number[];
  /** Those of them that could not be tried by running a test again. */
  open: number[];
}

export class Log {
  readonly #file: string;
  #read = 0;
  #rest = "";

  constructor(file: string) {
    this.#file = file;
  }

  write(event: Event): void {
    appendFileSync(this.#file, `${JSON.stringify(event)}\n`);
  }

  /** What has been written since the last time this was asked. */
  news(): Event[] {
    const file = openSync(this.#file, "a+");
    const buffer = Buffer.alloc(1 << 16);
    try {
      for (let length = -1; length !== 0; this.#read += length) {
        length = readSync(file, buffer, 0, buffer.length, this.#read);
        this.#rest += buffer.toString("utf8", 0, length);
      }
    } finally {
      closeSync(file);
    }
    const lines = this.#rest.split("\n");
    this.#rest = lines.pop() ?? "";
    return lines.map((line) => JSON.parse(line));
  }
}
