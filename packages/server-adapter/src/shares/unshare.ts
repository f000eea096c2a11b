import type { SubjectType } from '@casefront/core/contract/values';
import { given } from '../changes.ts';
import type { Tx } from '../sql/database.ts';
import type { Subject } from './share.ts';
import { raiseVersion } from './version.ts';

export interface Withdrawal {
  readonly firmId: string;
  readonly personId: string;
  /** One item, or everything of one case: the case, its conversations, its dates; or all of these of one type. */
  readonly what: Subject | { readonly caseId: string; readonly type?: SubjectType };
}

/** What somebody loses together with an item: with a case, everything of it. */
export const withdrawn = (subject: Subject): Withdrawal['what'] =>
  subject.type === 'case' ? { caseId: subject.id } : subject;

/**
 * Takes items back from a person, at once and everywhere, also what was going to be shared later, and what is frozen.
 * Answers what they lose that they saw until now.
 *
 * The end is put on the beginning: such a share has no moment in which it counts, whatever the clock of a node says.
 */
export async function unshare(tx: Tx, { firmId, personId, what }: Withdrawal): Promise<Subject[]> {
  const item = given({
    subject_type: what.type,
    ...('caseId' in what ? { case_id: what.caseId } : { subject_id: what.id }),
  });
  const ended = await tx
    .updateTable('shares')
    .set((eb) => ({ until_at: eb.ref('from_at') }))
    .where('firm_id', '=', firmId)
    .where('person_id', '=', personId)
    .where((eb) => eb.or([eb('until_at', 'is', null), eb('until_at', '>', tx.at)]))
    .where((eb) => eb.and(item))
    .returning(['subject_type', 'subject_id', 'from_at'])
    .execute();
  await tx
    .deleteFrom('frozen_shares')
    .where('firm_id', '=', firmId)
    .where('person_id', '=', personId)
    .where((eb) => eb.and(item))
    .execute();
  const lost = ended.filter(({ from_at }) => from_at <= tx.at);
  if (lost.length > 0) await raiseVersion(tx, { firm: firmId, person: personId });
  return lost.map(({ subject_type, subject_id }) => ({ type: subject_type, id: subject_id }));
}
