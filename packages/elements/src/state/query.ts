import type { PortalError } from '@casefront/core/client';
import type { Endpoint, InputOf, ResultOf } from '@casefront/core/contract/endpoint';
import type { Route } from '@casefront/core/endpoints/route';
import type { Reading } from '@casefront/core/queries';
import type { ReactiveController } from 'lit';
import { portal, type Portal, type PortalHost } from './portal.ts';
import type { PortalState } from './portal-state.ts';

/** What to ask, from the element's properties; anything empty asks nothing yet. */
export type Ask<E extends Endpoint> = () => InputOf<E> | undefined | null | false | '';

export interface QueryOptions {
  /** Milliseconds after which to ask again while the page is visible. */
  readonly every?: number;
}

/** What `dataView` shows: a read in one of its states. */
export interface View<T> {
  readonly portal: Portal;
  readonly status: 'pending' | 'success' | 'error';
  readonly data: T | undefined;
  readonly error: PortalError | undefined;
  /** `data` is older than it should be: asking again has failed. */
  readonly stale: boolean;
  /** When `data` came, in milliseconds since 1970. */
  readonly updatedAt: number;
  refetch(): Promise<void>;
}

/** Follows one reading of the portal's cache for as long as the element is on the page and somebody may be signed in. */
export abstract class Follower<T, R extends Reading<T>> implements ReactiveController, View<T> {
  readonly portal: Portal;
  protected readonly host: PortalHost;
  protected reading: R | undefined;
  readonly #every: number | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(host: PortalHost, { every }: QueryOptions = {}) {
    this.portal = portal(host);
    this.host = host;
    this.#every = every;
    this.portal.watch(() => this.#follow());
    host.addController(this);
  }

  /** The reading to follow now; undefined while there is nothing to ask for. */
  protected abstract find(state: PortalState): R | undefined;

  get status() {
    return this.reading?.answer.status ?? 'pending';
  }

  get data() {
    return this.reading?.answer.data;
  }

  get error() {
    return this.reading?.answer.error;
  }

  get stale() {
    return this.data !== undefined && this.error !== undefined;
  }

  get updatedAt() {
    return this.reading?.answer.updatedAt ?? 0;
  }

  /** A request is on its way. */
  get fetching() {
    return this.reading?.answer.fetching ?? false;
  }

  async refetch(): Promise<void> {
    await this.reading?.refetch();
  }

  /** The element's properties may have changed what to ask for. */
  hostUpdate(): void {
    this.#follow();
  }

  hostDisconnected(): void {
    this.#leave();
  }

  #follow(): void {
    const { state } = this.portal;
    // While the session is not known yet the question is put along with that one: it saves a round trip.
    const next = state && state.session !== null && this.host.isConnected ? this.find(state) : undefined;
    if (next === this.reading) return;
    this.#leave();
    this.reading = next;
    this.#unsubscribe = next?.subscribe(() => this.host.requestUpdate(), this.#every);
    this.host.requestUpdate();
  }

  #leave(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = this.reading = undefined;
  }
}

class Query<E extends Endpoint> extends Follower<ResultOf<E>, Reading<ResultOf<E>>> {
  readonly #route: Route<E>;
  readonly #input: Ask<E>;

  constructor(host: PortalHost, route: Route<E>, input: Ask<E>, options?: QueryOptions) {
    super(host, options);
    this.#route = route;
    this.#input = input;
  }

  protected override find(state: PortalState) {
    const input = this.#input();
    return input ? state.cache.read(this.#route, input) : undefined;
  }
}

export type { Query };

/**
 * One endpoint, read through the portal's cache. It is asked again on focus, on reconnection and after every mutation.
 *
 * @example
 * readonly #case = query(this, cases.get, () => this.caseId && { id: this.caseId });
 */
export const query = <E extends Endpoint>(
  host: PortalHost,
  route: Route<E>,
  input: Ask<E> = () => ({}) as InputOf<E>,
  options?: QueryOptions,
): Query<E> => new Query(host, route, input, options);
