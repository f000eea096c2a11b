/**
 * Without statistics SQLite takes a firm for ten rows, and rather reads all of them by the primary key than few by the
 * index that knows the case. Fixed ones say how our keys are: a firm is large, whatever else an index begins with is
 * not. With them plans are good and stay as they were tested (sqlite.org/queryplanner-ng.html, "query planner
 * stability"). Postgres keeps statistics of its own.
 */
import type { Migration } from './migration.ts';

/** Rows of a table; rows of a firm; rows that agree in one column more; rows that a whole unique key finds. */
const ofFirms = `
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

export const statistics: Migration = {
  name: '0002_statistics',
  statements: (dialect) =>
    dialect === 'postgres'
      ? []
      : // The first makes the table, the last lets the planner read it again.
        ['analyze', 'delete from sqlite_stat1', ofFirms, 'analyze sqlite_schema'],
};
