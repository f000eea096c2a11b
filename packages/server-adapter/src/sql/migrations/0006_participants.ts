/**
 * What a participant may have of a case, and until when; who is frozen; cases that are sealed to their team; and since when a
 * mailbox is known to be its person's own. Payers lose what they saw: they pay, and see nothing of the case (Rule 1.8(f)).
 */
import { portable, refreshStatistics, type Migration } from './migration.ts';

export const participants: Migration = {
  name: '0006_participants',
  statements: (dialect) => [
    ...portable(dialect, [
      `alter table participants add column permissions text not null
        default '["case","messages","events","documents","billing","pay"]'`,
      `alter table participants add column until_at text`,
      `alter table participants add column frozen_at text`,
      `alter table participants add column consent_on text`,
      `update participants set permissions = '["billing","pay"]' where role = 'payer'`,
      `update participants set permissions = '["case","messages","events","documents"]' where role = 'contact'`,
      `update shares set until_at = from_at where exists (select 1 from participants
        where participants.firm_id = shares.firm_id and participants.case_id = shares.case_id
        and participants.person_id = shares.person_id and participants.role = 'payer')`,

      // What a frozen participant would see: the shares themselves are over, so that nobody who looks has to ask for more.
      `create table frozen_shares (
        firm_id text not null,
        person_id text not null,
        subject_type text not null,
        subject_id text not null,
        case_id text not null,
        until_at text,
        primary key (firm_id, person_id, subject_type, subject_id),
        foreign key (firm_id, person_id, subject_type, subject_id)
          references shares (firm_id, person_id, subject_type, subject_id),
        foreign key (firm_id, case_id) references cases (firm_id, id)
      ) strict, without rowid`,
      `create index frozen_shares_by_subject on frozen_shares (firm_id, subject_type, subject_id)`,

      `alter table cases add column sealed integer not null default 0 check (sealed in (0, 1))`,
      // What somebody wrote when they opened a seal is not for the journal, which keeps everything for ever.
      `create table seal_openings (
        firm_id text not null,
        journal_seq integer not null,
        case_id text not null,
        person_id text not null,
        at text not null,
        reason text not null,
        primary key (firm_id, journal_seq),
        foreign key (firm_id, journal_seq) references journal (firm_id, seq),
        foreign key (firm_id, case_id) references cases (firm_id, id),
        foreign key (firm_id, person_id) references people (firm_id, id)
      ) strict, without rowid`,
      `create index seal_openings_by_case on seal_openings (firm_id, case_id, journal_seq)`,

      `alter table people add column email_proved_at text`,
      `update people set email_proved_at = created_at where exists (select 1 from links
        where links.firm_id = people.firm_id and links.person_id = people.id
        and links.email_norm = people.email_norm and links.used_at is not null)`,
      `create index people_by_address on people (email_norm) where email_proved_at is not null`,
    ]),
    ...refreshStatistics(dialect),
  ],
};
