// What `bin/` starts: the command line, and the threads that take part in its work.

export { usedThreads } from "./api/look-at-files.js";
export { lookThread } from "./api/look-thread.js";
export { main } from "./cli/main.js";
