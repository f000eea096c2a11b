import type { Args } from '../client/client.ts';
import type { Endpoint, InputOf, ResultOf } from '../contract/endpoint.ts';
import type { Page } from '../contract/page.ts';
import type { Route } from '../endpoints/route.ts';
import type { PagedReading } from './answer.ts';
import { keyOf, type QueryCache } from './cache.ts';
import { Entry } from './entry.ts';

/** The item type of an endpoint that answers pages. */
export type ItemOf<E> = ResultOf<E> extends Page<infer T> ? T : never;

/** A list page by page ("Load earlier"). Not shared with `cache.read` of the same route. */
export function readPages<E extends Endpoint>(
  cache: QueryCache,
  route: Route<E>,
  input?: InputOf<E>,
): PagedReading<ItemOf<E>> {
  const { client } = cache;
  const fetch = (cursor: string | undefined, signal: AbortSignal) =>
    client.call(route, ...([{ ...input, cursor }, { signal }] as unknown as Args<E>)) as Promise<unknown>;
  return cache.entry(
    `${keyOf(route, input)}*`,
    (forget) => new Pages<ItemOf<E>>(fetch as Fetch<ItemOf<E>>, forget),
  );
}

type Fetch<T> = (cursor: string | undefined, signal: AbortSignal) => Promise<Page<T>>;

/**
 * The pages of a list as one answer. Fetching again walks as many pages as were there, so that a list does not
 * shrink under its reader and no item is shown twice.
 */
class Pages<T> extends Entry<readonly T[]> implements PagedReading<T> {
  #next: string | null = null;
  #count = 1;
  readonly #fetch: Fetch<T>;

  constructor(fetch: Fetch<T>, forget: () => void) {
    super(async (signal) => {
      let page = await fetch(undefined, signal);
      const items = [...page.items];
      let count = 1;
      for (; count < this.#count && page.next !== null; count++) {
        page = await fetch(page.next, signal);
        items.push(...page.items);
      }
      this.#at(signal, count, page.next);
      return items;
    }, forget);
    this.#fetch = fetch;
  }

  get hasMore(): boolean {
    return this.#next !== null;
  }

  async loadMore(): Promise<void> {
    const cursor = this.#next;
    if (cursor === null || this.answer.fetching) return;
    await this.run(async (signal, before = []) => {
      const page = await this.#fetch(cursor, signal);
      this.#at(signal, this.#count + 1, page.next);
      return [...before, ...page.items];
    });
  }

  override reset(): void {
    this.#next = null;
    this.#count = 1;
    super.reset();
  }

  #at(signal: AbortSignal, count: number, next: string | null): void {
    if (signal.aborted) return;
    this.#count = count;
    this.#next = next;
  }
}
