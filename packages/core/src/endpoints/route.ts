import type { Endpoint, Method } from '../contract/endpoint.ts';

/**
 * What a browser needs to know of an endpoint. The schemas stay on the server: they would cost every page 11 kB and
 * trip a strict CSP. `E` carries the endpoint's types and nothing at run time.
 */
export interface Route<E extends Endpoint = Endpoint> {
  /** Dotted place in the contract: `cases.list`. Part of every cache key. */
  readonly name: string;
  readonly method: Method;
  readonly path: string;
  /** Calling it extends a session that would end for lack of acts. */
  readonly activity?: true;
  /** Not to be sent again unasked: a link is used up by the first time, a wrong code is counted each time. */
  readonly once?: true;
  readonly types?: E;
}

/** The routes of a noun; mapped, so that each keeps the doc comment of its endpoint. */
export type RoutesOf<C> = {
  readonly [K in keyof C]: C[K] extends Endpoint ? Route<C[K]> : RoutesOf<C[K]>;
};

export interface RouteTree {
  readonly [name: string]: Route | RouteTree;
}

export const isRoute = (node: Route | RouteTree): node is Route => typeof (node as Route).path === 'string';
