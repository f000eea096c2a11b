import type { Selectable } from 'kysely';
import { append } from '../journal/append.ts';
import { system } from '../journal/entry.ts';
import type { Database, Tx } from '../sql/database.ts';
import type { ShareTable } from '../sql/schema.ts';
import { raiseVersion } from './version.ts';
import { live } from './visible.ts';

/**
 * Tells about shares whose first moment has come: from then on the item is there, and this makes it news. Each is told
 * about once, also when several nodes look at the same time.
 */
export async function beginShares(database: Database, signal?: AbortSignal): Promise<void> {
  const due = await database.kysely
    .selectFrom('shares')
    .where('changed_seq', '=', 0)
    .where(live(database.clock().toISOString()))
    .select(['firm_id', 'person_id', 'subject_type', 'subject_id', 'case_id'])
    .limit(1000)
    .execute();
  for (const share of due) {
    if (signal?.aborted) return;
    await database.transaction((tx) => begin(tx, share));
  }
}

type Due = Pick<Selectable<ShareTable>, 'firm_id' | 'person_id' | 'subject_type' | 'subject_id' | 'case_id'>;

async function begin(tx: Tx, due: Due): Promise<void> {
  const { firm_id: firmId, person_id: personId, subject_type: type, subject_id: id, case_id: caseId } = due;
  const share = tx
    .updateTable('shares')
    .where('firm_id', '=', firmId)
    .where('person_id', '=', personId)
    .where('subject_type', '=', type)
    .where('subject_id', '=', id);
  // Takes the row: another node may have been faster, or the share was taken back.
  const taken = await share
    .set({ changed_seq: 1 })
    .where('changed_seq', '=', 0)
    .where(live(tx.at))
    .returning('person_id')
    .execute();
  if (taken.length === 0) return;

  const verb = type === 'thread' ? 'thread.started' : (`${type}.shared` as const);
  const entry = await append(tx, {
    firmId,
    actor: system,
    verb,
    subject: { type, id },
    caseId,
    data: { personIds: [personId] },
  });
  await share.set({ changed_seq: entry.seq, shared_seq: entry.seq, order_at: tx.at }).execute();
  await raiseVersion(tx, { firm: firmId, person: personId });
}
