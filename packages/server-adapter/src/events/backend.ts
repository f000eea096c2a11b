import type { CursorQuery, Page } from '@casefront/core/contract';
import type { Event } from '@casefront/core/contract/events';

/** Dates as clients see them: those that are shared with the scope's person, one by one. */
export interface EventsBackend {
  /**
   * Upcoming ones soonest first, those that are under way among them; past ones latest first. A whole day is over when
   * it is over in its own zone. The case is named only to those with whom it is shared too.
   */
  list(query: CursorQuery & { readonly when: 'upcoming' | 'past' }): Promise<Page<Event>>;
}
