import type { SubjectType } from '@casefront/core/contract/values';
import type { Executor } from '../sql/database.ts';
import { prepared } from '../sql/prepared.ts';
import { live } from './visible.ts';

/** How many items of each type a person has not looked at since they changed. */
export async function countUnseen(
  executor: Executor,
  person: { firmId: string; personId: string; now: string },
): Promise<Record<SubjectType, number>> {
  const counts = { case: 0, thread: 0, event: 0 };
  const rows = await unseen(executor, { firm: person.firmId, person: person.personId, now: person.now });
  for (const { subject_type, count } of rows) counts[subject_type] = count;
  return counts;
}

const unseen = prepared((db, p: { firm: string; person: string; now: string }) =>
  db
    .selectFrom('shares')
    .where('shares.firm_id', '=', p.firm)
    .where('shares.person_id', '=', p.person)
    .whereRef('shares.changed_seq', '>', 'shares.seen_seq')
    .where(live(p.now))
    .groupBy('shares.subject_type')
    .select((eb) => ['shares.subject_type', eb.fn.countAll<number>().as('count')]),
);
