import { sql, type SqlBool } from 'kysely';
import type { Entry } from '../journal/entry.ts';
import type { Executor, Tx } from '../sql/database.ts';
import { prepared } from '../sql/prepared.ts';

/**
 * The condition that the step which a journal entry is about is one that clients see now: whatever happened to any
 * other step is nowhere. An entry's data is canonical JSON, so the id stands there in quotes. The query must have
 * `journal` in it.
 */
export const isShownStep = sql<SqlBool>`exists (select 1 from steps where steps.firm_id = journal.firm_id
  and steps.case_id = journal.case_id and steps.visible = 1 and journal.data like '%"' || steps.id || '"%')`;

/** The condition that an entry about a step is news, see `journal/verbs.ts`, and is still to be told. */
export const isStepNews = sql<SqlBool>`(journal.verb = 'case.step.changed' and ${isShownStep}
  and journal.data like '%"visible":true%' and journal.data not like '%"what":"moved"%')`;

/** Whether an entry is about a step that has been hidden or removed since: nobody hears of it any more. */
export async function isAboutHiddenStep(executor: Executor, { firmId, seq, verb }: Entry): Promise<boolean> {
  return verb === 'case.step.changed' && !(await findShown.first(executor, { firmId, seq }));
}

const findShown = prepared((db, p: { firmId: string; seq: number }) =>
  db
    .selectFrom('journal')
    .where('firm_id', '=', p.firmId)
    .where('seq', '=', p.seq)
    .where(isShownStep)
    .select('seq'),
);

/**
 * Clients do not see a step any more. For those to whom it was news, the last news of the case are now the last of
 * what is still shown, or the case itself: what is counted is what the lists have.
 */
export const forgetHiddenSteps: (tx: Tx, key: { firm: string; caseId: string }) => Promise<unknown> =
  prepared((db, p: { firm: string; caseId: string }) =>
    db
      .updateTable('shares')
      .set({
        changed_seq: sql<number>`coalesce((select max(journal.seq) from journal
          where journal.firm_id = shares.firm_id and journal.subject_type = 'case'
          and journal.subject_id = shares.subject_id
          and journal.seq > shares.shared_seq and journal.seq <= shares.changed_seq
          and (journal.verb = 'case.status.changed' or ${isStepNews})
          and (journal.actor_id is null or journal.actor_id <> shares.person_id)), shares.shared_seq)`,
      })
      .where('firm_id', '=', p.firm)
      .where('subject_type', '=', 'case')
      .where('subject_id', '=', p.caseId)
      // One that has yet to begin keeps its 0, and what was looked at is counted nowhere.
      .whereRef('changed_seq', '>', 'seen_seq')
      .where('changed_seq', '>', 0),
  );
