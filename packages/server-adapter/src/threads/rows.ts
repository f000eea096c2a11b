/** Columns of conversations and messages, and what the wire makes of them. */
import { sql, type Kysely } from 'kysely';
import type { Correspondent, Message, ThreadSummary } from '@casefront/core/contract/threads';
import { shared, visible } from '../shares/visible.ts';
import type { Schema } from '../sql/schema.ts';
import type { Viewer } from '../sql/scoped.ts';
import { snippet, snippetSource } from './snippet.ts';

const summaryColumns = [
  'threads.id',
  'threads.case_id',
  'cases.title as case_title',
  'threads.subject',
  'threads.last_message_at',
  'threads.message_count',
  'messages.author_id',
  'people.name as author_name',
  'people.kind as author_kind',
] as const;

const beginning = sql<string>`substr(messages.body, 1, ${sql.lit(snippetSource)})`.as('beginning');

/** The conversations that a person has a share of. */
export const sharedThreads = (db: Kysely<Schema>, p: Viewer) =>
  shared(db, p, 'thread', p.now)
    .innerJoin('threads', (join) =>
      join.onRef('threads.firm_id', '=', 'shares.firm_id').onRef('threads.id', '=', 'shares.subject_id'),
    )
    .innerJoin('cases', (join) =>
      join.onRef('cases.firm_id', '=', 'threads.firm_id').onRef('cases.id', '=', 'threads.case_id'),
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
    .select(summaryColumns)
    .select([beginning, 'shares.order_at', 'shares.changed_seq', 'shares.seen_seq']);

/** All conversations of a firm but those in sealed cases, for its systems: nobody in particular looks, so nothing is unseen. */
export const firmThreads = (db: Kysely<Schema>, p: Viewer) =>
  db
    .selectFrom('threads')
    .where(visible({ firmId: p.firmId, personId: null, sees: 'firm' }, 'thread', p.now))
    .innerJoin('cases', (join) =>
      join.onRef('cases.firm_id', '=', 'threads.firm_id').onRef('cases.id', '=', 'threads.case_id'),
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
    .select(summaryColumns)
    .select([
      beginning,
      'threads.last_message_at as order_at',
      sql<number>`0`.as('changed_seq'),
      sql<number>`0`.as('seen_seq'),
    ]);

interface SummaryRow {
  id: string;
  case_id: string;
  case_title: string;
  subject: string;
  last_message_at: string;
  message_count: number;
  author_id: string;
  author_name: string;
  author_kind: 'client' | 'staff';
  beginning: string;
  changed_seq: number;
  seen_seq: number;
}

export const toThreadSummary = (row: SummaryRow): ThreadSummary => ({
  id: row.id,
  caseId: row.case_id,
  caseTitle: row.case_title,
  subject: row.subject,
  snippet: snippet(row.beginning),
  lastAuthor: toCorrespondent({ id: row.author_id, name: row.author_name, kind: row.author_kind }),
  lastMessageAt: row.last_message_at,
  messageCount: row.message_count,
  unseen: row.changed_seq > row.seen_seq,
});

export const toCorrespondent = ({
  kind,
  ...person
}: {
  id: string;
  name: string;
  kind: 'client' | 'staff';
}): Correspondent => ({ id: person.id, name: person.name, side: kind === 'staff' ? 'firm' : 'client' });

interface MessageRow {
  id: string;
  body: string;
  created_at: string;
  author_id: string;
  author_name: string;
  author_kind: 'client' | 'staff';
}

export const toMessage = (row: MessageRow): Message => ({
  id: row.id,
  author: toCorrespondent({ id: row.author_id, name: row.author_name, kind: row.author_kind }),
  body: row.body,
  sentAt: row.created_at,
});
