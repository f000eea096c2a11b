import type { Page } from '../contract/page.ts';
import type { PagedReading } from './answer.ts';
import { Entry } from './entry.ts';

type Fetch<T> = (cursor: string | undefined, signal: AbortSignal) => Promise<Page<T>>;

/**
 * The pages of a list as one answer. Fetching again walks as many pages as were there, so that a list does not
 * shrink under its reader and no item is shown twice.
 */
export class Pages<T> extends Entry<readonly T[]> implements PagedReading<T> {
  #next: string | null = null;
  #count = 1;
  readonly #fetch: Fetch<T>;

  constructor(fetch: Fetch<T>, forget: () => void) {
    super(async (signal) => {
      let page = await fetch(undefined, signal);
      const items = [...page.items];
      let count = 1;
      for (; count < this.#count && page.next !== null; count++) {
        page = await fetch(page.next, signal);
        items.push(...page.items);
      }
      this.#at(signal, count, page.next);
      return items;
    }, forget);
    this.#fetch = fetch;
  }

  get hasMore(): boolean {
    return this.#next !== null;
  }

  async loadMore(): Promise<void> {
    const cursor = this.#next;
    if (cursor === null || this.answer.fetching) return;
    await this.run(async (signal, before = []) => {
      const page = await this.#fetch(cursor, signal);
      this.#at(signal, this.#count + 1, page.next);
      return [...before, ...page.items];
    });
  }

  override reset(): void {
    this.#next = null;
    this.#count = 1;
    super.reset();
  }

  #at(signal: AbortSignal, count: number, next: string | null): void {
    if (signal.aborted) return;
    this.#count = count;
    this.#next = next;
  }
}
