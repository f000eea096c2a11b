import type { Dialect } from '../database.ts';

/** One step of the schema, forward only. Once released it never changes: its checksum is kept in the database. */
export interface Migration {
  /** `0001_foundation`: migrations run in the order of their names. */
  readonly name: string;
  statements(dialect: Dialect): readonly string[];
}

/**
 * Tables and indexes are written once, in SQLite's words. Postgres differs in three:
 * - `text` sorts by code point (`collate "C"`), as in SQLite, so that a cursor means the same everywhere;
 * - `integer` is eight bytes wide, as in SQLite;
 * - the table options do not exist there.
 *
 * They are text rather than Kysely builders because their checksum must not depend on the version of a library.
 */
export function portable(dialect: Dialect, statements: readonly string[]): string[] {
  return statements.map((statement) => (dialect === 'sqlite' ? statement : inPostgres(statement)));
}

/** New tables and indexes need fixed statistics too, see `0002_statistics.ts`. Stands last in a migration. */
export const refreshStatistics = (dialect: Dialect): readonly string[] =>
  dialect === 'postgres' ? [] : ['delete from sqlite_stat1', ofFirms, 'analyze sqlite_schema'];

/** Rows of a table; rows of a firm; rows that agree in one column more; rows that a whole unique key finds. */
export const ofFirms = `
  insert into sqlite_stat1 (tbl, idx, stat)
  select tbl, idx, '1000000 ' || group_concat(
    case when isUnique and place = last then 1 when place = 0 then 100000 else 10 end, ' ' order by place)
  from (
    select t.name as tbl,
           case when i.origin = 'pk' and t.wr then t.name else i.name end as idx,
           i."unique" as isUnique,
           c.seqno as place,
           max(c.seqno) over (partition by i.name) as last,
           first_value(c.name) over (partition by i.name order by c.seqno) as leads
    from pragma_table_list t, pragma_index_list(t.name) i, pragma_index_info(i.name) c
    where t.schema = 'main' and t.type = 'table'
  )
  where leads = 'firm_id'
  group by tbl, idx`;

const inPostgres = (statement: string) =>
  statement
    .replace(/\) strict(, without rowid)?$/, ')')
    .replace(/\btext\b/g, 'text collate "C"')
    .replace(/\binteger\b/g, 'bigint');
