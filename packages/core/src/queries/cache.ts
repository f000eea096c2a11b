import type { Args, CallOptions, PortalClient } from '../client/client.ts';
import type { Endpoint, InputOf, ResultOf } from '../contract/endpoint.ts';
import type { Route } from '../endpoints/route.ts';
import type { Reading } from './answer.ts';
import { Entry, type Cached } from './entry.ts';

export interface MutateOptions extends CallOptions {
  /** The reads that this changes. All of them unless given; give `[]` when nothing on the screen depends on it. */
  readonly touches?: readonly Route[];
}

/** What one viewer has read through one client, shared by everything that shows it. */
export interface QueryCache {
  readonly client: PortalClient;
  /** One endpoint; the same reading for the same input. */
  read<E extends Endpoint>(route: Route<E>, input?: InputOf<E>): Reading<ResultOf<E>>;
  /** The entry of a key, made when there is none: for other ways of reading, such as `readPages`. */
  entry<T extends Cached>(key: string, make: (forget: () => void) => T): T;
  /**
   * Calls a route that changes something, then fetches again what is on the screen, and resolves when that has come.
   * Nothing is optimistic: a legal record must never look sent before the server says so.
   * Rejects with a PortalError when the call itself fails.
   */
  mutate<E extends Endpoint>(
    route: Route<E>,
    input: InputOf<E>,
    options?: MutateOptions,
  ): Promise<ResultOf<E>>;
  /** Fetches again what is on the screen, and the rest when it is next shown. Never rejects. */
  invalidate(touches?: readonly Route[]): Promise<void>;
  /** Forgets everything, at once: the viewer has changed. What is on the screen waits for `invalidate`. */
  clear(): void;
  /** Fetches what is on the screen again when the page comes back to front or online. @returns ends it */
  mount(): () => void;
}

/**
 * Whoever returns to the page wants to see what is new, however short they were away; only two events of one return
 * count as one. Milliseconds.
 */
const FLICKER = 1_000;

export function createCache(client: PortalClient): QueryCache {
  const entries = new Map<string, Cached>();
  const call = <E extends Endpoint>(route: Route<E>, input: unknown, options: CallOptions) =>
    client.call(route, ...([input, options] as unknown as Args<E>));

  const cache: QueryCache = {
    client,
    entry<T extends Cached>(key: string, make: (forget: () => void) => T): T {
      const known = entries.get(key) as T | undefined;
      const entry = known ?? make(() => entries.delete(key));
      entries.set(key, entry);
      return entry;
    },
    read: (route, input) =>
      cache.entry(
        keyOf(route, input),
        (forget) => new Entry((signal) => call(route, input, { signal }), forget),
      ),
    async mutate(route, input, { touches, ...options } = {}) {
      const result = await call(route, input, options);
      await cache.invalidate(touches);
      return result;
    },
    async invalidate(touches) {
      const touched = (key: string) => !touches || touches.some(({ name }) => key.startsWith(`${name} `));
      const stale = [...entries].filter(([key]) => touched(key));
      await Promise.all(stale.map(([, one]) => one.invalidate()));
    },
    clear() {
      for (const [key, one] of entries) {
        one.reset();
        if (!one.watched) entries.delete(key);
      }
    },
    mount() {
      const wake = () => {
        if (!globalThis.document?.hidden) for (const one of entries.values()) one.refresh(FLICKER);
      };
      globalThis.document?.addEventListener('visibilitychange', wake);
      globalThis.addEventListener?.('online', wake);
      return () => {
        globalThis.document?.removeEventListener('visibilitychange', wake);
        globalThis.removeEventListener?.('online', wake);
      };
    },
  };
  return cache;
}

/** The same for the same input, whatever the order of its fields. */
export function keyOf(route: Route, input: object = {}): string {
  const fields = Object.entries(input).filter(([, value]) => value !== undefined);
  return `${route.name} ${JSON.stringify(fields.sort(([a], [b]) => (a < b ? -1 : 1)))}`;
}
