/** Keeping a case from a participant for a while: nothing of it counts, and what counted is not forgotten. */
import type { Tx } from '../sql/database.ts';
import { unshare } from './unshare.ts';
import { raiseVersion } from './version.ts';
import { standing } from './visible.ts';

interface Frozen {
  readonly firmId: string;
  readonly personId: string;
  readonly caseId: string;
}

/** Ends all that a person has of a case, and keeps what it was, also what was going to be shared later. */
export async function freezeShares(tx: Tx, { firmId, personId, caseId }: Frozen): Promise<void> {
  const kept = await tx
    .selectFrom('shares')
    .where('firm_id', '=', firmId)
    .where('person_id', '=', personId)
    .where('case_id', '=', caseId)
    .where(standing(tx.at))
    .select(['firm_id', 'person_id', 'subject_type', 'subject_id', 'until_at'])
    .execute();
  await unshare(tx, { firmId, personId, what: { caseId } });
  if (kept.length === 0) return;
  await tx
    .insertInto('frozen_shares')
    .values(kept.map((share) => ({ ...share, case_id: caseId })))
    .execute();
}

/** Gives back what `freezeShares` kept, but for what would be over by now. */
export async function unfreezeShares(tx: Tx, { firmId, personId, caseId }: Frozen): Promise<void> {
  const kept = await tx
    .deleteFrom('frozen_shares')
    .where('firm_id', '=', firmId)
    .where('person_id', '=', personId)
    .where('case_id', '=', caseId)
    .returning(['subject_type', 'subject_id', 'until_at'])
    .execute();
  for (const { subject_type, subject_id, until_at } of kept) {
    if (until_at !== null && until_at <= tx.at) continue;
    await tx
      .updateTable('shares')
      .set({ until_at })
      .where('firm_id', '=', firmId)
      .where('person_id', '=', personId)
      .where('subject_type', '=', subject_type)
      .where('subject_id', '=', subject_id)
      .execute();
  }
  await raiseVersion(tx, { firm: firmId, person: personId });
}
