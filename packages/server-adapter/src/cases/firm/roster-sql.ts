import type { Scoped } from '../../sql/scoped.ts';
import type { RosterBackend } from './backend.ts';

export const rosterSql = (door: Scoped): RosterBackend => ({
  async team(caseId) {
    const rows = await door.db
      .selectFrom('team')
      .where('firm_id', '=', door.scope.firmId)
      .where('case_id', '=', caseId)
      .orderBy('position')
      .select(['person_id', 'part'])
      .execute();
    return rows.map(({ person_id: personId, part }) => ({ personId, part }));
  },

  async setTeam(caseId, members) {
    const ids = members.map(({ personId }) => personId);
    let leavers = door.db
      .deleteFrom('team')
      .where('firm_id', '=', door.scope.firmId)
      .where('case_id', '=', caseId);
    if (ids.length > 0) leavers = leavers.where('person_id', 'not in', ids);
    await leavers.execute();
    if (ids.length === 0) return;
    await door.db
      .insertInto('team')
      .values(
        members.map(({ personId, part }, position) => ({
          firm_id: door.scope.firmId,
          case_id: caseId,
          person_id: personId,
          part,
          position,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['firm_id', 'case_id', 'person_id']).doUpdateSet((eb) => ({
          part: eb.ref('excluded.part'),
          position: eb.ref('excluded.position'),
        })),
      )
      .execute();
  },

  async staffAmong(ids) {
    if (ids.length === 0) return [];
    const rows = await door.db
      .selectFrom('people')
      .where('firm_id', '=', door.scope.firmId)
      .where('id', 'in', ids)
      .where('kind', '=', 'staff')
      .where('access', '!=', 'disabled')
      .select('id')
      .execute();
    return rows.map(({ id }) => id);
  },

  async join(caseId, personId, role, at) {
    const key = { firm_id: door.scope.firmId, case_id: caseId, person_id: personId };
    const known = await door.db
      .selectFrom('participants')
      .where((eb) => eb.and(key))
      .where('left_at', 'is', null)
      .select('role')
      .executeTakeFirst();
    if (known?.role === role) return 'nothing';
    // Whoever comes back begins anew; whoever only changes the role has been there all along.
    const fields = known ? { role } : { role, joined_at: at, left_at: null };
    await door.db
      .insertInto('participants')
      .values({ ...key, role, joined_at: at, left_at: null })
      .onConflict((conflict) => conflict.columns(['firm_id', 'case_id', 'person_id']).doUpdateSet(fields))
      .execute();
    return known ? 'role' : 'joined';
  },

  async leave(caseId, personId, at) {
    const left = await door.db
      .updateTable('participants')
      .set({ left_at: at })
      .where('firm_id', '=', door.scope.firmId)
      .where('case_id', '=', caseId)
      .where('person_id', '=', personId)
      .where('left_at', 'is', null)
      .returning('person_id')
      .execute();
    return left.length > 0;
  },

  async kindOf(personId) {
    const row = await door.db
      .selectFrom('people')
      .where('firm_id', '=', door.scope.firmId)
      .where('id', '=', personId)
      .select('kind')
      .executeTakeFirst();
    return row?.kind;
  },
});
