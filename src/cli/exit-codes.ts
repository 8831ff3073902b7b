/** The exit codes of every command; 0 means that something was checked and is clean. */
export const EXIT_CODES = {
  /** Checked, and clean. */
  clean: 0,
  /** Errors were found, or more warnings than `--max-warnings` allows. */
  findings: 1,
  /** Wrong usage; a file that cannot be read or written; nothing that could be checked. */
  usage: 2,
  /** A defect of ptc. */
  defect: 3,
} as const;

/** Something the person at the keyboard can put right: shown as it is, exit code 2. */
export class UsageError extends Error {}
