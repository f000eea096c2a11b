import { problem } from '../http/problem.ts';
import type { Tx } from '../sql/database.ts';
import { prepared } from '../sql/prepared.ts';
import type { Actor } from './actor.ts';

/**
 * Requires, now that it is a request's turn, that its session or key still counts, and for as much: while the request
 * waited it may have ended, a second factor may be asked for, its person may have another role. Then nothing may be done
 * by what was so before (ASVS 8.3.2).
 *
 * @throws `auth.expired`, `auth.incomplete`, `forbidden`
 */
export async function requireStillIn(
  tx: Tx,
  firm: string,
  actor: Exclude<Actor, { kind: 'nobody' }>,
): Promise<void> {
  if (actor.kind === 'key') {
    if (!(await openKey.first(tx, { firm, id: actor.id }))) throw problem('auth.expired');
    return;
  }
  const found = await openSession.first(tx, { firm, id: actor.session.id });
  if (!found) throw problem('auth.expired');
  if (found.stage !== actor.session.stage) throw problem('auth.incomplete');
  if (actor.kind === 'staff' && (found.role ?? 'staff') !== actor.role) throw problem('forbidden');
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
    .select(['sessions.stage', 'people.role']),
);

const openKey = prepared((db, p: { firm: string; id: string }) =>
  db
    .selectFrom('api_keys')
    .where('firm_id', '=', p.firm)
    .where('id', '=', p.id)
    .where('revoked_at', 'is', null)
    .select('id'),
);
