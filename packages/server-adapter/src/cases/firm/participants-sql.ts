import { partIn, type Part } from '../../shares/part.ts';
import { toJson } from '../../sql/json.ts';
import { viewerOf, type Scoped } from '../../sql/scoped.ts';
import type { ParticipantsBackend } from './backend.ts';

export const participantsSql = (door: Scoped): ParticipantsBackend => ({
  async kindOf(personId) {
    const row = await door.db
      .selectFrom('people')
      .where('firm_id', '=', door.scope.firmId)
      .where('id', '=', personId)
      .select('kind')
      .executeTakeFirst();
    return row?.kind;
  },

  async part(caseId, personId) {
    const { firmId: firm, now } = viewerOf(door);
    return await partIn(door.db, { firm, caseId, person: personId, now });
  },

  async leftFrozen(caseId, personId) {
    const row = await door.db
      .selectFrom('participants')
      .where('firm_id', '=', door.scope.firmId)
      .where('case_id', '=', caseId)
      .where('person_id', '=', personId)
      .where('frozen_at', 'is not', null)
      .select('person_id')
      .executeTakeFirst();
    return row !== undefined;
  },

  async join(caseId, personId, part, at) {
    // Who came to their end while they were frozen has left these behind.
    await door.db
      .deleteFrom('frozen_shares')
      .where('firm_id', '=', door.scope.firmId)
      .where('case_id', '=', caseId)
      .where('person_id', '=', personId)
      .execute();
    const fields = { ...toColumns(part), joined_at: at, left_at: null };
    await door.db
      .insertInto('participants')
      .values({ firm_id: door.scope.firmId, case_id: caseId, person_id: personId, ...fields })
      .onConflict((conflict) => conflict.columns(['firm_id', 'case_id', 'person_id']).doUpdateSet(fields))
      .execute();
  },

  async changePart(caseId, personId, part) {
    await one(door, caseId, personId).set(toColumns(part)).execute();
  },

  async leave(caseId, personId, at) {
    await one(door, caseId, personId).set({ left_at: at }).execute();
  },
});

const one = ({ db, scope }: Scoped, caseId: string, personId: string) =>
  db
    .updateTable('participants')
    .where('firm_id', '=', scope.firmId)
    .where('case_id', '=', caseId)
    .where('person_id', '=', personId);

const toColumns = (part: Part) => ({
  role: part.role,
  permissions: toJson([...part.permissions]),
  until_at: part.until,
  frozen_at: part.frozenAt,
  consent_on: part.consentOn,
});
