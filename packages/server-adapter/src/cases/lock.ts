import { visible } from '../shares/visible.ts';
import { locked } from '../sql/lock.ts';
import type { Scoped } from '../sql/scoped.ts';
import type { CaseFields } from './firm/backend.ts';

/**
 * The case, if the scope sees it. Whoever changes a case, its team or its participants, or shares something with them,
 * takes this lock first, so that nobody gets into a case while another transaction lets them out of it.
 */
export async function lockCase({ db, scope, clock }: Scoped, id: string): Promise<CaseFields | undefined> {
  const query = db
    .selectFrom('cases')
    .where('cases.id', '=', id)
    .where(visible(scope, 'case', clock().toISOString()))
    .select(['title', 'area', 'state', 'status_label', 'status_meaning']);
  return await locked(db, query).executeTakeFirst();
}
