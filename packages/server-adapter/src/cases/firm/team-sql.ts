import type { Scoped } from '../../sql/scoped.ts';
import type { TeamBackend } from './backend.ts';

export const teamSql = (door: Scoped): TeamBackend => ({
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
});
