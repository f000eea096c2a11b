import type { InfiniteData, InfiniteQueryObserverOptions, QueryKey, QueryObserverOptions } from '@tanstack/query-core';
import type { Args, PortalClient } from '../client/client.ts';
import type { PortalError } from '../client/error.ts';
import type { Endpoint, InputOf, ResultOf } from '../contract/endpoint.ts';
import type { Page } from '../contract/page.ts';
import type { Route } from '../endpoints/route.ts';

const keyOf = (route: Route, input: unknown): QueryKey => [route.name, input ?? {}];

/** How to read a route through the cache; hand it to a `QueryObserver`. */
export const queryOptions = <E extends Endpoint>(
  client: PortalClient,
  route: Route<E>,
  input?: InputOf<E>,
): QueryObserverOptions<ResultOf<E>, PortalError> => ({
  queryKey: keyOf(route, input),
  queryFn: ({ signal }) => read(client, route, input, signal),
});

/** The item type of an endpoint that answers pages. */
export type ItemOf<E> = ResultOf<E> extends Page<infer T> ? T : never;

/** How to read a list page by page ("Load earlier"); hand it to an `InfiniteQueryObserver`. */
export const infiniteQueryOptions = <E extends Endpoint>(
  client: PortalClient,
  route: Route<E>,
  input?: InputOf<E>,
): InfiniteQueryObserverOptions<
  Page<ItemOf<E>>,
  PortalError,
  InfiniteData<Page<ItemOf<E>>>,
  QueryKey,
  string | undefined
> => ({
  queryKey: [...keyOf(route, input), 'pages'],
  queryFn: ({ signal, pageParam }) =>
    read(client, route, { ...input, cursor: pageParam } as unknown as InputOf<E>, signal) as unknown as Promise<Page<ItemOf<E>>>,
  initialPageParam: undefined,
  getNextPageParam: (last) => last.next ?? undefined,
});

const read = <E extends Endpoint>(
  client: PortalClient,
  route: Route<E>,
  input: InputOf<E> | undefined,
  signal: AbortSignal,
): Promise<ResultOf<E>> => client.call(route, ...([input, { signal }] as unknown as Args<E>));
