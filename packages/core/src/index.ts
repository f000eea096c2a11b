/**
 * The headless client of Casefront. Works in browsers, Node, workers and React Native: it needs `fetch` and
 * `crypto.getRandomValues`, and no DOM.
 *
 * @example
 * const portal = createPortal({ api: '/portal-api' });
 * const { items } = await portal.cases.list();
 */
import { bind, createClient, type ClientOf, type ClientOptions, type PortalClient } from './client/client.ts';
import type { ClientContract } from './contract/index.ts';
import * as routes from './endpoints/index.ts';

/** Every noun of the client's side as functions, and the client underneath. */
export type Portal = ClientOf<ClientContract> & PortalClient;

/**
 * A client for the people whose cases these are. The session lives in an HttpOnly cookie, so there is nothing to
 * store. Every function rejects with a `PortalError`.
 */
export function createPortal(options: ClientOptions): Portal {
  const client = createClient(options);
  return { ...bind<ClientContract>(client, routes), ...client };
}

export * from './client/index.ts';
export type * from './types.ts';
