import type { PortalError } from '../client/error.ts';

/** What is known of one read right now. */
export interface Answer<T> {
  /** `pending` until something came; `error` when the last try failed and there is nothing to show instead. */
  readonly status: 'pending' | 'success' | 'error';
  /** The last good answer; kept while a later try fails, unless it said that this is no longer the viewer's to see. */
  readonly data: T | undefined;
  /** What the last try failed with. Beside `data` it means: this may be out of date. */
  readonly error: PortalError | undefined;
  /** A request is on its way. */
  readonly fetching: boolean;
  /** When `data` came, in milliseconds since 1970; 0 when there is none. */
  readonly updatedAt: number;
}

/** One read that any number of readers share. */
export interface Reading<T> {
  readonly answer: Answer<T>;
  /**
   * Calls `listener` after every change, and fetches now unless the answer is fresh.
   * @param every milliseconds after which to fetch again while the page is visible
   * @returns ends it
   */
  subscribe(listener: () => void, every?: number): () => void;
  /** Fetches whatever the age. One request, however many ask. Never rejects: look at `answer`. */
  refetch(): Promise<void>;
}

/** A list that is read page by page. */
export interface PagedReading<T> extends Reading<readonly T[]> {
  /** Whether the last page names another. */
  readonly hasMore: boolean;
  /** Adds the next page. Never rejects: look at `answer`. */
  loadMore(): Promise<void>;
}
