import { sql, type Kysely } from 'kysely';
import type { Activity } from '@casefront/core/contract/activity';
import { isStepNews } from '../cases/shown-step.ts';
import { highest, numberCursor, readCursor, rowsFor, toPage } from '../paging.ts';
import { withSubject } from '../shares/subject.ts';
import { live } from '../shares/visible.ts';
import { prepared } from '../sql/prepared.ts';
import type { Flag, Schema } from '../sql/schema.ts';
import { viewerOf, type Scoped, type Viewer } from '../sql/scoped.ts';
import type { ActivityBackend } from './backend.ts';

export const activitySql = (door: Scoped): ActivityBackend => ({
  async list({ cursor, limit, inbox }) {
    const before = readCursor(numberCursor, cursor, highest);
    const viewer = viewerOf(door);
    const rows = await list(door.db, { ...viewer, before, inbox: inbox ? 1 : 0, rows: rowsFor(limit) });
    return toPage(
      rows,
      limit,
      numberCursor,
      ({ seq }) => seq,
      (row) => toActivity(row, viewer.personId),
    );
  },
});

type List = Viewer & { before: number; inbox: Flag; rows: number };

/**
 * What is told of an entry, see `journal/verbs.ts`. A share that has yet to begin (`changed_seq` is 0) tells nothing;
 * one that has tells of what came with it and after it.
 */
const isTold = sql<boolean>`shares.changed_seq > 0 and (
  (journal.verb in ('message.sent', 'case.status.changed', 'event.changed') and journal.seq >= shares.shared_seq)
  or (journal.verb in ('case.shared', 'event.shared') and journal.seq = shares.shared_seq)
  or (journal.seq >= shares.shared_seq and ${isStepNews}))`;

/** The verbs of these entries: by them the index passes over all that was only read. */
const toldVerbs = sql<boolean>`journal.verb in ('message.sent', 'case.status.changed', 'event.changed', 'case.shared',
  'event.shared', 'case.step.changed')`;

/** From the person's few shares to their entries, never the other way round: SQLite keeps the order of a cross join. */
const entries = (db: Kysely<Schema>, p: List) =>
  db
    .selectFrom('shares')
    .crossJoin('journal')
    .where('shares.firm_id', '=', p.firmId)
    .where('shares.person_id', '=', p.personId)
    .where(live(p.now))
    .where(sql<boolean>`(shares.subject_type <> 'thread' or ${p.inbox} = 1)`)
    .whereRef('journal.firm_id', '=', 'shares.firm_id')
    .whereRef('journal.subject_type', '=', 'shares.subject_type')
    .whereRef('journal.subject_id', '=', 'shares.subject_id')
    .where(toldVerbs)
    .where('journal.seq', '<', p.before)
    .where(isTold)
    .select(['journal.seq', 'journal.at', 'journal.verb', 'journal.subject_type', 'journal.subject_id']);

const list = prepared((db, p: List) =>
  withSubject(entries(db, p), 'journal', p)
    .leftJoin('people', (join) =>
      join
        .on('people.firm_id', '=', sql.ref('journal.firm_id'))
        .on('people.id', '=', sql.ref('journal.actor_id'))
        .on(sql.ref('journal.actor_type'), '=', sql.lit('person')),
    )
    .select(['people.id as actor_id', 'people.name as actor_name', 'people.kind as actor_kind'])
    .orderBy(sql.ref('journal.seq'), 'desc')
    .limit(p.rows),
);

type Row = Awaited<ReturnType<typeof list>>[number];

const toActivity = (row: Row, viewer: string | null): Activity => ({
  id: `act_${row.seq}`,
  at: row.at,
  kind: row.verb,
  by: whose(row, viewer),
  actor: row.actor_name,
  subject: { type: row.subject_type, id: row.subject_id, title: row.subject_title },
  caseId: row.shown_case_id,
  caseTitle: row.case_title,
});

function whose({ actor_id, actor_kind }: Row, viewer: string | null): Activity['by'] {
  if (actor_id !== null && actor_id === viewer) return 'you';
  return actor_kind === 'client' ? 'client' : 'firm';
}
