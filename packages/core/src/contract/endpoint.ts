/**
 * An endpoint is plain data, said once. The client, the server's routes and validation, the mocks, the OpenAPI
 * document and the security matrix are all derived from it; nothing about an endpoint is written a second time.
 */
import type * as z from 'zod';
import { commonErrors, problems, type ErrorCode } from './errors.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * Who may call: `public` anyone, `person` whoever is signed in (client or staff), `client` a client's session,
 * `firm` a staff session or an API key of the firm.
 */
export type Audience = 'public' | 'person' | 'client' | 'firm';

type Shape = z.ZodObject;

/** What an endpoint says about itself beyond method and path. */
export interface EndpointSpec {
  /** One line for the OpenAPI document: what the caller gets. */
  readonly summary: string;
  readonly audience: Audience;
  /** The query of a GET, or the JSON body of any other method. Strict: an unknown key is a 400. */
  readonly input?: Shape;
  /** The JSON answer. Without it the endpoint answers 204. Keys that it does not name are never sent. */
  readonly result?: z.ZodType;
  /** Codes beyond those that every endpoint may answer (see `commonErrors`). */
  readonly errors?: readonly ErrorCode[];
  /**
   * True when calling it is something the person did, so that it extends an idle session (ASVS 7.3.1). Never a GET:
   * pages fetch again by themselves, on focus and on timers.
   */
  readonly activity?: boolean;
  /** The API key scope that a system needs; firm endpoints only. Without it the endpoint is not for systems. */
  readonly scope?: Scope | undefined;
  /**
   * May be called while signing in is not finished: a second factor is still asked for, or has to be set up first.
   * Everything else answers `auth.incomplete` then. `enrol`: only while one has to be set up. Where one is asked for,
   * whoever knows the password alone could set up another.
   */
  readonly incomplete?: true | 'enrol';
  /** Asks for a proof of the person that is not older than ten minutes (ASVS 7.5.1); else `auth.step-up`. */
  readonly stepUp?: boolean;
  /**
   * What it answers is somebody's secret, so the journal keeps who read it (ASVS 16.3.3): `:id` names the item. One entry
   * for every answer, in the same transaction.
   */
  readonly sensitive?: 'thread' | 'person';
  /**
   * Reads so much that nobody else must wait for it: a few times an hour, and outside of transactions. That it was read is
   * written down before it begins. Only for what is always there.
   */
  readonly long?: boolean;
  /**
   * Compares a secret that somebody typed: that takes long, and a try counts also when it fails. So it runs outside the
   * request's transaction, and opens its own.
   */
  readonly checksSecret?: boolean;
  /**
   * May be read by whoever looks at the portal as a client sees it (`firm.views`). Said of each endpoint by itself, so that
   * nothing is shown to colleagues by mistake: what is a person's own never is.
   */
  readonly viewable?: boolean;
  /** The answer holds a secret that is shown once: it is not kept, so a repeated request is a `conflict`. */
  readonly answersSecret?: boolean;
}

/** What an API key may be allowed to do. Staff sessions are ruled by their role instead. */
export type Scope = 'people' | 'cases' | 'messages' | 'events' | 'shares';

export interface Endpoint<
  M extends Method = Method,
  P extends string = string,
  S extends EndpointSpec = EndpointSpec,
> {
  readonly method: M;
  readonly path: P;
  readonly spec: S;
}

const define =
  <M extends Method>(method: M) =>
  <P extends `/${string}`, const S extends EndpointSpec>(path: P, spec: S): Endpoint<M, P, S> => ({
    method,
    path,
    spec,
  });

export const get: <P extends `/${string}`, const S extends EndpointSpec & { readonly activity?: never }>(
  path: P,
  spec: S,
) => Endpoint<'GET', P, S> = define('GET');
export const post = define('POST');
export const put = define('PUT');
export const patch = define('PATCH');
export const del = define('DELETE');

/** A tree of endpoints: nouns at the top, verbs inside. */
export interface ContractTree {
  readonly [name: string]: Endpoint | ContractTree;
}

export const isEndpoint = (node: Endpoint | ContractTree): node is Endpoint =>
  typeof (node as Endpoint).method === 'string' && typeof (node as Endpoint).path === 'string';

export interface NamedEndpoint {
  /** Dotted place in the tree: `cases.list`. */
  readonly name: string;
  readonly endpoint: Endpoint;
}

/** Every endpoint of a tree with its dotted name, in the tree's order. */
export function* walk(tree: ContractTree, prefix = ''): Generator<NamedEndpoint> {
  for (const [key, node] of Object.entries(tree)) {
    const name = prefix ? `${prefix}.${key}` : key;
    if (isEndpoint(node)) yield { name, endpoint: node };
    else yield* walk(node, name);
  }
}

/** The names of the `:params` in a path, left to right. */
export const pathParams = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map((match) => match[1]!);

/** Every code that an endpoint may answer, in the catalogue's order. */
export function errorsOf({ spec, method, path }: Endpoint): ErrorCode[] {
  const codes = new Set<ErrorCode>([...commonErrors, ...(spec.errors ?? [])]);
  if (spec.audience !== 'public') codes.add('auth.required').add('auth.expired').add('forbidden');
  if (spec.audience !== 'public' && spec.incomplete !== true) codes.add('auth.incomplete');
  if (spec.stepUp) codes.add('auth.step-up');
  if (method !== 'GET')
    codes
      .add('request.media-type')
      .add('request.malformed')
      .add('request.too-large')
      .add('request.timeout')
      .add('idempotency.reused')
      .add('view.read-only');
  if (pathParams(path).length > 0) codes.add('not-found');
  return (Object.keys(problems) as ErrorCode[]).filter((code) => codes.has(code));
}

type Flat<T> = { [K in keyof T]: T[K] } & {};

type ParamNames<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamNames<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? Name
    : never;

type Fields<S> = S extends { readonly input: infer I extends z.ZodType } ? z.input<I> : unknown;
type Parsed<S> = S extends { readonly input: infer I extends z.ZodType } ? z.output<I> : unknown;

/** What a caller passes: path parameters and fields in one flat object. */
export type InputOf<E> =
  E extends Endpoint<Method, infer P, infer S> ? Flat<Record<ParamNames<P>, string> & Fields<S>> : never;

/** The same after parsing, defaults filled in: what a service receives. */
export type ParsedOf<E> =
  E extends Endpoint<Method, infer P, infer S> ? Flat<Record<ParamNames<P>, string> & Parsed<S>> : never;

/** What the endpoint answers; `void` for a 204. */
export type ResultOf<E> =
  E extends Endpoint<Method, string, infer S>
    ? S extends { readonly result: infer R extends z.ZodType }
      ? z.output<R>
      : void
    : never;

/** Every endpoint of a tree as a function of (context, parsed input): a missing one is a compile error. */
export type Implementation<C, Context> = {
  readonly [K in keyof C]: C[K] extends Endpoint
    ? (context: Context, input: ParsedOf<C[K]>) => Promise<ResultOf<C[K]>>
    : Implementation<C[K], Context>;
};
