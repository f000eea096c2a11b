import type { Kysely } from 'kysely';
import type { FirmEvent } from '@casefront/core/contract/firm/events';
import { latest, readCursor, rowsFor, timeCursor, toPage } from '../../paging.ts';
import { lockCase } from '../../cases/lock.ts';
import { seesAll, shared, visible } from '../../shares/visible.ts';
import { findExternal } from '../../sql/external.ts';
import { locked } from '../../sql/lock.ts';
import { latestFirst, type PageParameters } from '../../sql/page.ts';
import { prepared } from '../../sql/prepared.ts';
import type { Schema } from '../../sql/schema.ts';
import { viewerOf, type Scoped, type Viewer } from '../../sql/scoped.ts';
import { eventColumns, toEvent } from '../rows.ts';
import type { FirmEventsBackend } from './backend.ts';

export const firmEventsSql = (door: Scoped): FirmEventsBackend => {
  const lists = seesAll(door.scope, 'case') ? ofFirm : ofTeam;

  /** One date, in a case that the scope sees; or in none, to those who see everything. */
  const one = (id: string) => {
    const found = door.db
      .selectFrom('events')
      .where('events.firm_id', '=', door.scope.firmId)
      .where('events.id', '=', id);
    if (seesAll(door.scope, 'case')) return found.where(isOpen(viewerOf(door)));
    return found.where((eb) =>
      eb.exists(
        eb
          .selectFrom('cases')
          .whereRef('cases.id', '=', 'events.case_id')
          .where(visible(door.scope, 'case', viewerOf(door).now))
          .select('cases.id'),
      ),
    );
  };

  return {
    async list({ cursor, limit, caseId }) {
      const position = readCursor(timeCursor, cursor, latest);
      const parameters = { ...viewerOf(door), ...position, rows: rowsFor(limit) };
      const rows = await (caseId === undefined
        ? lists.all(door.db, parameters)
        : lists.ofCase(door.db, { ...parameters, caseId }));
      return toPage(rows, limit, timeCursor, ({ updated_at: at, id }) => ({ at, id }), toFirmEvent);
    },

    async get(id) {
      const row = await one(id)
        .leftJoin('cases', (join) =>
          join.onRef('cases.firm_id', '=', 'events.firm_id').onRef('cases.id', '=', 'events.case_id'),
        )
        .select(columns)
        .executeTakeFirst();
      return row && toFirmEvent(row);
    },

    seesCase: async (caseId) => (await lockCase(door, caseId)) !== undefined,

    lock: (id) => locked(door.db, one(id).select(eventColumns).select('events.case_id')).executeTakeFirst(),

    findExternal: (externalId) => findExternal(door, 'events', externalId),

    async add({ id, caseId, externalId, fields, at }) {
      const rows = await door.db
        .insertInto('events')
        .values({
          ...fields,
          firm_id: door.scope.firmId,
          id,
          case_id: caseId,
          external_id: externalId,
          created_at: at,
          updated_at: at,
        })
        .onConflict((conflict) => conflict.columns(['firm_id', 'external_id']).doNothing())
        .returning('id')
        .execute();
      return rows.length > 0;
    },

    async change(id, fields, at) {
      await door.db
        .updateTable('events')
        .set({ ...fields, updated_at: at })
        .where('firm_id', '=', door.scope.firmId)
        .where('id', '=', id)
        .execute();
    },
  };
};

const columns = [
  ...eventColumns,
  'events.case_id',
  'events.external_id',
  'events.updated_at',
  'cases.title as case_title',
] as const;

type Row = Parameters<typeof toEvent>[0] & {
  case_id: string | null;
  case_title: string | null;
  external_id: string | null;
};

const toFirmEvent = (row: Row): FirmEvent => ({
  ...toEvent(row, { id: row.case_id, title: row.case_title }),
  externalId: row.external_id,
});

type List = Viewer & PageParameters;
type ListCase = List & { caseId: string };
const byChange = ['events.updated_at', 'events.id'] as const;

/** All but those in cases that are sealed from the person. */
const isOpen = ({ firmId, personId, now }: Viewer) =>
  visible({ firmId, personId, sees: 'firm' }, 'event', now);

/** From the cases of the person's team to their dates. */
const teamEvents = (db: Kysely<Schema>, p: List) =>
  latestFirst(
    shared(db, p, 'case', p.now).innerJoin('events', (join) =>
      join.onRef('events.firm_id', '=', 'shares.firm_id').onRef('events.case_id', '=', 'shares.subject_id'),
    ),
    byChange,
    p,
  )
    .leftJoin('cases', (join) =>
      join.onRef('cases.firm_id', '=', 'events.firm_id').onRef('cases.id', '=', 'events.case_id'),
    )
    .select(columns);

const firmEvents = (db: Kysely<Schema>, p: List) =>
  latestFirst(db.selectFrom('events').where(isOpen(p)), byChange, p)
    .leftJoin('cases', (join) =>
      join.onRef('cases.firm_id', '=', 'events.firm_id').onRef('cases.id', '=', 'events.case_id'),
    )
    .select(columns);

const ofTeam = {
  all: prepared((db, p: List) => teamEvents(db, p)),
  ofCase: prepared((db, p: ListCase) => teamEvents(db, p).where('events.case_id', '=', p.caseId)),
};
const ofFirm = {
  all: prepared((db, p: List) => firmEvents(db, p)),
  ofCase: prepared((db, p: ListCase) => firmEvents(db, p).where('events.case_id', '=', p.caseId)),
};
