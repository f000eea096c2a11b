import type { Endpoint, InputOf } from '@casefront/core/contract/endpoint';
import type { Route } from '@casefront/core/endpoints/route';
import { readPages, type ItemOf, type PagedReading } from '@casefront/core/queries';
import type { PortalHost } from './portal.ts';
import type { PortalState } from './portal-state.ts';
import { Follower, type Ask, type QueryOptions } from './query.ts';

class Pages<E extends Endpoint> extends Follower<readonly ItemOf<E>[], PagedReading<ItemOf<E>>> {
  readonly #route: Route<E>;
  readonly #input: Ask<E>;
  #loadingMore = false;

  constructor(host: PortalHost, route: Route<E>, input: Ask<E>, options?: QueryOptions) {
    super(host, options);
    this.#route = route;
    this.#input = input;
  }

  /** What was read so far, in the server's order. */
  get items(): readonly ItemOf<E>[] {
    return this.data ?? [];
  }

  get hasMore(): boolean {
    return this.reading?.hasMore ?? false;
  }

  /** The next page is on its way. */
  get loadingMore(): boolean {
    return this.#loadingMore;
  }

  /** Adds the next page. Never rejects: look at `stale` and `error`. */
  async loadMore(): Promise<void> {
    this.#loadingMore = true;
    this.host.requestUpdate();
    await this.reading?.loadMore();
    this.#loadingMore = false;
    this.host.requestUpdate();
  }

  protected override find(state: PortalState) {
    const input = this.#input();
    return input ? readPages(state.cache, this.#route, input) : undefined;
  }
}

export type { Pages };

/**
 * A list, read page by page through the portal's cache.
 *
 * @example
 * readonly #threads = pages(this, threads.list, () => ({}));
 */
export const pages = <E extends Endpoint>(
  host: PortalHost,
  route: Route<E>,
  input: Ask<E> = () => ({}) as InputOf<E>,
  options?: QueryOptions,
): Pages<E> => new Pages(host, route, input, options);
