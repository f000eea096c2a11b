import type { Executor } from '../sql/database.ts';
import { prepared } from '../sql/prepared.ts';
import type { JournalTable } from '../sql/schema.ts';
import type { Entry } from './entry.ts';
import type { JournalSubjectType } from './verbs.ts';

/** Entries of a firm after a place in its journal, oldest first. */
export async function readEntries(
  executor: Executor,
  range: { firm: string; after: number; limit: number },
): Promise<Entry[]> {
  return (await after(executor, range)).map(toEntry);
}

export async function readEntry(executor: Executor, firm: string, seq: number): Promise<Entry | undefined> {
  return (await readEntries(executor, { firm, after: seq - 1, limit: 1 })).find((entry) => entry.seq === seq);
}

const after = prepared((db, p: { firm: string; after: number; limit: number }) =>
  db
    .selectFrom('journal')
    .where('firm_id', '=', p.firm)
    .where('seq', '>', p.after)
    .orderBy('seq')
    .limit(p.limit)
    .selectAll(),
);

const toEntry = (row: JournalTable): Entry => ({
  firmId: row.firm_id,
  seq: row.seq,
  at: row.at,
  actor: { type: row.actor_type, id: row.actor_id },
  verb: row.verb,
  subject: { type: row.subject_type as JournalSubjectType, id: row.subject_id },
  caseId: row.case_id,
  data: JSON.parse(row.data) as unknown,
});
