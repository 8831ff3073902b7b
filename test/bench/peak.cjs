// Preloaded into a command: says at its end, on file descriptor 3, how much memory it took at most. Threads load it too.
process.on("exit", () => {
  if (require("node:worker_threads").isMainThread)
    require("node:fs").writeSync(3, JSON.stringify({ peak: process.resourceUsage().maxRSS }));
});
