/**
 * Who reads a conversation is written down each time, so most of its entries are about reading. What else happened is
 * found past them by its verb.
 */
import { portable, refreshStatistics, type Migration } from './migration.ts';

export const journalByVerb: Migration = {
  name: '0010_journal_by_verb',
  statements: (dialect) => [
    ...portable(dialect, [
      `drop index journal_by_subject`,
      `create index journal_by_subject on journal (firm_id, subject_type, subject_id, verb, seq)`,
    ]),
    ...refreshStatistics(dialect),
  ],
};
