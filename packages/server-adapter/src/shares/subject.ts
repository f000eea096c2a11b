/** What an item is called, and which case it belongs to, for lists that mix cases, conversations and dates. */
import { sql, type SelectQueryBuilder } from 'kysely';
import type { Schema } from '../sql/schema.ts';
import type { Viewer } from '../sql/scoped.ts';
import { visible } from './visible.ts';

/**
 * Joins the item that a row of `table` is about, which the query has found a live share of. Its case is only named to
 * those with whom that is shared too.
 */
export const withSubject = <TB extends keyof Schema, Row>(
  query: SelectQueryBuilder<Schema, TB, Row>,
  table: 'journal' | 'notifications',
  p: Viewer,
) => {
  const column = (name: string) => sql.ref<string>(`${table}.${name}`);
  const isCaseShared = visible({ firmId: p.firmId, personId: p.personId, sees: 'shared' }, 'case', p.now);
  return (query as unknown as SelectQueryBuilder<Schema, 'shares', Row>)
    .leftJoin('threads', (join) =>
      join
        .on(column('subject_type'), '=', sql.lit('thread'))
        .on('threads.firm_id', '=', column('firm_id'))
        .on('threads.id', '=', column('subject_id')),
    )
    .leftJoin('events', (join) =>
      join
        .on(column('subject_type'), '=', sql.lit('event'))
        .on('events.firm_id', '=', column('firm_id'))
        .on('events.id', '=', column('subject_id')),
    )
    .leftJoin('cases', (join) =>
      join
        .on('cases.firm_id', '=', column('firm_id'))
        .on('cases.id', '=', column('case_id'))
        .on(isCaseShared),
    )
    .select([
      'cases.id as shown_case_id',
      'cases.title as case_title',
      sql<string>`coalesce(threads.subject, events.title, cases.title)`.as('subject_title'),
    ]);
};
