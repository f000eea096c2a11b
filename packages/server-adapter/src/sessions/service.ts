/** Where somebody is signed in, and ending that (ASVS 7.5.2). */
import type { Device } from '@casefront/core/contract/sessions';
import { endOtherSessions, isAwake } from '../access/sessions.ts';
import type { PersonContext } from '../context.ts';
import { notFound } from '../http/problem.ts';
import { appendAbout } from '../journal/index.ts';
import type { Tx } from '../sql/database.ts';
import { deviceName } from './device.ts';

/** Only those that go on. */
export async function listSessions(ctx: PersonContext): Promise<{ items: Device[] }> {
  const { db, firm, actor, clock } = ctx;
  const now = clock();
  const rows = await db
    .selectFrom('sessions')
    .where('firm_id', '=', firm.id)
    .where('person_id', '=', actor.id)
    .where('stage', '=', 'complete')
    .orderBy('last_seen_at', 'desc')
    .orderBy('id')
    .select(['id', 'device', 'method', 'created_at', 'last_seen_at', 'expires_at'])
    .execute();
  const awake = rows.filter((row) => isAwake(row, actor.session.idleSeconds, now));
  const items = awake.map((row) => ({
    id: row.id,
    device: deviceName(row.device, actor.locale),
    method: row.method,
    createdAt: row.created_at,
    lastSeenAt: toTheMinute(row.last_seen_at),
    expiresAt: row.expires_at,
    current: row.id === actor.session.id,
  }));
  return { items: items.toSorted((a, b) => Number(b.current) - Number(a.current)) };
}

/** @throws `not-found`, also for a session of somebody else */
export async function endOne(
  { firm, actor, transaction, request }: PersonContext,
  id: string,
): Promise<void> {
  await transaction(async (tx) => {
    const ended = await tx
      .deleteFrom('sessions')
      .where((eb) => eb.and({ firm_id: firm.id, person_id: actor.id, id }))
      .returning('id')
      .executeTakeFirst();
    if (!ended) notFound();
    await record(tx, { firm, actor });
  });
  if (id === actor.session.id) request.handToken();
}

export async function endOthers({ firm, actor, transaction }: PersonContext): Promise<void> {
  await transaction(async (tx) => {
    if ((await endOtherSessions(tx, firm.id, actor)) > 0) await record(tx, { firm, actor });
  });
}

const record = (tx: Tx, { firm, actor }: Pick<PersonContext, 'firm' | 'actor'>) =>
  appendAbout(tx, { firm, actor }, actor.id, 'session.ended');

/** Finer would say when somebody reads what, to whoever looks over their shoulder. */
const toTheMinute = (at: string) => `${at.slice(0, 16)}:00.000Z`;
