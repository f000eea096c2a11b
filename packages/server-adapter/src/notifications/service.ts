/** The rules of news: bubbles, and what makes them go. */
import type { CursorQuery, Page, ParsedOf } from '@casefront/core/contract';
import type { Counts, Notification, notifications } from '@casefront/core/contract/notifications';
import type { PersonContext } from '../context.ts';
import { notFound } from '../http/problem.ts';
import { append, journalActor } from '../journal/index.ts';
import { markSeen } from '../shares/index.ts';
import { isItemId } from '../shares/item-id.ts';
import { hasInbox } from '../threads/setting.ts';

export async function countNews(ctx: PersonContext): Promise<Counts> {
  const { case: cases, thread, event } = await ctx.backend.notifications.unseen();
  return { cases, inbox: seesInbox(ctx) ? thread : 0, calendar: event };
}

export const listNews = (ctx: PersonContext, query: CursorQuery): Promise<Page<Notification>> =>
  ctx.backend.notifications.list({ ...query, inbox: seesInbox(ctx) });

/** The first look at an item is on record: the firm can tell that what it shared was opened. */
export async function seeItem(
  ctx: PersonContext,
  sight: ParsedOf<typeof notifications.seen>,
): Promise<Counts> {
  const { type, id, revision } = sight;
  if (!isItemId(type, id) || (type === 'thread' && !seesInbox(ctx))) notFound();
  const subject = { type, id };
  await ctx.transaction(async (tx) => {
    const before = await markSeen(tx, { firmId: ctx.firm.id, personId: ctx.actor.id, subject, revision });
    if (before === 'hidden') notFound();
    if (before === 'again') return;
    await append(tx, { firmId: ctx.firm.id, actor: journalActor(ctx.actor), verb: `${type}.seen`, subject });
  });
  return await countNews(ctx);
}

/** Staff keep what was written, also where clients have no inbox. */
const seesInbox = ({ actor, firm }: PersonContext) => actor.kind === 'staff' || hasInbox(firm);
