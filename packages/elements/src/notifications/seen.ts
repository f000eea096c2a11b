import type { InputOf } from '@casefront/core';
import { activity } from '@casefront/core/endpoints/activity';
import { cases } from '@casefront/core/endpoints/cases';
import { dashboard } from '@casefront/core/endpoints/dashboard';
import { notifications } from '@casefront/core/endpoints/notifications';
import { threads } from '@casefront/core/endpoints/threads';
import type { ReactiveController } from 'lit';
import { portal, type Portal, type PortalHost } from '../state/index.ts';

type Seen = InputOf<NonNullable<typeof notifications.seen.types>>;

/** What shows whether something is new, apart from the item itself. */
const touches = [
  notifications.counts,
  notifications.list,
  cases.list,
  threads.list,
  dashboard.get,
  activity.list,
];

/**
 * Tells the server that the person has looked at an item, once it is on the screen of a page that is visible, and
 * only as far as they could see: news that came meanwhile stays unseen. Nothing counts as seen by somebody of the firm who
 * looks as a client does. A failure is left to the next look.
 */
class SeenController implements ReactiveController {
  readonly #host: PortalHost;
  readonly #portal: Portal;
  readonly #shown: () => Seen | undefined;
  #told = '';

  constructor(host: PortalHost, shown: () => Seen | undefined) {
    this.#host = host;
    this.#portal = portal(host);
    this.#shown = shown;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#look);
  }

  hostUpdated(): void {
    this.#look();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#look);
    this.#told = '';
  }

  readonly #look = (): void => {
    const { ready, session } = this.#portal;
    const looking = ready && !session?.viewedBy && !document.hidden && this.#host.isConnected;
    const item = looking ? this.#shown() : undefined;
    const telling = item ? `${item.id} ${item.revision}` : '';
    if (!item || telling === this.#told) return;
    this.#told = telling;
    this.#portal.state?.cache.mutate(notifications.seen, item, { touches }).catch(() => {
      this.#told = '';
    });
  };
}

/**
 * Clears the bubble of what the element shows.
 *
 * @param shown the item, when it has news and is rendered
 * @example
 * seen(this, () => this.#case.data?.unseen ? { type: 'case', id, revision } : undefined);
 */
export const seen = (host: PortalHost, shown: () => Seen | undefined): void => {
  new SeenController(host, shown);
};
