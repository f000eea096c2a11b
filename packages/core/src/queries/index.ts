/**
 * Cached, shared reads for anything that renders: one request however many elements ask, refreshed on focus and
 * after every mutation. Built on @tanstack/query-core, whose observers and options are used as they are.
 */
import { infiniteQueryOptions, queryOptions } from './options.ts';
import { QueryClient } from '@tanstack/query-core';
import type { Args, PortalClient } from '../client/client.ts';
import type { Endpoint, ResultOf } from '../contract/endpoint.ts';
import type { Route } from '../endpoints/route.ts';

/**
 * A cache for one viewer. Answers count as fresh for 15 seconds; after that they are still shown, and fetched again
 * on focus, reconnection or a new reader. Retrying is the client's job, so the cache does not.
 */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 15_000, gcTime: 5 * 60_000, retry: false, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  });

/**
 * Calls a route that changes something, then fetches again what is on the screen. Nothing is optimistic: a legal
 * record must never look sent before the server says so.
 */
export async function mutate<E extends Endpoint>(
  cache: QueryClient,
  client: PortalClient,
  route: Route<E>,
  ...args: Args<E>
): Promise<ResultOf<E>> {
  const result = await client.call(route, ...args);
  await cache.invalidateQueries({}, { cancelRefetch: false });
  return result;
}

export { infiniteQueryOptions, queryOptions };
