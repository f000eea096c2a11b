import { fromJson, toJson } from '../sql/json.ts';
import { locked } from '../sql/lock.ts';
import { prepared } from '../sql/prepared.ts';
import type { Scoped } from '../sql/scoped.ts';
import type { ChecklistBackend } from './backend.ts';

export const checklistSql = (door: Scoped): ChecklistBackend => {
  const { firmId, personId } = door.scope;
  return {
    async get() {
      const row = await state.first(door.db, { firmId, personId });
      return {
        ticked: row ? fromJson(row.checklist) : [],
        hasPassword: Boolean(row?.has_password),
        sawCase: Boolean(row?.saw_case),
      };
    },

    async tick(what) {
      const row = await locked(
        door.db,
        door.db
          .selectFrom('people')
          .where('firm_id', '=', firmId)
          .where('id', '=', personId)
          .select('checklist'),
      ).executeTakeFirstOrThrow();
      const ticked = new Set(fromJson(row.checklist)).add(what);
      await door.db
        .updateTable('people')
        .set({ checklist: toJson([...ticked].sort()) })
        .where('firm_id', '=', firmId)
        .where('id', '=', personId)
        .execute();
    },
  };
};

/** Whether a case was ever opened, also one that is not shared any more: the person knows how it goes. */
const state = prepared((db, p: { firmId: string; personId: string | null }) =>
  db
    .selectFrom('people')
    .where('people.firm_id', '=', p.firmId)
    .where('people.id', '=', p.personId)
    .select((eb) => [
      'people.checklist',
      eb
        .selectFrom('credentials')
        .where('credentials.firm_id', '=', p.firmId)
        .where('credentials.person_id', '=', p.personId)
        .select('credentials.person_id')
        .as('has_password'),
      eb
        .selectFrom('shares')
        .where('shares.firm_id', '=', p.firmId)
        .where('shares.person_id', '=', p.personId)
        .where('shares.subject_type', '=', 'case')
        .where('shares.first_seen_at', 'is not', null)
        .limit(1)
        .select('shares.subject_id')
        .as('saw_case'),
    ]),
);
