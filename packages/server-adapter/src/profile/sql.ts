import type { Kysely } from 'kysely';
import { given } from '../changes.ts';
import { fromJson, toJson } from '../sql/json.ts';
import { prepared } from '../sql/prepared.ts';
import type { Schema } from '../sql/schema.ts';
import type { Scoped } from '../sql/scoped.ts';
import type { ProfileBackend, ProfileRecord } from './backend.ts';

export const profileSql = (door: Scoped): ProfileBackend => {
  const mine = () => ({ firmId: door.scope.firmId, personId: door.scope.personId });
  return {
    async get() {
      const row = await own.first(door.db, mine());
      return row && toRecord(row);
    },

    async lock() {
      const { firmId, personId } = mine();
      // An update that changes nothing locks the row on either database; the credentials beside it are only read.
      await door.db
        .updateTable('people')
        .set((eb) => ({ version: eb.ref('version') }))
        .where('firm_id', '=', firmId)
        .where('id', '=', personId)
        .execute();
      return await this.get();
    },

    async change({ timeZone, idleMinutes, quiet, ...fields }) {
      const { firmId, personId } = mine();
      await door.db
        .updateTable('people')
        .set({
          ...fields,
          ...given({
            time_zone: timeZone,
            idle_minutes: idleMinutes,
            quiet: quiet && toJson([...quiet]),
          }),
        })
        .where('firm_id', '=', firmId)
        .where('id', '=', personId)
        .execute();
    },
  };
};

type Own = { firmId: string; personId: string | null };

const rows = (db: Kysely<Schema>, p: Own) =>
  db
    .selectFrom('people')
    .leftJoin('credentials', (join) =>
      join
        .onRef('credentials.firm_id', '=', 'people.firm_id')
        .onRef('credentials.person_id', '=', 'people.id'),
    )
    .where('people.firm_id', '=', p.firmId)
    .where('people.id', '=', p.personId)
    .select(['people.name', 'people.phone', 'people.address', 'people.locale', 'people.time_zone'])
    .select(['people.idle_minutes', 'people.quiet', 'credentials.changed_at']);

const own = prepared(rows);

type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>;

const toRecord = (row: Row): ProfileRecord => ({
  name: row.name,
  phone: row.phone,
  address: row.address,
  locale: row.locale,
  timeZone: row.time_zone,
  idleMinutes: row.idle_minutes,
  quiet: fromJson(row.quiet),
  passwordChangedAt: row.changed_at,
});
