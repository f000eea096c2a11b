/**
 * What a person has typed and not sent. Shared by all elements of the portal, so that it survives going elsewhere and
 * a session that ran out; in memory only, because what clients write to their lawyer has no place in the browser's
 * storage (ASVS 14.3.3). While there is any, leaving the page asks first.
 */
export class Drafts {
  #owner: string | undefined;
  readonly #kept = new Map<string, { readonly draft: unknown; readonly unsaved: boolean }>();

  /** What was kept under a key; the caller knows its type. */
  get(key: string): unknown {
    return this.#kept.get(key)?.draft;
  }

  /**
   * Keeps a draft; undefined forgets it.
   * @param unsaved whether it would be a loss
   */
  set(key: string, draft: unknown, unsaved = true): void {
    if (draft === undefined) this.#kept.delete(key);
    else this.#kept.set(key, { draft, unsaved });
    this.#guard();
  }

  /** They are this person's from now on; somebody else's are forgotten. */
  belongTo(person: string): void {
    if (person !== this.#owner) this.clear();
    this.#owner = person;
  }

  clear(): void {
    this.#kept.clear();
    this.#guard();
  }

  /** Whether leaving the page would lose something. */
  get unsaved(): boolean {
    return [...this.#kept.values()].some(({ unsaved }) => unsaved);
  }

  /** Listens only while there is something to lose: the listener keeps a page out of the back/forward cache. */
  #guard(): void {
    if (this.unsaved) globalThis.addEventListener?.('beforeunload', this.#ask);
    else globalThis.removeEventListener?.('beforeunload', this.#ask);
  }

  readonly #ask = (event: Event): void => event.preventDefault();
}
