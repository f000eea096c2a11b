import { PortalError } from '../client/error.ts';
import type { Answer, Reading } from './answer.ts';

/** Milliseconds for which an answer counts as fresh: not fetched again for a new reader or on focus. */
const FRESH = 15_000;
/** Milliseconds for which an answer that nobody reads is kept. */
const KEPT = 5 * 60_000;

/** Answers after which what was shown before is no longer the viewer's to see: 401, 403, 404, 410. */
const withdrawn = (error: PortalError) => [401, 403, 404, 410].includes(error.status);

export type Work<T> = (signal: AbortSignal, before: T | undefined) => Promise<T>;

const nothing = {
  status: 'pending',
  data: undefined,
  error: undefined,
  fetching: false,
  updatedAt: 0,
} as const;

/** What the cache does with an entry, whatever it holds. */
export interface Cached {
  readonly watched: boolean;
  refresh(freshFor?: number): void;
  invalidate(): Promise<void>;
  reset(): void;
}

interface Request {
  readonly abort: AbortController;
  done: Promise<void>;
}

/** One cached answer: who reads it, and the one request that may be on its way. */
export class Entry<T> implements Reading<T>, Cached {
  answer: Answer<T> = nothing;
  readonly #load: Work<T>;
  readonly #forget: () => void;
  readonly #listeners = new Set<() => void>();
  #request: Request | undefined;
  /** Something has changed since the answer came. */
  #outdated = false;
  #unread: ReturnType<typeof setTimeout> | undefined;

  /** @param forget called when nobody has read it for a while */
  constructor(load: Work<T>, forget: () => void) {
    this.#load = load;
    this.#forget = forget;
  }

  get watched(): boolean {
    return this.#listeners.size > 0;
  }

  subscribe(listener: () => void, every?: number): () => void {
    clearTimeout(this.#unread);
    const call = () => listener(); // the same function may listen twice
    this.#listeners.add(call);
    this.refresh();
    const timer = every && setInterval(() => globalThis.document?.hidden || this.refetch(), every);
    return () => {
      if (timer) clearInterval(timer);
      if (!this.#listeners.delete(call) || this.watched) return;
      this.#unread = setTimeout(this.#forget, KEPT);
      (this.#unread as { unref?: () => void }).unref?.(); // in Node, a cache keeps no process alive
    };
  }

  refetch(): Promise<void> {
    return this.#request?.done ?? this.run(this.#load);
  }

  /** Fetches if somebody reads it and it is older than so many milliseconds. */
  refresh(freshFor = FRESH): void {
    if (this.watched && (this.#outdated || Date.now() - this.answer.updatedAt > freshFor))
      void this.refetch();
  }

  /** Something has changed: a request on its way may have missed it, so that one is dropped. */
  async invalidate(): Promise<void> {
    this.#outdated = true;
    if (this.watched) await this.run(this.#load);
  }

  /** Forgets the answer and drops the request, without fetching again. */
  reset(): void {
    this.#request?.abort.abort();
    this.#request = undefined;
    this.#set(nothing);
  }

  /** Replaces the answer by what `work` makes of it. Drops a request that is on its way. */
  run(work: Work<T>): Promise<void> {
    this.#request?.abort.abort();
    const abort = new AbortController();
    const request = { abort, done: Promise.resolve() };
    this.#request = request;
    request.done = this.#finish(request, work(abort.signal, this.answer.data));
    this.#set({ fetching: true });
    return request.done;
  }

  async #finish(request: Request, working: Promise<T>): Promise<void> {
    let change: Partial<Answer<T>>;
    try {
      change = { status: 'success', data: await working, error: undefined, updatedAt: Date.now() };
    } catch (error) {
      change = this.#failure(error);
    }
    if (this.#request !== request) return; // a later request has taken over
    this.#request = undefined;
    if (!change.error) this.#outdated = false;
    this.#set({ ...change, fetching: false });
  }

  #failure(cause: unknown): Partial<Answer<T>> {
    const error =
      cause instanceof Error && 'code' in cause
        ? (cause as PortalError)
        : new PortalError({ code: 'client.failed', status: 0 }, { cause });
    if (this.answer.data === undefined || withdrawn(error)) return { ...nothing, status: 'error', error };
    return { error };
  }

  #set(change: Partial<Answer<T>>): void {
    this.answer = { ...this.answer, ...change };
    for (const listener of this.#listeners) listener();
  }
}
