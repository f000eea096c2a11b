/**
 * Invitations become one kind of link among others: all that a mail can open is in one table, by one mechanism. Those
 * that are on their way stay good. A request for a link waits here until the jobs answer it.
 */
import { portable, refreshStatistics, type Migration } from './migration.ts';

export const links: Migration = {
  name: '0004_links',
  statements: (dialect) => [
    ...portable(dialect, [
      `create table links (
        firm_id text not null,
        id text not null,
        purpose text not null,
        person_id text not null,
        email text not null,
        email_norm text not null,
        nonce text not null,
        token_hash text not null,
        sent_by text,
        created_at text not null,
        expires_at text not null,
        used_at text,
        revoked_at text,
        primary key (firm_id, id),
        unique (firm_id, token_hash),
        foreign key (firm_id, person_id) references people (firm_id, id),
        foreign key (firm_id, sent_by) references people (firm_id, id)
      ) strict, without rowid`,
      `create index links_by_person on links (firm_id, person_id, purpose, created_at)`,
      `create index links_by_end on links (expires_at)`,

      `insert into links
        select i.firm_id, i.id, 'invitation', i.person_id,
               case when p.email_norm = i.email_norm then p.email else i.email_norm end, i.email_norm,
               i.nonce, i.token_hash, i.invited_by, i.created_at, i.expires_at, i.used_at, i.revoked_at
          from invitations i join people p on p.firm_id = i.firm_id and p.id = i.person_id`,
      `drop table invitations`,

      `create table link_requests (
        firm_id text not null references firms (id),
        id text not null,
        email_norm text,
        token_hash text,
        created_at text not null,
        primary key (firm_id, id),
        check ((email_norm is null) <> (token_hash is null))
      ) strict, without rowid`,
      `create index link_requests_by_age on link_requests (created_at)`,
    ]),
    ...refreshStatistics(dialect),
  ],
};
