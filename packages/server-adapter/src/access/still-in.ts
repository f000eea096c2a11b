import { problem } from '../http/problem.ts';
import type { Tx } from '../sql/database.ts';
import { prepared } from '../sql/prepared.ts';
import type { Actor } from './actor.ts';

/**
 * Requires, now that it is a request's turn, that its session or key still counts: it may have ended while the request
 * waited, and then nothing may be done in its name any more (ASVS 8.3.2).
 *
 * @throws `auth.expired`
 */
export async function requireStillIn(
  tx: Tx,
  firm: string,
  actor: Exclude<Actor, { kind: 'nobody' }>,
): Promise<void> {
  const found =
    actor.kind === 'key'
      ? await openKey.first(tx, { firm, id: actor.id })
      : await openSession.first(tx, { firm, id: actor.session.id });
  if (!found) throw problem('auth.expired');
}

/** By its name, which it keeps when it gets a new token. */
const openSession = prepared((db, p: { firm: string; id: string }) =>
  db
    .selectFrom('sessions')
    .innerJoin('people', (join) =>
      join.onRef('people.firm_id', '=', 'sessions.firm_id').onRef('people.id', '=', 'sessions.person_id'),
    )
    .where('sessions.firm_id', '=', p.firm)
    .where('sessions.id', '=', p.id)
    .where('people.access', '=', 'active')
    .select('sessions.id'),
);

const openKey = prepared((db, p: { firm: string; id: string }) =>
  db
    .selectFrom('api_keys')
    .where('firm_id', '=', p.firm)
    .where('id', '=', p.id)
    .where('revoked_at', 'is', null)
    .select('id'),
);
