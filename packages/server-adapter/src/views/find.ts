import type { ClientActor, StaffActor } from '../access/actor.ts';
import { problem } from '../http/problem.ts';
import type { Executor } from '../sql/database.ts';
import { prepared } from '../sql/prepared.ts';

/**
 * The client whom a member of the firm looks as. What the two may see is for `through.ts`; the session stays that of who
 * looks, and what is done is done by them.
 *
 * @throws `view.ended`: over, of another session, or the client's access has been shut.
 */
export async function lookAs(
  executor: Executor,
  firmId: string,
  by: StaffActor,
  { id, now }: { id: string; now: string },
): Promise<ClientActor> {
  const view = await find.first(executor, { firm: firmId, id, session: by.session.id, now });
  if (!view) throw problem('view.ended');
  const { expiresAt } = by.session;
  return {
    kind: 'client',
    id: view.id,
    name: view.name,
    email: view.email,
    locale: view.locale,
    timeZone: view.time_zone,
    session: { ...by.session, expiresAt: view.expires_at < expiresAt ? view.expires_at : expiresAt },
    viewedBy: by,
  };
}

const find = prepared((db, p: { firm: string; id: string; session: string; now: string }) =>
  db
    .selectFrom('views')
    .innerJoin('people', (join) =>
      join.onRef('people.firm_id', '=', 'views.firm_id').onRef('people.id', '=', 'views.person_id'),
    )
    .where('views.firm_id', '=', p.firm)
    .where('views.id', '=', p.id)
    .where('views.session_id', '=', p.session)
    .where('views.expires_at', '>', p.now)
    .where('people.kind', '=', 'client')
    .where('people.access', '!=', 'disabled')
    .select(['people.id', 'people.name', 'people.email', 'people.locale', 'people.time_zone'])
    .select('views.expires_at'),
);
