const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Calls a function when the process is stopped (Ctrl+C, kill, exit). Then the signal has its usual effect.
 * @param clean cleans up; it must be synchronous, because the process does not wait
 * @returns a function that ends this; call it when there is nothing left to clean up
 */
export function onInterrupt(clean: () => void): () => void {
  const onSignal = (signal: NodeJS.Signals) => {
    unsubscribe();
    clean();
    // other listeners have received the signal too, and they decide what happens
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };
  const unsubscribe = () => {
    for (const signal of SIGNALS) process.removeListener(signal, onSignal);
    process.removeListener("exit", clean);
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  process.on("exit", clean);
  return unsubscribe;
}
