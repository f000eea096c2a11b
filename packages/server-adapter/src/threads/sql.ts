import { latest, readCursor, rowsFor, timeCursor, toPage } from '../paging.ts';
import { live, seesAll } from '../shares/visible.ts';
import { latestFirst, type PageParameters } from '../sql/page.ts';
import { prepared } from '../sql/prepared.ts';
import { viewerOf, type Scoped, type Viewer } from '../sql/scoped.ts';
import type { ThreadsBackend } from './backend.ts';
import { pageOfMessages, writeMessage } from './messages.ts';
import { reachableIn } from './reachable.ts';
import { firmThreads, sharedThreads, toCorrespondent, toThreadSummary } from './rows.ts';

export const threadsSql = (door: Scoped): ThreadsBackend => {
  const queries = seesAll(door.scope, 'thread') ? ofFirm : ofPerson;
  const readers = async (id: string) => {
    const rows = await readersOf(door.db, { ...viewerOf(door), id });
    return rows.map(toCorrespondent);
  };

  return {
    async list({ cursor, limit, caseId }) {
      const position = readCursor(timeCursor, cursor, latest);
      const parameters = { ...viewerOf(door), ...position, rows: rowsFor(limit) };
      const rows = await (caseId === undefined
        ? queries.list(door.db, parameters)
        : queries.listCase(door.db, { ...parameters, caseId }));
      return toPage(rows, limit, timeCursor, ({ order_at, id }) => ({ at: order_at, id }), toThreadSummary);
    },

    async get(id) {
      const found = await queries.one.first(door.db, { ...viewerOf(door), id });
      if (!found) return undefined;
      return { ...toThreadSummary(found), participants: await readers(id), revision: found.changed_seq };
    },

    messages: (id, query) => pageOfMessages(door, id, query),
    reachable: (caseId) => reachableIn(door, caseId),
    write: (message) => writeMessage(door, message),
    readers,
    isResting: async (id) => (await frozenIn.first(door.db, { ...viewerOf(door), id })) !== undefined,

    async add({ id, caseId, subject, authorId, at }) {
      await door.db
        .insertInto('threads')
        .values({
          firm_id: door.scope.firmId,
          id,
          case_id: caseId,
          subject,
          created_by: authorId,
          created_at: at,
          last_message_at: at,
          message_count: 0,
        })
        .execute();
    },
  };
};

type List = Viewer & PageParameters;
type ListCase = List & { caseId: string };
type One = Viewer & { id: string };

const byShare = ['shares.order_at', 'shares.subject_id'] as const;
const ofPerson = {
  list: prepared((db, p: List) => latestFirst(sharedThreads(db, p), byShare, p)),
  listCase: prepared((db, p: ListCase) =>
    latestFirst(sharedThreads(db, p).where('threads.case_id', '=', p.caseId), byShare, p),
  ),
  one: prepared((db, p: One) => sharedThreads(db, p).where('shares.subject_id', '=', p.id)),
};

const byMessage = ['threads.last_message_at', 'threads.id'] as const;
const ofFirm = {
  list: prepared((db, p: List) => latestFirst(firmThreads(db, p), byMessage, p)),
  listCase: prepared((db, p: ListCase) =>
    latestFirst(firmThreads(db, p).where('threads.case_id', '=', p.caseId), byMessage, p),
  ),
  one: prepared((db, p: One) => firmThreads(db, p).where('threads.id', '=', p.id)),
};

const frozenIn = prepared((db, p: One) =>
  db
    .selectFrom('frozen_shares')
    .where('firm_id', '=', p.firmId)
    .where('subject_type', '=', 'thread')
    .where('subject_id', '=', p.id)
    .where((eb) => eb.or([eb('until_at', 'is', null), eb('until_at', '>', p.now)]))
    .limit(1)
    .select('person_id'),
);

const readersOf = prepared((db, p: One) =>
  db
    .selectFrom('shares')
    .where('shares.firm_id', '=', p.firmId)
    .where('shares.subject_type', '=', 'thread')
    .where('shares.subject_id', '=', p.id)
    .where(live(p.now))
    .innerJoin('people', (join) =>
      join.onRef('people.firm_id', '=', 'shares.firm_id').onRef('people.id', '=', 'shares.person_id'),
    )
    .where('people.access', '!=', 'disabled')
    .orderBy('people.name')
    .orderBy('people.id')
    .select(['people.id', 'people.name', 'people.kind']),
);
