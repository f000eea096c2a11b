/**
 * Without statistics SQLite takes a firm for ten rows, and rather reads all of them by the primary key than few by the
 * index that knows the case. Fixed ones say how our keys are: a firm is large, whatever else an index begins with is
 * not. With them plans are good and stay as they were tested (sqlite.org/queryplanner-ng.html, "query planner
 * stability"). Postgres keeps statistics of its own.
 */
import { ofFirms, type Migration } from './migration.ts';

export const statistics: Migration = {
  name: '0002_statistics',
  statements: (dialect) =>
    dialect === 'postgres'
      ? []
      : // The first makes the table, the last lets the planner read it again.
        ['analyze', 'delete from sqlite_stat1', ofFirms, 'analyze sqlite_schema'],
};
