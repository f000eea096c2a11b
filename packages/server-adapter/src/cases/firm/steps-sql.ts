import { sql } from 'kysely';
import type { Scoped } from '../../sql/scoped.ts';
import type { StepsBackend } from './backend.ts';

export const stepsSql = (door: Scoped): StepsBackend => ({
  steps: (caseId) =>
    door.db
      .selectFrom('steps')
      .where('firm_id', '=', door.scope.firmId)
      .where('case_id', '=', caseId)
      .orderBy('position')
      .select([
        'id',
        'title',
        'meaning',
        'state',
        'visible',
        'expected',
        'completed_on',
        'waiting_on',
        'due_on',
      ])
      .execute(),

  async addStep(caseId, step, at) {
    const firmId = door.scope.firmId;
    await door.db
      .insertInto('steps')
      .values((eb) => ({
        ...step,
        firm_id: firmId,
        case_id: caseId,
        position: eb
          .selectFrom('steps')
          .where('firm_id', '=', firmId)
          .where('case_id', '=', caseId)
          .select((inner) => inner.fn.countAll<number>().as('count')),
        updated_at: at,
      }))
      .execute();
  },

  async changeStep(id, fields, at) {
    await door.db
      .updateTable('steps')
      .set({ ...fields, updated_at: at })
      .where('firm_id', '=', door.scope.firmId)
      .where('id', '=', id)
      .execute();
  },

  async removeStep(id) {
    await door.db.deleteFrom('steps').where('firm_id', '=', door.scope.firmId).where('id', '=', id).execute();
  },

  async orderSteps(caseId, ids) {
    if (ids.length === 0) return;
    const places = ids.map((id, position) => sql`when ${id} then ${sql.lit(position)}`);
    await door.db
      .updateTable('steps')
      .set({ position: sql<number>`case id ${sql.join(places, sql` `)} else position end` })
      .where('firm_id', '=', door.scope.firmId)
      .where('case_id', '=', caseId)
      .execute();
  },
});
