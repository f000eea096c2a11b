/**
 * Leave to look at the portal as a client sees it. It belongs to one session of a member of the firm,
 * which keeps its name for as long as it lives, and no other ever has it.
 */
import { portable, refreshStatistics, type Migration } from './migration.ts';

export const views: Migration = {
  name: '0007_views',
  statements: (dialect) => [
    ...portable(dialect, [
      `create table views (
        firm_id text not null,
        id text not null,
        session_id text not null,
        person_id text not null,
        created_at text not null,
        expires_at text not null,
        primary key (firm_id, id),
        foreign key (firm_id, person_id) references people (firm_id, id)
      ) strict, without rowid`,
      `create index views_by_end on views (expires_at)`,
    ]),
    ...refreshStatistics(dialect),
  ],
};
