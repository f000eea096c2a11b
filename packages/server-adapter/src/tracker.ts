/** Knows what is still running, so that a server can stop without cutting anybody off. */
export interface Tracker {
  track<T>(work: Promise<T>): Promise<T>;
  /** Resolves when all that was running has ended. */
  idle(): Promise<void>;
}

export function createTracker(): Tracker {
  const running = new Set<Promise<unknown>>();
  return {
    async track(work) {
      running.add(work);
      try {
        return await work;
      } finally {
        running.delete(work);
      }
    },
    async idle() {
      await Promise.allSettled(running);
    },
  };
}
