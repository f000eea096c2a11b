import { sql, type Kysely } from 'kysely';
import { earliest, latest, readCursor, rowsFor, timeCursor, toPage } from '../paging.ts';
import { shared, visible } from '../shares/visible.ts';
import { earliestFirst, latestFirst, type PageParameters } from '../sql/page.ts';
import { prepared } from '../sql/prepared.ts';
import type { Schema } from '../sql/schema.ts';
import { viewerOf, type Scoped, type Viewer } from '../sql/scoped.ts';
import type { EventsBackend } from './backend.ts';
import { eventColumns, toEvent } from './rows.ts';

export const eventsSql = (door: Scoped): EventsBackend => ({
  async list({ when, cursor, limit }) {
    const list = when === 'past' ? past : upcoming;
    const position = readCursor(timeCursor, cursor, when === 'past' ? latest : earliest);
    const rows = await list(door.db, { ...viewerOf(door), ...position, rows: rowsFor(limit) });
    return toPage(
      rows,
      limit,
      timeCursor,
      ({ begins_at: at, id }) => ({ at, id }),
      (row) => toEvent(row, { id: row.shown_case_id, title: row.case_title }),
    );
  },
});

type List = Viewer & PageParameters;

type Query = (db: Kysely<Schema>, p: List) => ReturnType<typeof sharedEvents>;

const sharedEvents = (db: Kysely<Schema>, p: Viewer) =>
  shared(db, p, 'event', p.now).innerJoin('events', (join) =>
    join.onRef('events.firm_id', '=', 'shares.firm_id').onRef('events.id', '=', 'shares.subject_id'),
  );

/** The case comes along only where it is shared too: a date alone does not tell which case it belongs to. */
const withCase = (query: Query) =>
  prepared((db, p: List) =>
    query(db, p)
      .leftJoin('cases', (join) =>
        join
          .onRef('cases.firm_id', '=', 'events.firm_id')
          .onRef('cases.id', '=', 'events.case_id')
          .on(visible({ firmId: p.firmId, personId: p.personId, sees: 'shared' }, 'case', p.now)),
      )
      .select(eventColumns)
      .select(['cases.id as shown_case_id', 'cases.title as case_title']),
  );

const end = sql<string>`coalesce(events.ends_at, events.begins_at)`;
const byBeginning = ['events.begins_at', 'events.id'] as const;

const upcoming = withCase((db, p) =>
  earliestFirst(sharedEvents(db, p).where(end, '>', p.now), byBeginning, p),
);
const past = withCase((db, p) => latestFirst(sharedEvents(db, p).where(end, '<=', p.now), byBeginning, p));
