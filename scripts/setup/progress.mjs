// A line for a step that takes long: it counts the seconds on a terminal, and speaks up now and then in a log.

/**
 * @param {string} label what is being done, as “Installing packages”
 * @returns {(result?: string) => void} call it when the step is done
 */
export function progress(label) {
  const start = Date.now();
  const seconds = () => `${Math.round((Date.now() - start) / 1000)} s`;
  const isTerminal = process.stdout.isTTY;
  const tell = () =>
    process.stdout.write(isTerminal ? `\r\x1b[K${label} … ${seconds()}` : `${label} … ${seconds()}\n`);
  process.stdout.write(isTerminal ? `${label} …` : `${label} …\n`);
  const timer = setInterval(tell, isTerminal ? 1000 : 15_000).unref();
  return (result = 'done') => {
    clearInterval(timer);
    process.stdout.write(`${isTerminal ? '\r\x1b[K' : ''}${label}: ${result} (${seconds()})\n`);
  };
}
