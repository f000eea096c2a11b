import type { Access } from '@casefront/core/contract/firm/access';
import type { FirmContext } from '../../context.ts';
import { hasSecondFactor, heldFactors } from '../../factors/held.ts';
import { asksForSecondFactor, idleSecondsOf } from '../../firm/settings.ts';
import { notFound } from '../../http/problem.ts';
import { requireAccessOf } from '../../people/answer-for.ts';
import { isAwake } from '../sessions.ts';

/** @throws `not-found`, `forbidden` */
export async function readAccess(ctx: FirmContext, id: string): Promise<Access> {
  const { db, firm, backend } = ctx;
  const { kind, access } = (await backend.people.get(id)) ?? notFound();
  await requireAccessOf(ctx, { id, kind });
  return {
    state: access,
    invitation: await findInvitation(ctx, id),
    lastSignInAt: await findLastSignIn(ctx, id),
    secondFactor: hasSecondFactor(await heldFactors(db, firm.id, id)),
    secondFactorRequired: asksForSecondFactor(firm, kind === 'staff' ? 'staff' : 'client'),
    sessions: await countSessions(ctx, id),
  };
}

async function findInvitation({ db, firm, clock }: FirmContext, id: string): Promise<Access['invitation']> {
  const link = await db
    .selectFrom('links')
    .where('firm_id', '=', firm.id)
    .where('person_id', '=', id)
    .where('purpose', '=', 'invitation')
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .orderBy('created_at', 'desc')
    .limit(1)
    .select(['email', 'created_at', 'expires_at'])
    .executeTakeFirst();
  if (!link) return null;
  const { email, created_at: sentAt, expires_at: expiresAt } = link;
  return { email, sentAt, expiresAt, expired: expiresAt <= clock().toISOString() };
}

/** From the journal, because sessions are not kept. */
async function findLastSignIn({ db, firm }: FirmContext, id: string): Promise<string | null> {
  const last = await db
    .selectFrom('journal')
    .where('firm_id', '=', firm.id)
    .where('subject_type', '=', 'person')
    .where('subject_id', '=', id)
    .where('verb', '=', 'session.opened')
    .orderBy('seq', 'desc')
    .limit(1)
    .select('at')
    .executeTakeFirst();
  return last?.at ?? null;
}

async function countSessions({ db, firm, clock }: FirmContext, id: string): Promise<number> {
  const now = clock();
  const sessions = await db
    .selectFrom('sessions')
    .innerJoin('people', (join) =>
      join.onRef('people.firm_id', '=', 'sessions.firm_id').onRef('people.id', '=', 'sessions.person_id'),
    )
    .where('sessions.firm_id', '=', firm.id)
    .where('sessions.person_id', '=', id)
    .where('sessions.stage', '=', 'complete')
    .select(['sessions.last_seen_at', 'sessions.expires_at', 'people.idle_minutes'])
    .execute();
  return sessions.filter((session) => isAwake(session, idleSecondsOf(firm, session.idle_minutes), now))
    .length;
}
