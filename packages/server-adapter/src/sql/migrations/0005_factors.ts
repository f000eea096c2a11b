/**
 * Second factors. A session remembers whether two factors were shown; how long it may be idle is asked of the person and
 * the firm with every request, so that a change holds at once, and is no longer kept with the session.
 */
import { portable, refreshStatistics, type Migration } from './migration.ts';

export const factors: Migration = {
  name: '0005_factors',
  statements: (dialect) => [
    ...portable(dialect, [
      `alter table sessions add column two_factors integer not null default 0`,
      `alter table sessions drop column idle_seconds`,

      `create table totp (
        firm_id text not null,
        person_id text not null,
        state text not null check (state in ('begun', 'confirmed')),
        secret text not null,
        last_step integer not null default 0,
        at text not null,
        primary key (firm_id, person_id, state),
        foreign key (firm_id, person_id) references people (firm_id, id)
      ) strict, without rowid`,

      `create table passkeys (
        firm_id text not null,
        id text not null,
        person_id text not null,
        credential_id text not null,
        public_key text not null,
        counter integer not null,
        transports text not null,
        name text not null,
        created_at text not null,
        last_used_at text,
        primary key (firm_id, id),
        unique (firm_id, credential_id),
        foreign key (firm_id, person_id) references people (firm_id, id)
      ) strict, without rowid`,
      `create index passkeys_by_person on passkeys (firm_id, person_id)`,

      `create table recovery_codes (
        firm_id text not null,
        person_id text not null,
        code_hash text not null,
        used_at text,
        primary key (firm_id, person_id, code_hash),
        foreign key (firm_id, person_id) references people (firm_id, id)
      ) strict, without rowid`,

      `create table challenges (
        firm_id text not null,
        hash text not null,
        purpose text not null check (purpose in ('add', 'confirm', 'sign-in')),
        session_id text,
        expires_at text not null,
        primary key (firm_id, hash),
        foreign key (firm_id) references firms (id)
      ) strict, without rowid`,
      `create index challenges_by_end on challenges (expires_at)`,
    ]),
    ...refreshStatistics(dialect),
  ],
};
