import { sql } from 'kysely';
import type { Tx } from '../sql/database.ts';
import type { Subject } from './share.ts';
import { raiseVersion } from './version.ts';
import { live } from './visible.ts';

export interface Sight {
  readonly firmId: string;
  readonly personId: string;
  readonly subject: Subject;
  /** The last change that was on the screen. What came after it stays unseen. */
  readonly revision: number;
}

/**
 * Somebody has looked at an item, as far as a revision. Its bubble goes, and so do the notifications up to there.
 * Looking never goes back: an older revision changes nothing.
 *
 * Answers `hidden` when the item is not shared with the person, `first` when they had never looked before.
 */
export async function markSeen(tx: Tx, sight: Sight): Promise<'hidden' | 'first' | 'again'> {
  const { firmId, personId, subject, revision } = sight;
  const found = await tx
    .selectFrom('shares')
    .where('firm_id', '=', firmId)
    .where('person_id', '=', personId)
    .where('subject_type', '=', subject.type)
    .where('subject_id', '=', subject.id)
    .where(live(tx.at))
    .select('first_seen_at')
    .executeTakeFirst();
  if (!found) return 'hidden';

  const seen = sql<number>`case when changed_seq < ${revision} then changed_seq else ${revision} end`;
  const shares = await tx
    .updateTable('shares')
    .set((eb) => ({
      seen_seq: eb.case().when('seen_seq', '<', seen).then(seen).else(eb.ref('seen_seq')).end(),
      first_seen_at: eb.fn.coalesce('first_seen_at', eb.val(tx.at)),
    }))
    .where('firm_id', '=', firmId)
    .where('person_id', '=', personId)
    .where('subject_type', '=', subject.type)
    .where('subject_id', '=', subject.id)
    .where((eb) => eb.or([eb('seen_seq', '<', seen), eb('first_seen_at', 'is', null)]))
    .returning('person_id')
    .execute();
  const notifications = await tx
    .updateTable('notifications')
    .set({ seen_at: tx.at })
    .where('firm_id', '=', firmId)
    .where('person_id', '=', personId)
    .where('subject_type', '=', subject.type)
    .where('subject_id', '=', subject.id)
    .where('seen_at', 'is', null)
    .where('journal_seq', '<=', revision)
    .returning('id')
    .execute();
  if (shares.length + notifications.length > 0) await raiseVersion(tx, { firm: firmId, person: personId });
  return found.first_seen_at === null ? 'first' : 'again';
}
