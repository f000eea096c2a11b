/** One round of work over many firms. */
export interface Round {
  /** Told of each piece that failed. */
  readonly onError: (error: unknown) => void;
  /** No other piece is begun after it. */
  readonly signal?: AbortSignal | undefined;
}

/** Does the pieces one after the other. One that fails is told about, and the others are done all the same. */
export async function forEach<T>(
  pieces: readonly T[],
  { onError, signal }: Round,
  work: (piece: T) => Promise<unknown>,
): Promise<void> {
  for (const piece of pieces) {
    if (signal?.aborted) return;
    await work(piece).catch(onError);
  }
}
