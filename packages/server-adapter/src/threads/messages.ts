/** Messages of a conversation: read page by page, written one after the other. */
import type { Expression, Kysely, SqlBool } from 'kysely';
import type { CursorQuery, Page } from '@casefront/core/contract';
import type { Message } from '@casefront/core/contract/threads';
import { highest, numberCursor, readCursor, rowsFor, toPage } from '../paging.ts';
import { seesAll, visible } from '../shares/visible.ts';
import { prepared } from '../sql/prepared.ts';
import type { Schema } from '../sql/schema.ts';
import { viewerOf, type Scoped, type Viewer } from '../sql/scoped.ts';
import type { NewMessage, WrittenMessage } from './backend.ts';
import { toCorrespondent, toMessage } from './rows.ts';

export async function pageOfMessages(
  door: Scoped,
  threadId: string,
  { cursor, limit }: CursorQuery,
): Promise<Page<Message> | undefined> {
  const before = readCursor(numberCursor, cursor, highest);
  const { list, see } = seesAll(door.scope, 'thread') ? ofFirm : ofPerson;
  const viewer = viewerOf(door);
  const rows = await list(door.db, { ...viewer, threadId, before, rows: rowsFor(limit) });
  // A conversation has at least one message: nothing means that it is over, or not there.
  if (rows.length === 0 && !(await see.first(door.db, { ...viewer, threadId }))) return undefined;
  return toPage(rows, limit, numberCursor, ({ seq }) => seq, toMessage);
}

/** Taking the number locks the conversation, so whoever writes at the same moment waits for this one's end. */
export async function writeMessage(door: Scoped, message: NewMessage): Promise<WrittenMessage | undefined> {
  const { id, threadId, authorId, body, at } = message;
  const { firmId, now } = viewerOf(door);
  const thread = await advance.first(door.db, { firmId, personId: authorId, now, threadId, at });
  if (!thread) return undefined;
  const { message_count: seq, last_message_at: sentAt } = thread;
  await insert(door.db, { firmId, id, threadId, authorId, body, seq, at: sentAt });
  const author = await person.first(door.db, { firmId, id: authorId });
  return author && { caseId: thread.case_id, author: toCorrespondent(author), sentAt };
}

type ThreadKey = Viewer & { threadId: string };
type List = ThreadKey & { before: number; rows: number };

const list = (db: Kysely<Schema>, p: List) =>
  db
    .selectFrom('messages')
    .innerJoin('threads', (join) =>
      join.onRef('threads.firm_id', '=', 'messages.firm_id').onRef('threads.id', '=', 'messages.thread_id'),
    )
    .innerJoin('people', (join) =>
      join.onRef('people.firm_id', '=', 'messages.firm_id').onRef('people.id', '=', 'messages.author_id'),
    )
    .where('messages.firm_id', '=', p.firmId)
    .where('messages.thread_id', '=', p.threadId)
    .where('messages.seq', '<', p.before)
    .orderBy('messages.seq', 'desc')
    .limit(p.rows)
    .select([
      'messages.id',
      'messages.seq',
      'messages.body',
      'messages.created_at',
      'messages.author_id',
      'people.name as author_name',
      'people.kind as author_kind',
    ]);

const see = (db: Kysely<Schema>, p: ThreadKey) =>
  db.selectFrom('threads').where('threads.id', '=', p.threadId).select('threads.id');

/** The same statements for the two ways to see conversations: by share, and as a system of the firm. */
const reads = (isVisible: (p: Viewer) => Expression<SqlBool>) => ({
  list: prepared((db, p: List) => list(db, p).where(isVisible(p))),
  see: prepared((db, p: ThreadKey) => see(db, p).where(isVisible(p))),
});
const byShare = ({ firmId, personId, now }: Viewer) =>
  visible({ firmId, personId, sees: 'shared' }, 'thread', now);
const ofPerson = reads(byShare);
const ofFirm = reads(({ firmId, now }) => visible({ firmId, personId: null, sees: 'firm' }, 'thread', now));

const advance = prepared((db, p: ThreadKey & { at: string }) =>
  db
    .updateTable('threads')
    .set((eb) => ({
      message_count: eb('message_count', '+', 1),
      // A transaction that began earlier may come later; what is written below is never older than what is above.
      last_message_at: eb
        .case()
        .when('last_message_at', '<', p.at)
        .then(p.at)
        .else(eb.ref('last_message_at'))
        .end(),
    }))
    .where('threads.id', '=', p.threadId)
    .where(byShare(p))
    // A system may write in the name of others, but not of somebody who could not do it themselves.
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('people')
          .where('people.firm_id', '=', p.firmId)
          .where('people.id', '=', p.personId)
          .where('people.access', '!=', 'disabled')
          .select('people.id'),
      ),
    )
    .returning(['case_id', 'message_count', 'last_message_at']),
);

const person = prepared((db, p: { firmId: string; id: string }) =>
  db
    .selectFrom('people')
    .where('firm_id', '=', p.firmId)
    .where('id', '=', p.id)
    .select(['id', 'name', 'kind']),
);

interface Insert {
  firmId: string;
  id: string;
  threadId: string;
  authorId: string;
  body: string;
  seq: number;
  at: string;
}
const insert = prepared((db, p: Insert) =>
  db.insertInto('messages').values({
    firm_id: p.firmId,
    id: p.id,
    thread_id: p.threadId,
    seq: p.seq,
    author_id: p.authorId,
    body: p.body,
    created_at: p.at,
  }),
);
