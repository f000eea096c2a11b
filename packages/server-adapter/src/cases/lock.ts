import { visible } from '../shares/visible.ts';
import { locked } from '../sql/lock.ts';
import type { Scoped } from '../sql/scoped.ts';
import type { LockedCase } from './firm/backend.ts';

/**
 * The case, if the scope sees it, kept from being changed by others until the transaction ends.
 *
 * That nobody gets into a case while another transaction lets them out of it is owed to the firm's lock (`lockFirm`),
 * which every mutation takes before: this statement alone would wait for the row, yet look at shares as they were when
 * it began (Postgres, READ COMMITTED).
 */
export async function lockCase({ db, scope, clock }: Scoped, id: string): Promise<LockedCase | undefined> {
  const query = db
    .selectFrom('cases')
    .where('cases.id', '=', id)
    .where(visible(scope, 'case', clock().toISOString()))
    .select(['title', 'area', 'state', 'status_label', 'status_meaning', 'sealed']);
  return await locked(db, query).executeTakeFirst();
}
