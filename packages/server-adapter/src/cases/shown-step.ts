import { sql, type SqlBool } from 'kysely';

/**
 * The condition that the step which a journal entry is about is one that clients see now: whatever happened to any
 * other step is nowhere. An entry's data is canonical JSON, so the id stands there in quotes. The query must have
 * `journal` in it.
 */
export const isShownStep = sql<SqlBool>`exists (select 1 from steps where steps.firm_id = journal.firm_id
  and steps.case_id = journal.case_id and steps.visible = 1 and journal.data like '%"' || steps.id || '"%')`;
