import { sql, type SelectQueryBuilder } from 'kysely';
import type { Schema } from './schema.ts';

/** Where a page begins, and how many rows to read; see `paging.ts`. */
export interface PageParameters {
  at: string;
  id: string;
  rows: number;
}

type Columns = readonly [at: string, id: string];

/** The rows before a position, latest first. An index on both columns gives them in order. */
export const latestFirst = <TB extends keyof Schema, Row>(
  query: SelectQueryBuilder<Schema, TB, Row>,
  [at, id]: Columns,
  p: PageParameters,
): SelectQueryBuilder<Schema, TB, Row> =>
  query
    .where(sql<boolean>`(${sql.ref(at)}, ${sql.ref(id)}) < (${p.at}, ${p.id})`)
    .orderBy(sql.ref(at), 'desc')
    .orderBy(sql.ref(id), 'desc')
    .limit(p.rows);

/** The rows after a position, earliest first. */
export const earliestFirst = <TB extends keyof Schema, Row>(
  query: SelectQueryBuilder<Schema, TB, Row>,
  [at, id]: Columns,
  p: PageParameters,
): SelectQueryBuilder<Schema, TB, Row> =>
  query
    .where(sql<boolean>`(${sql.ref(at)}, ${sql.ref(id)}) > (${p.at}, ${p.id})`)
    .orderBy(sql.ref(at))
    .orderBy(sql.ref(id))
    .limit(p.rows);
