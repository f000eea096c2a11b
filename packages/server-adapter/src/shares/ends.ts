import type { ExpressionBuilder } from 'kysely';
import type { Tx } from '../sql/database.ts';
import type { Schema } from '../sql/schema.ts';
import { raiseVersion } from './version.ts';
import { standing } from './visible.ts';

export interface NewEnd {
  readonly firmId: string;
  readonly personId: string;
  readonly caseId: string;
  /** When their part in the case ended until now; null when it had no end. */
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * A participant leaves at another moment than before. What ended with their part ends with it again, and nothing
 * outlasts it; what was to end earlier still does.
 */
export async function moveEnds(tx: Tx, { firmId, personId, caseId, before, after }: NewEnd): Promise<void> {
  const key = { firm_id: firmId, person_id: personId, case_id: caseId };
  const hangsOnIt = (eb: ExpressionBuilder<Schema, 'shares' | 'frozen_shares'>) =>
    eb.or([
      eb('until_at', before === null ? 'is' : '=', before),
      ...(after === null ? [] : [eb('until_at', 'is', null), eb('until_at', '>', after)]),
    ]);
  await tx
    .updateTable('shares')
    .set({ until_at: after })
    .where((eb) => eb.and(key))
    .where(hangsOnIt)
    .where(standing(tx.at))
    .execute();
  await tx
    .updateTable('frozen_shares')
    .set({ until_at: after })
    .where((eb) => eb.and(key))
    .where(hangsOnIt)
    .execute();
  await raiseVersion(tx, { firm: firmId, person: personId });
}
