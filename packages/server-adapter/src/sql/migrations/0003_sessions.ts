/**
 * Sessions get a name of their own, so that a person can see and end them, and remember how far signing in has come.
 * Those that are open end here: everybody signs in once more.
 */
import { portable, refreshStatistics, type Migration } from './migration.ts';

export const sessions: Migration = {
  name: '0003_sessions',
  statements: (dialect) => [
    ...portable(dialect, [
      `drop table sessions`,
      `create table sessions (
        firm_id text not null,
        token_hash text not null,
        id text not null,
        person_id text not null,
        method text not null,
        stage text not null check (stage in ('complete', 'second-factor', 'enrol')),
        created_at text not null,
        last_seen_at text not null,
        proved_at text not null,
        idle_seconds integer not null,
        expires_at text not null,
        device text,
        primary key (firm_id, token_hash),
        unique (firm_id, id),
        foreign key (firm_id, person_id) references people (firm_id, id)
      ) strict, without rowid`,
      `create index sessions_by_person on sessions (firm_id, person_id)`,
      `create index sessions_by_end on sessions (expires_at)`,
      `alter table people add column idle_minutes integer`,
    ]),
    ...refreshStatistics(dialect),
  ],
};
