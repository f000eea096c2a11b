import type { ReactiveController, ReactiveElement } from 'lit';
import '../define/portal-exit.ts';
import { portal } from '../state/index.ts';

/**
 * Where people may be watched: the quick exit above everything, and a title of the document that names neither the firm nor
 * what is shown, whether or not the page has asked for titles.
 */
export class Safety implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #ownTitle = document.title;

  constructor(host: ReactiveElement) {
    this.#host = host;
  }

  hostUpdated(): void {
    const { renderRoot } = this.#host;
    const { ready, i18n } = portal(this.#host);
    if (!ready) return;
    if (!renderRoot.querySelector('portal-exit')) renderRoot.prepend(document.createElement('portal-exit'));
    document.title = i18n.t('nav.label');
  }

  hostDisconnected(): void {
    document.title = this.#ownTitle;
  }
}
