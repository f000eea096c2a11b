import type { CursorQuery, Page } from '@casefront/core/contract';
import type { Activity } from '@casefront/core/contract/activity';

/** What happened, as one person may know it. */
export interface ActivityBackend {
  /**
   * Latest first: changes of items that are shared with the scope's person now, since they are; sharing itself only
   * with this very person. Nothing about steps that clients do not see now. With `inbox` messages too.
   */
  list(query: CursorQuery & { readonly inbox: boolean }): Promise<Page<Activity>>;
}
