/** What a client has to do. Stored nowhere: it is read off the steps and conversations, and ends with them. */
import { sql, type Kysely } from 'kysely';
import type { Action } from '@casefront/core/contract/cases';
import { shared } from '../shares/visible.ts';
import type { Executor } from '../sql/database.ts';
import { prepared } from '../sql/prepared.ts';
import type { Flag, Schema } from '../sql/schema.ts';
import type { Viewer } from '../sql/scoped.ts';
import type { ActionQuery } from './backend.ts';

export async function listActions(
  db: Executor,
  viewer: Viewer,
  { caseId, inbox, limit }: ActionQuery,
): Promise<{ items: Action[]; total: number }> {
  const parameters: ListParameters = { ...viewer, inbox: inbox ? 1 : 0, rows: limit };
  const rows = await (caseId === undefined
    ? ofAllCases(db, parameters)
    : ofCase(db, { ...parameters, caseId }));
  return {
    total: rows[0]?.total ?? 0,
    items: rows.map((row) => ({
      kind: row.kind,
      subjectId: row.subject_id,
      caseId: row.case_id,
      title: row.title,
      dueOn: row.due_on,
    })),
  };
}

type ListParameters = Viewer & { inbox: Flag; rows: number };

/** Steps that wait for the client. */
const steps = (db: Kysely<Schema>, p: Viewer) =>
  shared(db, p, 'case', p.now)
    .innerJoin('cases', (join) =>
      join.onRef('cases.firm_id', '=', 'shares.firm_id').onRef('cases.id', '=', 'shares.subject_id'),
    )
    .innerJoin('steps', (join) =>
      join.onRef('steps.firm_id', '=', 'shares.firm_id').onRef('steps.case_id', '=', 'shares.subject_id'),
    )
    .where('cases.state', '=', 'active')
    .where('steps.visible', '=', 1)
    .where('steps.waiting_on', '=', 'client')
    .where('steps.state', '!=', 'done')
    .select([
      sql<'step' | 'message'>`'step'`.as('kind'),
      'steps.id as subject_id',
      'steps.case_id',
      'steps.title',
      'steps.due_on',
      'steps.updated_at as since',
    ]);

/** Conversations whose last word is the firm's and unread. */
const letters = (db: Kysely<Schema>, p: ListParameters) =>
  shared(db, p, 'thread', p.now)
    .whereRef('shares.changed_seq', '>', 'shares.seen_seq')
    .where(sql<boolean>`${p.inbox} = 1`)
    .innerJoin('threads', (join) =>
      join.onRef('threads.firm_id', '=', 'shares.firm_id').onRef('threads.id', '=', 'shares.subject_id'),
    )
    .innerJoin('messages', (join) =>
      join
        .onRef('messages.firm_id', '=', 'threads.firm_id')
        .onRef('messages.thread_id', '=', 'threads.id')
        .onRef('messages.seq', '=', 'threads.message_count'),
    )
    .innerJoin('people', (join) =>
      join.onRef('people.firm_id', '=', 'messages.firm_id').onRef('people.id', '=', 'messages.author_id'),
    )
    .where('people.kind', '=', 'staff')
    .select([
      sql<'step' | 'message'>`'message'`.as('kind'),
      'threads.id as subject_id',
      'threads.case_id',
      'threads.subject as title',
      sql<string | null>`null`.as('due_on'),
      'threads.last_message_at as since',
    ]);

type Steps = ReturnType<typeof steps>;
type Letters = ReturnType<typeof letters>;

const pressing = (db: Kysely<Schema>, p: ListParameters, todo: Steps, unread: Letters) =>
  db
    .selectFrom(todo.unionAll(unread).as('actions'))
    .select(['kind', 'subject_id', 'case_id', 'title', 'due_on'])
    .select(sql<number>`count(*) over ()`.as('total'))
    .orderBy('due_on', (order) => order.asc().nullsLast())
    .orderBy('since')
    .orderBy('subject_id')
    .limit(p.rows);

const ofAllCases = prepared((db, p: ListParameters) => pressing(db, p, steps(db, p), letters(db, p)));
const ofCase = prepared((db, p: ListParameters & { caseId: string }) =>
  pressing(
    db,
    p,
    steps(db, p).where('steps.case_id', '=', p.caseId),
    letters(db, p).where('threads.case_id', '=', p.caseId),
  ),
);
