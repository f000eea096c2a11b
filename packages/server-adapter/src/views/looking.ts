import { scopeOf, type Actor } from '../access/actor.ts';
import type { Backend } from '../backend.ts';
import { problem, ProblemError } from '../http/problem.ts';
import { requireAnswerable } from '../people/answer-for.ts';
import type { Clock, Executor } from '../sql/database.ts';
import type { Scoped } from '../sql/scoped.ts';
import { seenThrough } from './through.ts';

interface Looking {
  readonly firmId: string;
  readonly actor: Actor;
  readonly clock: Clock;
  readonly openBackend: (door: Scoped) => Backend;
}

/**
 * What a request reads from: for who looks as a client, only what they may see as well.
 *
 * @throws `view.ended` when who looks does not answer for the client any more.
 */
export async function lookingThrough(
  db: Executor,
  { firmId, actor, clock, openBackend }: Looking,
): Promise<Executor> {
  if (actor.kind !== 'client' || !actor.viewedBy) return db;
  const scope = scopeOf(firmId, actor.viewedBy);
  const backend = openBackend({ db, scope, clock });
  await requireAnswerable({ actor: actor.viewedBy, backend }, actor.id).catch((error: unknown) => {
    throw error instanceof ProblemError ? problem('view.ended') : error;
  });
  return seenThrough(db, scope, clock().toISOString());
}
