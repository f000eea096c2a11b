import { sql } from 'kysely';
import type { Notification } from '@casefront/core/contract/notifications';
import { isShownStep } from '../cases/shown-step.ts';
import { highest, numberCursor, readCursor, rowsFor, toPage } from '../paging.ts';
import { countUnseen } from '../shares/counts.ts';
import { withSubject } from '../shares/subject.ts';
import { live } from '../shares/visible.ts';
import { prepared } from '../sql/prepared.ts';
import type { Flag } from '../sql/schema.ts';
import { viewerOf, type Scoped, type Viewer } from '../sql/scoped.ts';
import type { NotificationsBackend } from './backend.ts';

export const notificationsSql = (door: Scoped): NotificationsBackend => ({
  async list({ cursor, limit, inbox }) {
    const before = readCursor(numberCursor, cursor, highest);
    const rows = await list(door.db, {
      ...viewerOf(door),
      before,
      inbox: inbox ? 1 : 0,
      rows: rowsFor(limit),
    });
    return toPage(rows, limit, numberCursor, ({ journal_seq }) => journal_seq, toNotification);
  },

  async unseen() {
    const { firmId, personId, now } = viewerOf(door);
    return personId === null
      ? { case: 0, thread: 0, event: 0 }
      : await countUnseen(door.db, { firmId, personId, now });
  },
});

type List = Viewer & { before: number; inbox: Flag; rows: number };

const list = prepared((db, p: List) => {
  const news = db
    .selectFrom('notifications')
    .innerJoin('shares', (join) =>
      join
        .onRef('shares.firm_id', '=', 'notifications.firm_id')
        .onRef('shares.person_id', '=', 'notifications.person_id')
        .onRef('shares.subject_type', '=', 'notifications.subject_type')
        .onRef('shares.subject_id', '=', 'notifications.subject_id'),
    )
    .innerJoin('journal', (join) =>
      join
        .onRef('journal.firm_id', '=', 'notifications.firm_id')
        .onRef('journal.seq', '=', 'notifications.journal_seq'),
    )
    .where('notifications.firm_id', '=', p.firmId)
    .where('notifications.person_id', '=', p.personId)
    .where('notifications.journal_seq', '<', p.before)
    .whereRef('notifications.journal_seq', '>=', 'shares.shared_seq')
    .where(live(p.now))
    .where(sql<boolean>`(notifications.subject_type <> 'thread' or ${p.inbox} = 1)`)
    .where(sql<boolean>`(notifications.kind <> 'case.step.changed' or ${isShownStep})`)
    .orderBy('notifications.journal_seq', 'desc')
    .limit(p.rows)
    .select([
      'notifications.id',
      'notifications.kind',
      'notifications.subject_type',
      'notifications.subject_id',
      'notifications.journal_seq',
      'notifications.at',
      'notifications.seen_at',
    ]);
  return withSubject(news, 'notifications', p);
});

const toNotification = (row: Awaited<ReturnType<typeof list>>[number]): Notification => ({
  id: row.id,
  kind: row.kind,
  subject: { type: row.subject_type, id: row.subject_id, title: row.subject_title },
  caseId: row.shown_case_id,
  at: row.at,
  unseen: row.seen_at === null,
});
