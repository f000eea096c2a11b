/** What every service is called with: who asks, in which firm, and the only way to its data. */
import type { Audience, Endpoint, Method, ParsedOf, ResultOf } from '@casefront/core/contract';
import type { Branding, Contact } from '@casefront/core/contract/firm';
import type { Actor, ClientActor, FirmActor, PersonActor, Scope } from './access/actor.ts';
import type { Backend } from './backend.ts';
import type { Clock, Executor, Tx } from './sql/database.ts';
import type { FirmSettings } from './sql/schema.ts';
import type { Services } from './services.ts';

/** The firm whose portal this is. */
export interface FirmRecord {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly branding: Branding;
  readonly contact: Contact;
  readonly settings: FirmSettings;
  readonly locale: string;
  readonly timeZone: string;
  /** The page that links point to. Configured; never taken from a request (Appsmith CVE-2026-22794). */
  readonly portalUrl: string;
  /** The origin of that page, whose scripts may call. */
  readonly origin: string;
}

export interface Context<A extends Actor = Actor> {
  readonly firm: FirmRecord;
  readonly actor: A;
  readonly scope: Scope;
  /**
   * For reads. While a transaction of this request is open it is that transaction, so a service reads what it has
   * just written.
   */
  readonly db: Executor;
  /** The nouns as the scope may see and change them, on `db`; services go this way and leave SQL to it. */
  readonly backend: Backend;
  /**
   * One transaction for state, shares and journal. A mutation of somebody signed in runs in one from the start,
   * together with its idempotency key, and this joins it; elsewhere it opens one. `work` may run again from the start
   * (Postgres deadlock), so it does nothing that cannot be done twice.
   */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  readonly clock: Clock;
  readonly request: RequestFacts;
  /** Parts of the server that are not data: passwords, rate limits, sessions. */
  readonly services: Services;
}

/** What a service may know of the HTTP request, and the one thing it may do to the answer. */
export interface RequestFacts {
  /** Also in the answer and in the log. */
  readonly id: string;
  /** The caller's address, as far as trusted proxies tell. */
  readonly ip: string;
  readonly userAgent: string | undefined;
  /** The session token that came along, good or not. */
  readonly token: string | undefined;
  /** Hands the browser another token for its session when all goes well; without one, ends the one it has. */
  readonly handToken: (token?: string) => void;
}

export type ClientContext = Context<ClientActor>;
export type PersonContext = Context<PersonActor>;
export type FirmContext = Context<FirmActor>;

/** The context that an endpoint's audience promises: who may not call never reaches the service. */
export type ContextOf<A extends Audience> = A extends 'client'
  ? ClientContext
  : A extends 'person'
    ? PersonContext
    : A extends 'firm'
      ? FirmContext
      : Context;

/**
 * Every endpoint of a tree as a function of (context, parsed input). A missing one is a compile error, and so is one
 * that expects another audience than the contract names.
 *
 * @example
 * export const cases: Implemented<ClientContract['cases']> = {
 *   list: (ctx, query) => listCases(ctx, query),
 *   …
 * };
 */
export type Implemented<C> = {
  readonly [K in keyof C]: C[K] extends Endpoint<Method, string, infer S>
    ? (context: ContextOf<S['audience']>, input: ParsedOf<C[K]>) => Promise<ResultOf<C[K]>>
    : Implemented<C[K]>;
};
