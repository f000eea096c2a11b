import { standing, visible } from '../../shares/visible.ts';
import { locked } from '../../sql/lock.ts';
import { viewerOf, type Scoped } from '../../sql/scoped.ts';
import type { SealBackend } from './backend.ts';

export const sealSql = (door: Scoped): SealBackend => ({
  async setSealed(id, sealed) {
    await door.db
      .updateTable('cases')
      .set({ sealed: sealed ? 1 : 0 })
      .where('firm_id', '=', door.scope.firmId)
      .where('id', '=', id)
      .execute();
  },

  async onlookers(id) {
    const rows = await door.db
      .selectFrom('shares')
      .innerJoin('people', (join) =>
        join.onRef('people.firm_id', '=', 'shares.firm_id').onRef('people.id', '=', 'shares.person_id'),
      )
      .leftJoin('team', (join) =>
        join
          .onRef('team.firm_id', '=', 'shares.firm_id')
          .onRef('team.case_id', '=', 'shares.case_id')
          .onRef('team.person_id', '=', 'shares.person_id'),
      )
      .where('shares.firm_id', '=', door.scope.firmId)
      .where('shares.case_id', '=', id)
      .where(standing(viewerOf(door).now))
      .where('people.kind', '=', 'staff')
      .where('team.person_id', 'is', null)
      .select('shares.person_id')
      .distinct()
      .execute();
    return rows.map(({ person_id }) => person_id);
  },

  async lockSealed(id) {
    const query = door.db
      .selectFrom('cases')
      .where('cases.firm_id', '=', door.scope.firmId)
      .where('cases.id', '=', id)
      // All but what is sealed is visible to who may open seals.
      .where(({ not }) => not(visible(door.scope, 'case', viewerOf(door).now)))
      .select('cases.id');
    return (await locked(door.db, query).executeTakeFirst()) !== undefined;
  },

  async addOpening({ caseId, personId, seq, at, reason }) {
    await door.db
      .insertInto('seal_openings')
      .values({
        firm_id: door.scope.firmId,
        journal_seq: seq,
        case_id: caseId,
        person_id: personId,
        at,
        reason,
      })
      .execute();
  },
});
