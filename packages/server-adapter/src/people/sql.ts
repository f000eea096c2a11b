import { sql, type Kysely } from 'kysely';
import type { Person } from '@casefront/core/contract/firm/people';
import { comparableEmail } from '../access/email.ts';
import { idCursor, readCursor, rowsFor, toPage } from '../paging.ts';
import { isIn } from '../shares/part.ts';
import { visible } from '../shares/visible.ts';
import { findExternal } from '../sql/external.ts';
import { locked } from '../sql/lock.ts';
import { prepared } from '../sql/prepared.ts';
import type { PersonTable, Schema } from '../sql/schema.ts';
import { viewerOf, type Scoped, type Viewer } from '../sql/scoped.ts';
import { isUniqueViolation } from '../sql/unique.ts';
import type { PeopleBackend } from './backend.ts';

export const peopleSql = (door: Scoped): PeopleBackend => ({
  async list({ kind, cursor, limit }) {
    const after = readCursor(idCursor, cursor, '');
    const list = kind === undefined ? everyone : ofKind;
    const rows = await list(door.db, {
      firmId: door.scope.firmId,
      kind: kind ?? 'client',
      after,
      rows: rowsFor(limit),
    });
    return toPage(rows, limit, idCursor, ({ id }) => id, toPerson);
  },

  async get(id) {
    const row = await one.first(door.db, { firmId: door.scope.firmId, id });
    return row && toPerson(row);
  },

  async lock(id) {
    const query = door.db
      .selectFrom('people')
      .where('people.firm_id', '=', door.scope.firmId)
      .where('people.id', '=', id)
      .select(columns);
    return await locked(door.db, query).executeTakeFirst();
  },

  async casesOf(clientId) {
    const client = { ...viewerOf(door), clientId };
    if (!(await anyCase.first(door.db, client))) return 'none';
    return (await seenCase[door.scope.sees].first(door.db, client)) ? 'seen' : 'unseen';
  },

  async hasHiddenSealed(clientId) {
    return (await sealedCase.first(door.db, { ...viewerOf(door), clientId })) !== undefined;
  },

  async hasOtherAdmin(id) {
    const query = door.db
      .selectFrom('people')
      .where('firm_id', '=', door.scope.firmId)
      .where('id', '!=', id)
      .where('role', '=', 'admin')
      .where('access', '=', 'active')
      .limit(1)
      .select('id');
    return (await query.executeTakeFirst()) !== undefined;
  },

  findExternal: (externalId) => findExternal(door, 'people', externalId),

  async add({ externalId, at, ...person }) {
    const rows = await door.db
      .insertInto('people')
      .values({
        ...person,
        firm_id: door.scope.firmId,
        email_norm: comparableEmail(person.email),
        external_id: externalId,
        created_at: at,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute();
    return rows.length > 0;
  },

  async change(id, fields) {
    const { email } = fields;
    const norm =
      email === undefined ? {} : { email_norm: comparableEmail(email), email_proved_at: unlessMoved(email) };
    try {
      await door.db
        .updateTable('people')
        .set({ ...fields, ...norm })
        .where('firm_id', '=', door.scope.firmId)
        .where('id', '=', id)
        .execute();
      return true;
    } catch (error) {
      if (isUniqueViolation(error)) return false;
      throw error;
    }
  },
});

/** Whose another mailbox is, nobody has shown yet. */
const unlessMoved = (email: string) =>
  sql<string | null>`case when email_norm = ${comparableEmail(email)} then email_proved_at end`;

const columns = [
  'people.id',
  'people.kind',
  'people.role',
  'people.name',
  'people.title',
  'people.email',
  'people.phone',
  'people.locale',
  'people.time_zone',
  'people.photo_url',
  'people.access',
  'people.external_id',
] as const;

type List = { firmId: string; kind: 'client' | 'staff'; after: string; rows: number };

const listed = (db: Kysely<Schema>, p: List) =>
  db
    .selectFrom('people')
    .where('people.firm_id', '=', p.firmId)
    // Without a cursor there is nobody to come after, and everybody does.
    .where(
      sql<boolean>`(people.name, people.id) > (
        coalesce((select name from people as last where last.firm_id = ${p.firmId} and last.id = ${p.after}), ''),
        ${p.after})`,
    )
    .orderBy('people.name')
    .orderBy('people.id')
    .limit(p.rows)
    .select(columns);

const everyone = prepared((db, p: List) => listed(db, p));
const ofKind = prepared((db, p: List) => listed(db, p).where('people.kind', '=', p.kind));
const one = prepared((db, p: { firmId: string; id: string }) =>
  db
    .selectFrom('people')
    .where('people.firm_id', '=', p.firmId)
    .where('people.id', '=', p.id)
    .select(columns),
);

type OfClient = Viewer & { clientId: string };

/** The cases that a client is in, frozen or not, whatever is shared with them now. */
const casesOf = (db: Kysely<Schema>, p: OfClient) =>
  db
    .selectFrom('participants')
    .innerJoin('cases', (join) =>
      join.onRef('cases.firm_id', '=', 'participants.firm_id').onRef('cases.id', '=', 'participants.case_id'),
    )
    .where('participants.firm_id', '=', p.firmId)
    .where('participants.person_id', '=', p.clientId)
    .where(isIn(p.now))
    .select('cases.id')
    .limit(1);

const anyCase = prepared((db, p: OfClient) => casesOf(db, p));
const seenCase = {
  shared: prepared((db, p: OfClient) =>
    casesOf(db, p).where(visible({ ...ids(p), sees: 'shared' }, 'case', p.now)),
  ),
  firm: prepared((db, p: OfClient) =>
    casesOf(db, p).where(visible({ ...ids(p), sees: 'firm' }, 'case', p.now)),
  ),
};
const sealedCase = prepared((db, p: OfClient) =>
  casesOf(db, p)
    .where('cases.sealed', '=', 1)
    .where(({ not }) => not(visible({ ...ids(p), sees: 'shared' }, 'case', p.now))),
);

const ids = ({ firmId, personId }: Viewer) => ({ firmId, personId });

type Row = Omit<
  PersonTable,
  | 'firm_id'
  | 'email_norm'
  | 'email_proved_at'
  | 'version'
  | 'created_at'
  | 'access'
  | 'idle_minutes'
  | 'quiet'
  | 'checklist'
  | 'address'
> & {
  access: string;
};

const toPerson = (row: Row): Person => ({
  id: row.id,
  kind: row.kind,
  role: row.role,
  name: row.name,
  title: row.title,
  email: row.email,
  phone: row.phone,
  locale: row.locale,
  timeZone: row.time_zone,
  photoUrl: row.photo_url,
  access: row.access,
  externalId: row.external_id,
});
