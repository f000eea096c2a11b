import type { Scope } from '../access/actor.ts';
import type { Clock, Executor } from './database.ts';

/**
 * The way to the data of one request: what to query, and whose eyes to see it with. Every backend is made of one, so
 * no method of a noun can be called without a scope. A `Context` is one.
 */
export interface Scoped {
  /** Read at each call: in the middle of a transaction it is that transaction. */
  readonly db: Executor;
  readonly scope: Scope;
  readonly clock: Clock;
}

/** Parameters that every query of one person's shares has. */
export type Viewer = Pick<Scope, 'firmId' | 'personId'> & { readonly now: string };

export const viewerOf = ({ scope, clock }: Pick<Scoped, 'scope' | 'clock'>): Viewer => ({
  firmId: scope.firmId,
  personId: scope.personId,
  now: clock().toISOString(),
});
