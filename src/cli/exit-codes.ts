/** The exit codes of all commands. */
export const EXIT_CODES = {
  /** Something was checked or made, and nothing is wrong. */
  clean: 0,
  /** Errors were found, or more warnings than `--max-warnings` allows. */
  findings: 1,
  /** Wrong usage, a file that cannot be read or written, or nothing to check. */
  usage: 2,
  /** A bug in ptc. */
  defect: 3,
} as const;

/** A mistake that the user can correct. Only its message is shown; the exit code is 2. */
export class UsageError extends Error {}
