/** Work that is done again and again in the background, never twice at once. */
export interface Loop {
  start(): void;
  /** There is something to do: do it now, or once more after what is being done. */
  wake(): void;
  /** Lets the work that is running come to an end, and starts none. */
  stop(): Promise<void>;
}

export interface LoopOptions {
  /** Milliseconds between two rounds when nobody wakes it. */
  readonly interval: number;
  /** A round that fails is tried again after the interval. */
  readonly onError: (error: unknown) => void;
}

/** `work` should come to an end soon when its signal says so. */
export function createLoop(work: (signal: AbortSignal) => Promise<void>, options: LoopOptions): Loop {
  const { interval, onError } = options;
  const stopped = new AbortController();
  let started = false;
  let again = false;
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  const round = async () => {
    do {
      again = false;
      try {
        await work(stopped.signal);
      } catch (error) {
        onError(error);
        // Whoever woke it meanwhile waits for the interval, or a lasting error would keep the processor busy.
        again = false;
      }
    } while (again && !stopped.signal.aborted);
    running = undefined;
    rest();
  };

  const wake = () => {
    if (!started || stopped.signal.aborted) return;
    if (running) {
      again = true;
      return;
    }
    clearTimeout(timer);
    // Later, so that work which wakes the loop at its very beginning finds it running.
    running = Promise.resolve().then(round);
  };

  const rest = () => {
    if (stopped.signal.aborted) return;
    timer = setTimeout(wake, interval);
    // It must not keep a process alive that has nothing else to do.
    timer.unref();
  };

  return {
    start() {
      started = true;
      wake();
    },
    wake,
    async stop() {
      stopped.abort();
      clearTimeout(timer);
      await running;
    },
  };
}
