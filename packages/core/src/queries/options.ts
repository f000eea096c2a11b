import type { Args, PortalClient } from '../client/client.ts';
import type { Endpoint, InputOf, ResultOf } from '../contract/endpoint.ts';
import type { Route } from '../endpoints/route.ts';

/** What every flavour of TanStack Query takes. */
export interface QueryOptions<T> {
  readonly queryKey: readonly unknown[];
  readonly queryFn: (context: { readonly signal: AbortSignal }) => Promise<T>;
}

/**
 * A read for an application that has a cache of its own.
 *
 * @example
 * const { data } = useQuery(queryOptions(client, cases.list));   // @tanstack/react-query, vue-query, svelte-query …
 */
export const queryOptions = <E extends Endpoint>(
  client: PortalClient,
  route: Route<E>,
  input?: InputOf<E>,
): QueryOptions<ResultOf<E>> => ({
  queryKey: [route.name, input ?? {}],
  queryFn: ({ signal }) => client.call(route, ...([input, { signal }] as unknown as Args<E>)),
});
