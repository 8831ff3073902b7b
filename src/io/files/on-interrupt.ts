const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Has something put in order should the process be stopped meanwhile (Ctrl+C, kill, exit); the signal
 * then takes its usual course.
 * @param clean must be done when it returns: nothing waits any more
 * @returns to be called when the danger is over
 */
export function onInterrupt(clean: () => void): () => void {
  const onSignal = (signal: NodeJS.Signals) => {
    over();
    clean();
    // whoever else listens has heard it too, and decides
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };
  const over = () => {
    for (const signal of SIGNALS) process.removeListener(signal, onSignal);
    process.removeListener("exit", clean);
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  process.on("exit", clean);
  return over;
}
