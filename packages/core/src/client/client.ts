import type { Endpoint, InputOf, ResultOf } from '../contract/endpoint.ts';
import { isRoute, type Route, type RouteTree } from '../endpoints/route.ts';
import { createTransport, type Transport, type TransportOptions } from './transport.ts';

export interface ClientOptions extends TransportOptions {
  /**
   * Checks every answer against the contract; see `@casefront/core/validate`. Meant for development and tests:
   * it brings the schemas along.
   */
  readonly validate?: (name: string, answer: unknown) => unknown;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
  /**
   * Names a mutation, so that sending it again has no second effect. Made anew for each call unless given; give one
   * to make a retry by hand (a "Try again" button) safe.
   */
  readonly idempotencyKey?: string;
  /** Goes on when the page is left meanwhile. */
  readonly keepalive?: boolean;
}

/** Input may be left out when nothing in it is required. */
export type Args<E extends Endpoint> =
  {} extends InputOf<E>
    ? [input?: InputOf<E>, options?: CallOptions]
    : [input: InputOf<E>, options?: CallOptions];

/** One endpoint as a function. Rejects with a PortalError and nothing else. */
export type Call<E extends Endpoint> = (...args: Args<E>) => Promise<ResultOf<E>>;

/** A tree of endpoints as a tree of functions; mapped, so that each keeps its doc comment. */
export type ClientOf<C> = { readonly [K in keyof C]: C[K] extends Endpoint ? Call<C[K]> : ClientOf<C[K]> };

/** Calls routes. What elements share through context; `createPortal` puts the nouns on top of it. */
export interface PortalClient {
  /** Where the server is mounted. */
  readonly api: string;
  /** Calls one route. Rejects with a PortalError. */
  call<E extends Endpoint>(route: Route<E>, ...args: Args<E>): Promise<ResultOf<E>>;
}

export function createClient(options: ClientOptions): PortalClient {
  const send: Transport = createTransport(options);
  return {
    api: options.api,
    async call<E extends Endpoint>(route: Route<E>, ...[input, call]: Args<E>): Promise<ResultOf<E>> {
      const { path, rest } = fillPath(route.path, (input ?? {}) as Record<string, unknown>);
      const answer = await send({
        method: route.method,
        path: `v1${path}`,
        ...(route.method === 'GET' ? { query: rest as Record<string, string> } : mutation(rest, call)),
        signal: call?.signal,
        keepalive: call?.keepalive,
        once: route.once,
      });
      return (options.validate ? options.validate(route.name, answer) : answer) as ResultOf<E>;
    },
  };
}

/** What only a mutation carries: JSON, its key, and the header that forces a preflight across origins. */
const mutation = (body: unknown, call: CallOptions | undefined) => ({
  body,
  headers: { 'x-portal': '1', 'idempotency-key': call?.idempotencyKey ?? newKey() },
});

/** 128 random bits. `crypto.randomUUID` is missing on plain-http origins, `getRandomValues` is everywhere. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

/** Moves the fields that the path names into it, and leaves the rest for the query or the body. */
function fillPath(
  path: string,
  input: Record<string, unknown>,
): { path: string; rest: Record<string, unknown> } {
  const rest = { ...input };
  const filled = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name];
    if (typeof value !== 'string' || value === '') throw new TypeError(`${path}: "${name}" is missing`);
    delete rest[name];
    return encodeURIComponent(value);
  });
  for (const name of Object.keys(rest)) if (rest[name] === undefined) delete rest[name];
  return { path: filled, rest };
}

/** The functions of a tree of routes, each bound to the client. */
export function bind<C>(client: PortalClient, routes: RouteTree): ClientOf<C> {
  return Object.fromEntries(
    Object.entries(routes).map(([key, node]) => [
      key,
      isRoute(node) ? (...args: Args<Endpoint>) => client.call(node, ...args) : bind(client, node),
    ]),
  ) as ClientOf<C>;
}

export { type Transport, type TransportOptions } from './transport.ts';
