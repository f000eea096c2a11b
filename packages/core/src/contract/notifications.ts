import * as z from 'zod';
import { get, post } from './endpoint.ts';
import { CaseId, NotificationId } from './ids.ts';
import { CursorQuery, page } from './page.ts';
import { Instant, open, Revision, SubjectType } from './values.ts';

/** News about an item that is shared with the viewer. */
export const Notification = z.object({
  id: NotificationId,
  /** What happened; the words for it are in the locale catalogs. */
  kind: open(
    'message.sent',
    'case.shared',
    'case.status.changed',
    'case.step.changed',
    // For the team only.
    'case.seal.opened',
    'event.shared',
    'event.changed',
  ),
  subject: z.object({ type: open(...SubjectType.options), id: z.string(), title: z.string() }),
  caseId: CaseId.nullable(),
  at: Instant,
  unseen: z.boolean(),
});
export type Notification = z.infer<typeof Notification>;

/** How many items in each section have news that the viewer has not looked at. */
export const Counts = z.object({
  cases: z.int().nonnegative(),
  inbox: z.int().nonnegative(),
  calendar: z.int().nonnegative(),
});
export type Counts = z.infer<typeof Counts>;

export const notifications = {
  /** The bubbles of the navigation: items with unseen news per section. */
  counts: get('/notifications/counts', {
    viewable: true,
    summary: 'Unseen items per section',
    audience: 'person',
    result: Counts,
  }),
  /** The viewer's news, newest first; gone when the item is no longer shared. */
  list: get('/notifications', {
    viewable: true,
    summary: 'News for the viewer',
    audience: 'person',
    input: CursorQuery,
    result: page(Notification),
  }),
  /**
   * The viewer has looked at an item, as far as `revision`. News that came later stays unseen.
   * Viewing the item clears its bubble; viewing the list does not.
   */
  seen: post('/notifications/seen', {
    summary: 'An item has been looked at',
    audience: 'person',
    input: z.strictObject({ type: SubjectType, id: z.string().max(64), revision: Revision }),
    result: Counts,
    errors: ['not-found'],
  }),
};
