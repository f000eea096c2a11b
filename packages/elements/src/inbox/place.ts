import type { ReactiveController } from 'lit';
import { fromHash, type Location, type PortalHost } from '../state/index.ts';

/** What an inbox shows: the list, a conversation, or a new message. */
export interface InboxPlace {
  readonly place: 'inbox' | 'thread' | 'compose';
  readonly id?: string | undefined;
}

/** What the host of an inbox may say with attributes. */
export interface InboxHost extends PortalHost {
  readonly threadId?: string | undefined;
  readonly caseId?: string | undefined;
  readonly compose: boolean;
}

/**
 * Where in the inbox one is. The attributes say it, or the page's address does (`#/inbox/thr_…`), so that an inbox works
 * alone on a page as well as in `<client-portal>` or under a router of the host's: whichever changed last.
 */
export class Placement implements ReactiveController {
  at: InboxPlace = { place: 'inbox' };
  readonly #host: InboxHost;
  #said = '';

  constructor(host: InboxHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#moved);
    this.#moved();
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#moved);
  }

  /** Heeds the attributes: before anything depends on where one is, so not as a part of the update. */
  read(): void {
    const { threadId, caseId, compose } = this.#host;
    const said = `${threadId} ${compose} ${compose && caseId}`;
    if (said === this.#said) return;
    this.#said = said;
    this.#go(this.#attributes ?? ours(fromHash(location.hash)) ?? { place: 'inbox' });
  }

  get #attributes(): InboxPlace | undefined {
    const { threadId, caseId, compose } = this.#host;
    if (threadId) return { place: 'thread', id: threadId };
    return compose ? { place: 'compose', id: caseId } : undefined;
  }

  /** Without a fragment one is where one began; one that is not ours changes nothing. */
  readonly #moved = (): void => {
    const { hash } = location;
    const at = hash ? ours(fromHash(hash)) : (this.#attributes ?? { place: 'inbox' });
    if (at && this.#go(at)) this.#host.requestUpdate();
  };

  /** Keeps the object while it says the same, so that a change of it is a change of place. */
  #go(at: InboxPlace): boolean {
    if (at.place === this.at.place && at.id === this.at.id) return false;
    this.at = at;
    return true;
  }
}

const ours = (at: Location | undefined): InboxPlace | undefined =>
  at?.place === 'inbox' || at?.place === 'thread' || at?.place === 'compose'
    ? { place: at.place, id: at.id }
    : undefined;
