import type { ExpressionBuilder, Selectable } from 'kysely';
import { forEach, type Round } from '../jobs/round.ts';
import { append } from '../journal/append.ts';
import { system } from '../journal/entry.ts';
import { lockFirm } from '../journal/lock.ts';
import type { Database, Tx } from '../sql/database.ts';
import type { Schema, ShareTable } from '../sql/schema.ts';
import { unshare, withdrawn } from './unshare.ts';
import { raiseVersion } from './version.ts';
import { live } from './visible.ts';

/**
 * Tells about shares whose first or last moment has come. The clock alone decides what a person sees; this makes it
 * news when something is there, and lets what they have kept of it grow stale when it is gone. Each is told once, also
 * when several nodes look at the same time; one that cannot be told holds up no other.
 */
export async function turnShares(database: Database, round: Round): Promise<void> {
  for (const turn of [beginning, end]) {
    const due = await database.kysely
      .selectFrom('shares')
      .where(turn.isDue(database.clock().toISOString()))
      .select(['firm_id', 'person_id', 'subject_type', 'subject_id', 'case_id'])
      .limit(batch)
      .execute();
    await forEach(due, round, (share) => database.transaction((tx) => tell(tx, turn, share)));
  }
}

/** The rest is for the next round. */
const batch = 1000;

type Shares = ExpressionBuilder<Schema, 'shares'>;
type Due = Pick<Selectable<ShareTable>, 'firm_id' | 'person_id' | 'subject_type' | 'subject_id' | 'case_id'>;

const beginning = {
  verbs: { case: 'case.shared', thread: 'thread.started', event: 'event.shared' },
  isDue: (now: string) => (eb: Shares) => eb.and([eb('changed_seq', '=', 0), live(now)]),
  /** Takes the share, so that no other node tells about it too. */
  take: () => ({ changed_seq: 1 }),
  tell: (seq: number, at: string) => ({ changed_seq: seq, shared_seq: seq, order_at: at }),
} as const;

/** An end on the beginning is one that everybody knows of, as `unshare` makes it. */
const end = {
  verbs: { case: 'case.unshared', thread: 'thread.unshared', event: 'event.unshared' },
  isDue: (now: string) => (eb: Shares) =>
    eb.and([eb('until_at', '<=', now), eb('until_at', '>', eb.ref('from_at'))]),
  take: (eb: Shares) => ({ until_at: eb.ref('from_at') }),
  tell: undefined,
} as const;

async function tell(tx: Tx, turn: typeof beginning | typeof end, due: Due): Promise<void> {
  const { firm_id: firmId, person_id: personId, subject_type: type, subject_id: id, case_id: caseId } = due;
  await lockFirm(tx, firmId);
  const share = tx
    .updateTable('shares')
    .where('firm_id', '=', firmId)
    .where('person_id', '=', personId)
    .where('subject_type', '=', type)
    .where('subject_id', '=', id);
  const taken = await share
    .set((eb) => turn.take(eb))
    .where(turn.isDue(tx.at))
    .returning('person_id')
    .execute();
  if (taken.length === 0) return;

  const subject = { type, id };
  if (turn === end) await unshare(tx, { firmId, personId, what: withdrawn(subject) });
  const data = { personIds: [personId] };
  const entry = await append(tx, { firmId, actor: system, verb: turn.verbs[type], subject, caseId, data });
  if (turn.tell) await share.set(turn.tell(entry.seq, tx.at)).execute();
  await raiseVersion(tx, { firm: firmId, person: personId });
}
