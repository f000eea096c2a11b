import type { CursorQuery, Page } from '@casefront/core/contract';
import type { Notification } from '@casefront/core/contract/notifications';

/** The news of one person. They are written by the jobs, from the journal. */
export interface NotificationsBackend {
  /** Latest first; those of items that are not shared any more are gone. With `inbox` messages too. */
  list(query: CursorQuery & { readonly inbox: boolean }): Promise<Page<Notification>>;
  /** How many items of each type have changed since the scope's person looked at them. */
  unseen(): Promise<Record<'case' | 'thread' | 'event', number>>;
}
